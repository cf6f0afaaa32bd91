"""A calendar keeps what it was given: whatever leaves a year, a stue or a person must still be told to it."""

import pytest
from icalendar import Calendar

from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.files import plan_ics
from dagleder.meetings.plan_year import AUGUST, PlanYear
from tests.meetings.make import day

YEAR = PlanYear(2026)


@pytest.fixture
def given(service, hire, kind):
    """A plan that has been given out, with Karen on Mariehønen and Bo on Humlebien; by title its meetings."""
    hire("Karen", "P", 1)
    hire("Bo", "P", 2)
    service.add(MeetingDraft(kind["stuemoede"], day("8/12"), Times(600, 660), "Jul", team_ids=(1,)))
    service.add(MeetingDraft(kind["personalemoede"], day("15/12"), Times(600, 660), "Alle"))
    service.issue_version(2026)
    return {meeting.title: meeting for meeting in service.meetings()}


def shown(plan):
    """By title: its state and day in the calendar file of a plan."""
    return {
        str(entry["SUMMARY"]): (str(entry["STATUS"]), entry.decoded("DTSTART").date(), entry.decoded("SEQUENCE"))
        for entry in Calendar.from_ical(plan_ics(plan)).walk("VEVENT")
    }


@pytest.mark.parametrize("year", [YEAR, PlanYear(2027), PlanYear(2026, AUGUST)])
def test_a_meeting_moved_over_new_year_stands_with_its_new_day_in_the_files_of_both_years(service, given, year):
    service.move(given["Alle"].id, day("5/1/2027"))
    assert shown(service.plan(year))["Alle"][:2] == ("CONFIRMED", day("5/1/2027"))


def test_moved_over_new_year_it_is_on_no_paper_of_the_old_year(service, given):
    service.move(given["Alle"].id, day("5/1/2027"))
    assert [meeting.title for meeting in service.plan(YEAR).shown] == ["Jul"]


def test_what_another_stue_has_now_is_cancelled_in_the_first_one_s_calendar(service, given):
    before = shown(service.plan(YEAR).for_team(1))
    jul = given["Jul"]
    service.change(jul.id, MeetingDraft(jul.kind.id, jul.day, Times(720, 780), "Personlig samtale", team_ids=(2,)))
    state, when, number = shown(service.plan(YEAR).for_team(1))["Jul · Mariehønen"]
    assert (state, when) == ("CANCELLED", jul.day)
    assert number > before["Jul · Mariehønen"][2]
    assert not any("Personlig" in title for title in shown(service.plan(YEAR).for_team(1)))
    assert shown(service.plan(YEAR).for_team(2))["Personlig samtale · Humlebien"][0] == "CONFIRMED"
    assert len(shown(service.plan(YEAR))) == 2


@pytest.mark.usefixtures("given")
def test_whoever_changes_stue_has_the_first_one_s_meetings_cancelled(service, services):
    karen = services.staff.find("Karen Ulvdal").id
    services.staff.move_to_teams(karen, [2], day("1/12"))
    assert shown(service.plan(YEAR).for_person(karen))["Jul · Mariehønen"][0] == "CANCELLED"
    bo = services.staff.find("Bo Ulvdal").id
    assert list(shown(service.plan(YEAR).for_person(bo))) == ["Alle"]  # it was never his


def test_one_meeting_alone_withdraws_no_other(service, given):
    alone = service.plan(YEAR).for_meeting(given["Jul"].id)
    assert list(shown(alone)) == ["Jul · Mariehønen"]
