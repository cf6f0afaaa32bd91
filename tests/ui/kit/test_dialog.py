"""A large dialog: in the middle of the window, with the keyboard to itself."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from shiboken6 import isValid

from ui.kit.dialog import Dialog


@pytest.fixture
def pressed():
    return []


@pytest.fixture
def window(theme, qtbot, pressed):  # noqa: ARG001 -- painted in it
    made = QMainWindow()
    qtbot.addWidget(made)
    beneath = QLineEdit()
    made.setCentralWidget(beneath)
    made.resize(1366, 768)
    action = QAction("Ny opgave", made)
    action.setShortcut(QKeySequence("Ctrl+N"))
    action.triggered.connect(lambda: pressed.append("Ctrl+N"))
    made.addAction(action)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    beneath.setFocus()
    return made


@pytest.fixture
def fields():
    return [QLineEdit(), QLineEdit()]


@pytest.fixture
def dialog(theme, window, fields):
    made = Dialog(theme, window, "Uddelegér", QSize(1080, 780))
    for field in fields:
        made.column.addWidget(field)
    made.begin_at(fields[0])
    made.appear()
    return made


def test_it_lies_in_the_middle_and_never_outside_the_window(window, dialog):
    assert window.rect().contains(dialog.geometry())
    window.resize(1440, 900)
    assert dialog.geometry() == QRect(180, 60, 1080, 780)


def test_tab_goes_round_inside_it(qtbot, dialog, fields):
    stops = []
    for _ in range(4):
        stops.append(QApplication.focusWidget())
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    assert stops == [fields[0], fields[1], dialog.close_button, fields[0]]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is fields[0]


def test_the_keys_of_the_page_beneath_do_nothing_until_it_is_closed(qtbot, window, dialog, fields, pressed):
    qtbot.keyClick(fields[0], Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    qtbot.keyClick(fields[0], Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert QApplication.focusWidget() is window.centralWidget()
    qtbot.keyClick(window.centralWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["Ctrl+N"]


def test_the_parts_beneath_are_whole_when_it_and_the_ring_are_gone(qtbot, window, dialog, fields):
    kept = window.centralWidget().addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
    ring = QWidget(window)
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(fields[0], Qt.Key.Key_Escape)
    for gone in (dialog, ring):
        gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(kept)


def test_nothing_of_it_stays_over_the_window_when_its_page_goes(qtbot, window, dialog):
    over = [child for child in window.children() if isinstance(child, QWidget) and child.isVisible()]
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [child for child in over if isValid(child)]
    assert len(left) == len(over) - 2
