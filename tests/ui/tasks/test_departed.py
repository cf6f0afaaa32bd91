"""Somebody who has left is seen in the list, waits on the leader, and is offered only while she has something."""

import pytest

from dagleder.presence.drafts import AbsenceDraft
from dagleder.tasks.drafts import PersonDraft
from tests.ui.tasks.conftest import TODAY, days
from tests.ui.tasks.test_remarks import told
from ui.pages import PAGES
from ui.rail_numbers import RailNumbers
from ui.tasks.waiting import waiting


@pytest.fixture
def otto_left(tasks, staff, demo_services):  # noqa: ARG001 -- the list is emptied first
    """Otto stopped two days ago, with one task to his name."""
    demo_services.staff.leave(staff["Otto"], days(-2))
    return staff["Otto"]


def names(page):
    box = page.list.filters.boxes["employee_id"]
    return [box.itemText(place) for place in range(1, box.count())]


def test_the_filter_offers_a_leaver_until_somebody_has_taken_over(otto_left, page, tasks, staff, demo_services):
    assert names(page) == ["Karen Ulvdal", "Otto Kærvig (stoppet)"]
    assert otto_left == staff["Otto"]
    demo_services.tasks.give(tasks["late"], [PersonDraft(staff["Karen"])])
    page.refresh(frozenset({"task_person"}))
    assert names(page) == ["Karen Ulvdal"]


def test_what_a_leaver_had_is_marked_in_the_list(otto_left, page, tasks):
    line = next(line for line in page.list.lines if line.id == tasks["late"])
    column = next(column for column in page.list.table.rows.columns if column.key == "who")
    assert (line.task.has(otto_left), column.text(line)) == (True, "Otto Kærvig (stoppet)")


@pytest.mark.usefixtures("tasks")
def test_a_task_of_a_leaver_waits_on_the_leader(staff, demo_services):
    before = waiting(demo_services)
    demo_services.staff.leave(staff["Karen"], TODAY)
    assert waiting(demo_services).count == before.count + 1  # hers is due tomorrow


def test_a_follow_up_that_has_passed_waits_and_is_urgent_though_no_deadline_is_late(tasks, demo_services):
    service = demo_services.tasks
    service.finish(tasks["late"])
    before = waiting(demo_services)
    service.follow_up(tasks["week"], days(-1))
    after = waiting(demo_services)
    assert (before.urgent, after.urgent, after.count) == (False, True, before.count + 1)


@pytest.mark.usefixtures("tasks")
def test_the_number_in_the_rail_follows_who_stops(staff, place):
    numbers, entries = RailNumbers(place.stage.rail, place.services, PAGES, place.room), place.stage.rail.main.entries
    place.context.changed.connect(numbers.moved)
    numbers.show_all()
    before = entries.waiting["tasks"].count
    place.services.staff.leave(staff["Karen"], TODAY)
    assert entries.waiting["tasks"].count == before + 1


def test_what_speaks_against_somebody_is_told_anew_when_it_changes(page, tasks, staff, demo_services, qtbot):
    demo_services.tasks.give(tasks["week"], [PersonDraft(staff["Otto"])])
    page.open_record(tasks["week"])
    assert told(page) == []
    demo_services.presence.add_absence(AbsenceDraft(staff["Otto"], days(0), days(1), "F"))
    qtbot.waitUntil(lambda: told(page) == ["Otto er væk i hele perioden 12.–13. marts."])
