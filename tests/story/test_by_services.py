"""The house stands: staff read in, presence known, a first mødeplan; told once, looked at from all sides."""

from datetime import date

import pytest

from dagleder.guide.steps import State
from dagleder.meetings.states import CANCELLED, PLANNED
from dagleder.storage.database import Database
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Password
from tests.story.lists import payroll


@pytest.mark.parametrize("when", ["staff after own list", "staff after payroll"])
def test_every_real_person_is_there_once_with_role_hours_date_and_stue(story, when):
    rows = {row.name: (row.role, row.minutes / 60, row.start, row.team, row.phone) for row in story.seen[when]}
    truth = {line.name: (line.role, line.hours, line.start, line.team, line.phone) for line in payroll().values()}
    assert len(story.seen[when]) == 23
    assert rows == truth


def test_the_vacant_row_and_the_double_are_told_with_their_rows(story):
    left_out = {item.row: item.reason for item in story.seen["own list"].left_out}
    assert set(left_out) == {30, 31}
    assert left_out[30].startswith("Samme person som i række 8")
    assert left_out[31] == "En ubesat stilling, ikke en medarbejder."


def test_the_payroll_list_brings_the_numbers_and_nobody_new(story):
    assert not story.seen["payroll"].added
    numbers = {row.name: row.number for row in story.seen["staff after payroll"]}
    assert numbers == {line.name: line.number for line in payroll().values()}


def test_the_same_lists_once_more_change_nothing(story):
    assert [plan.changes_anything for plan in story.seen["again"]] == [False, False]
    assert len(story.seen["history after lists"]) == 2  # one step a list


def test_the_guide_is_through_with_only_what_was_left_out_on_purpose(story):
    state = story.seen["guide"]
    assert state.finished
    assert [view.step.name for view in state.steps if view.state is not State.DONE and view.missing] == ["SECURITY"]


def test_every_stue_has_a_minimum_and_the_day_is_measured_by_it(story):
    day = story.services.presence.day(date(2026, 4, 8))
    assert [team.name for team in day.teams] == ["Mariehønen", "Egernet", "Spurven", "Pindsvinet"]
    assert all(team.minimum > 0 for team in day.teams)
    assert all(team.without_times == team.present for team in day.teams)


def test_a_year_of_meetings_is_laid_once(story):
    assert story.seen["laid"] > 60
    assert story.seen["laid again"] == 0


def test_the_moved_meeting_knows_where_it_came_from(story):
    before, now = story.seen["moved"], story.services.meetings.meeting(story.seen["moved"].id)
    assert (now.original_day, now.because) == (before.day, "vinterferien")
    assert (now.day - before.day).days == 7
    assert now.uid == before.uid


def test_what_was_undone_and_redone_is_cancelled_in_the_end(story):
    assert (story.seen["state after undo"], story.seen["state after redo"]) == (PLANNED, CANCELLED)


def test_the_house_is_shut_to_whoever_has_not_the_password(story, clock):
    with pytest.raises(WrongSecret):
        Database.open(story.path, secret=Password("en helt anden kode"), clock=clock, read_only=True)


def test_nothing_is_wrong_with_the_file(story):
    assert story.services.database.check() == []
