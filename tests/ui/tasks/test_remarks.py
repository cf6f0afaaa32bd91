"""What is worth telling about a task stands in its panel, until its cause is gone."""

from dataclasses import replace

import pytest

from dagleder.tasks.drafts import TaskDraft
from tests.ui.tasks.conftest import days
from ui.kit.note_bar import NoteBar

SATURDAY, MONDAY = days(2), days(4)


@pytest.fixture
def about_a_method(demo_services, kinds, tasks):  # noqa: ARG001 -- the list is emptied first
    """A task about a method that nobody has chosen, due when the house is closed."""
    return demo_services.tasks.add(TaskDraft("Tovholder", kinds["tovholder"].id, due=SATURDAY))


def told(page):
    return [bar.note.text for bar in page.findChildren(NoteBar) if bar.isVisible()]


def test_a_method_to_be_chosen_and_a_closed_day_are_told_in_the_panel(about_a_method, page, place, grab):
    page.open_record(about_a_method)
    assert told(page) == ["Vælg den metode, opgaven gælder.", "Fristen 14. marts er en lørdag."]
    grab(place.room, "opgaver-bemaerkninger")


def test_what_is_mended_is_told_no_longer(about_a_method, page, demo_services, qtbot):
    page.open_record(about_a_method)
    service = demo_services.tasks
    service.change(about_a_method, replace(service.task(about_a_method).draft(), due=MONDAY))
    page.refresh(frozenset({"task"}))
    qtbot.waitUntil(lambda: told(page) == ["Vælg den metode, opgaven gælder."])
