"""Widgets are taken down in the window's thread only."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from ui.garbage import Collector

IN_CIRCLES = gc.get_threshold()[0] + 1


def leave_circles():
    """As a job does that reckons: enough for a collection to be due."""
    for _ in range(IN_CIRCLES):
        circle: list[object] = []
        circle.append(circle)


@pytest.fixture
def taken_down_in():
    """The threads in which an object held by a circle goes."""
    threads = []
    held = QObject()
    vars(held)["itself"] = held
    held.destroyed.connect(lambda: threads.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
    return threads


@pytest.mark.usefixtures("qapp")
def test_an_object_held_by_a_circle_goes_in_the_windows_thread(taken_down_in, qtbot):
    keeper = QObject()
    Collector(lambda: False, keeper)
    job = threading.Thread(target=leave_circles)
    job.start()
    job.join()
    assert not taken_down_in
    qtbot.waitUntil(lambda: taken_down_in != [], timeout=10_000)
    assert taken_down_in == [threading.main_thread()]


@pytest.mark.usefixtures("qapp")
def test_nothing_is_collected_while_a_job_runs(taken_down_in, qtbot):
    running = [True]
    keeper = QObject()
    Collector(lambda: running[0], keeper)
    leave_circles()
    with qtbot.assertNotEmitted(keeper.destroyed, wait=1500):
        pass
    assert not taken_down_in
    running[0] = False
    qtbot.waitUntil(lambda: taken_down_in != [], timeout=10_000)
