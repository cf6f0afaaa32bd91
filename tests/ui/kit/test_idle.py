"""Nobody touches the program: a warning, then the lock; and the computer's own lock."""

import sys

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.idle import IdleWatch
from ui.kit.system_lock import SystemLock


class Time:
    """Both clocks, moved by the test."""

    def __init__(self):
        self.steady = self.wall = 1000.0

    def passes(self, seconds, *, asleep=0.0):
        self.steady += seconds
        self.wall += seconds + asleep


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def watch(qapp, time, heard):
    made = IdleWatch(qapp, lambda: time.steady, lambda: time.wall)
    made.warned.connect(lambda: heard.append("warned"))
    made.touched_again.connect(lambda: heard.append("touched"))
    made.due.connect(lambda: heard.append("due"))
    made.start(10)
    yield made
    made.stop()
    made.deleteLater()


def test_it_warns_half_a_minute_before_and_then_is_due(watch, time, heard):
    time.passes(569)
    watch.look()
    assert heard == []
    time.passes(1)
    watch.look()
    watch.look()
    assert heard == ["warned"]
    time.passes(30)
    watch.look()
    assert heard == ["warned", "due"]


def test_a_touch_begins_the_ten_minutes_anew(watch, time, heard):
    time.passes(580)
    watch.look()
    watch.touch()
    time.passes(560)
    watch.look()
    assert heard == ["warned", "touched"]


@pytest.mark.parametrize("asleep", [31, 8 * 3600])
def test_a_computer_that_slept_wakes_up_locked(watch, time, heard, asleep):
    time.passes(5, asleep=asleep)
    watch.look()
    assert heard == ["due"]


def test_a_clock_that_is_set_a_little_does_not_lock(watch, time, heard):
    time.passes(5, asleep=10)
    watch.look()
    assert heard == []


def test_mouse_and_keys_on_any_window_are_touches(watch, time, heard, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    time.passes(580)
    watch.look()
    at = QPointF(5, 5)
    none = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, none)
    QApplication.sendEvent(window.windowHandle(), moved)
    assert heard == ["warned", "touched"]


def test_a_timer_or_a_repaint_is_no_touch(watch, time, heard, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    time.passes(600)
    window.repaint()
    QApplication.processEvents()
    watch.look()
    assert heard == ["due"]


def test_the_computers_lock_and_sleep_are_told(qapp, qtbot):
    lock = SystemLock(qapp)
    for call in (lambda: lock.screen_saver_changed(True), lambda: lock.sleep_changed(True), lock.session_locked):
        with qtbot.waitSignal(lock.locked):
            call()
    with qtbot.assertNotEmitted(lock.locked):
        lock.screen_saver_changed(False)
        lock.sleep_changed(False)
    lock.deleteLater()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")
def test_listening_without_a_bus_is_harmless(qapp, monkeypatch, qtbot):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    lock = SystemLock(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    lock.listen(window)
    lock.deleteLater()
