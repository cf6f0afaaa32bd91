"""The page of tasks and the dialog in pictures: light and dark, two sizes, the largest text, nothing cut off."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.faults import faults
from tests.ui.grabs import settle
from tests.ui.painted import cut_short
from tests.ui.tasks.conftest import TODAY
from ui.tasks.task_list import SPREAD


@pytest.fixture(params=[100, 130])
def size(request, theme):
    """The text size, and what a picture taken with it is called by."""
    theme.choose(text_size=request.param)
    return "" if request.param == 100 else f"-{request.param}"


@pytest.fixture
def whole(place, grab, size):
    """Takes the pictures, and looks for painted texts that are cut."""

    def look(name):
        grab(place.room, f"{name}{size}")
        place.room.resize(1366, 768)
        settle(place.room)
        assert faults(place.room) + cut_short(place.room) == []

    return look


def test_the_list(page, whole, demo_services, tasks):
    demo_services.tasks.follow_up(tasks["week"], TODAY, "Er billederne valgt?")
    page.quick.line.setText("Mal hegnet @otto fre")
    whole("opgaver")


def test_a_task_in_the_panel(page, whole, tasks):
    page.open_record(tasks["late"])
    whole("opgaver-panel")


def test_how_they_are_spread(page, whole):
    page.list.show_spread()
    assert page.list.tabs.key == SPREAD
    whole("opgaver-spredning")


def test_whom_to_give_it_to(page, place, whole, tasks):
    page.list.choose(tasks["later"])
    place.press("Uddelegér…")
    whole("uddeleger")


def test_those_who_miss_something(page, place, whole, tasks):
    page.list.choose(tasks["later"])
    place.press("Uddelegér…")
    view = page.dialog.list.view
    view.setCurrentIndex(view.people.index(view.people.row_of(page.dialog.suggestion.lacking[-1].employee_id)))
    whole("uddeleger-mangler")


def test_the_developing_way(page, place, whole, tasks, qtbot):
    page.list.choose(tasks["later"])
    place.press("Uddelegér…")
    qtbot.keyClick(page.dialog.list.view, Qt.Key.Key_2)
    whole("uddeleger-udviklende")


def test_the_smallest_window_holds_the_dialog(page, place, tasks, qtbot):
    page.list.choose(tasks["later"])
    place.press("Uddelegér…")
    place.room.resize(936, 656)
    settle(place.room)
    assert page.dialog.size().toTuple() == (920, 640)
    assert cut_short(place.room) == []
    qtbot.mouseClick(page.dialog.foot.give, Qt.MouseButton.LeftButton)
    assert not page.dialog.isVisible()
