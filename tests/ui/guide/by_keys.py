"""The guide gone through by the keyboard alone: what is pressed goes to whatever has the keyboard."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dagleder.guide.steps import Step
from ui.guide.guide_page import GuidePage

_PATIENCE, _MOST_TABS = 60, 80
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def keyboard() -> QWidget:
    """Where it is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(keyboard(), key, modifier)


def write(*texts: str) -> None:
    """A text in each field, with Tab between them."""
    for place, text in enumerate(texts):
        if place:
            press(Qt.Key.Key_Tab)
        QTest.keyClicks(keyboard(), text)


def tab_to(name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """To the control a screen reader calls so."""
    seen = []
    for _ in range(_MOST_TABS):
        here = keyboard()
        seen.append(here.accessibleName() or getattr(here, "text", str)())
        if seen[-1].startswith(name):
            return
        press(Qt.Key.Key_Tab, modifier)
    raise AssertionError(f"{name!r} is not reached: {seen}")


def wait(reached: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not reached():
        assert time.monotonic() < end
        _rest()
    _rest()  # no hand is on the next key sooner


def _rest() -> None:
    """QTest.qWait keeps Python's lock, and a house is opened in another thread."""
    QApplication.processEvents()
    time.sleep(0.02)


def guide() -> GuidePage | None:
    """The one in front."""
    found = [page for window in QApplication.topLevelWidgets() for page in window.findChildren(GuidePage)]
    return next((page for page in found if page.isVisible()), None)


def at(step: Step) -> bool:
    page = guide()
    if page is None or page.step is not step:
        return False
    return page.isAncestorOf(QApplication.focusWidget() or QWidget())


def on() -> None:
    press(Qt.Key.Key_Right, _ALT)


# what is entered in each step; `on` or Enter is left to the caller


def welcome() -> None:
    wait(lambda: at(Step.WELCOME))
    tab_to("Start med en tom liste")
    press(Qt.Key.Key_Space)


def institution() -> None:
    wait(lambda: at(Step.HOUSE))
    write("Lille hus", "Aabenraa", "Zenia Holm")


def security() -> None:
    wait(lambda: at(Step.SECURITY))
    tab_to("Lås filen", _SHIFT)
    press(Qt.Key.Key_Down)
    tab_to("Kommunen sagde ja den")
    write("01-03-2026", "")


def staff() -> None:
    wait(lambda: at(Step.STAFF))
    write("Anne Holm", "pæd.", "37", "Egernet")
    press(Qt.Key.Key_Return)
    write("Bo Skov", "PAU")


def teams() -> None:
    wait(lambda: at(Step.TEAMS))
    write("7", "")


def competences() -> None:
    wait(lambda: at(Step.COMPETENCES))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("5", "")


def calendar() -> None:
    wait(lambda: at(Step.CALENDAR))
    tab_to("Mellem jul og nytår")
    press(Qt.Key.Key_Space)
    tab_to("P-møde")
    press(Qt.Key.Key_Space)
    tab_to("Jeres egne lukkedage", _SHIFT)
    press(Qt.Key.Key_Space)
    write("14-08-2026")


def enter_until(last: Step) -> None:
    """All steps to that one; what is entered in it is not gone on from."""
    ways = {
        Step.WELCOME: (welcome, lambda: None),
        Step.HOUSE: (institution, lambda: press(Qt.Key.Key_Return)),
        Step.SECURITY: (security, on),
        Step.STAFF: (staff, on),
        Step.TEAMS: (teams, on),
        Step.COMPETENCES: (competences, on),
        Step.CALENDAR: (calendar, on),
    }
    for step, (enter, go_on) in ways.items():
        enter()
        if step is last:
            return
        go_on()
