"""The plan as files that others keep: calendars must update, not double."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from dagleder.base.errors import UserProblem
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.files import plan_file, plan_ics, plan_xlsx
from dagleder.meetings.hours import Frame
from dagleder.meetings.meeting import Guest
from dagleder.meetings.plan_year import PlanYear
from tests.meetings.make import day

YEAR = PlanYear(2026)


def _entries(plan):
    calendar = Calendar.from_ical(plan_ics(plan))
    return {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}


@pytest.fixture
def laid(service, hire):
    hire("Karen", "P", 1)
    service.plan_year(2026)
    return service


def test_a_calendar_that_imports_twice_updates_and_cancels(laid):
    before = _entries(laid.plan(YEAR))
    moved, cancelled, *_ = [m for m in laid.meetings() if m.title == "Personalemøde"]
    laid.move(moved.id, day("27/1"))
    laid.cancel(cancelled.id)
    after = _entries(laid.plan(YEAR))
    assert before.keys() == after.keys()
    entry = after[moved.uid]
    assert (entry["STATUS"], entry.start.date()) == ("CONFIRMED", day("27/1"))
    gone = after[cancelled.uid]
    assert (gone["STATUS"], gone.start.date()) == ("CANCELLED", cancelled.day)
    assert all(after[each.uid]["SEQUENCE"] > before[each.uid]["SEQUENCE"] for each in (moved, cancelled))
    same = [uid for uid in before if before[uid].to_ical() == after[uid].to_ical()]
    assert len(same) == len(before) - 2


def test_the_entries_tell_stue_place_and_proposal(laid):
    entries = _entries(laid.plan(YEAR)).values()
    titles = {(str(e["SUMMARY"]), str(e.get("LOCATION", "")), str(e["STATUS"])) for e in entries}
    assert ("Stuemøde · Mariehønen", "Egen stue", "CONFIRMED") in titles
    assert ("Pædagogisk dag", "", "TENTATIVE") in titles


def test_a_person_and_a_stue_have_calendars_of_their_own_with_the_same_codes(laid, services):
    plan = laid.plan(YEAR)
    whole = _entries(plan)
    karen = services.staff.find("Karen Ulvdal").id
    for part in (plan.for_person(karen), plan.for_team(1)):
        own = _entries(part)
        assert 0 < len(own) < len(whole)
        assert own.keys() <= whole.keys()
    name = str(Calendar.from_ical(plan_ics(plan.for_team(1)))["X-WR-CALNAME"])
    assert name == "Mødeplan 2026, Børnehuset Solsikken, Mariehønen"


def test_one_meeting_is_a_calendar_file_of_its_own(laid):
    first = laid.meetings()[0]
    assert list(_entries(laid.plan(YEAR).for_meeting(first.id))) == [first.uid]


def test_the_spreadsheet_is_the_list_first(laid):
    laid.set_frame(2026, Frame(60 * 60))
    moved = next(m for m in laid.meetings() if m.title == "Personalemøde")
    laid.move(moved.id, day("27/1"), because="temadag")
    mette = Guest(name="Mette Lindgaard", role="konsulent")
    draft = MeetingDraft(moved.kind.id, day("27/1"), Times(1020, 1200), guests=(mette,), note="Husk kage")
    laid.change(moved.id, draft)
    book = openpyxl.load_workbook(BytesIO(plan_xlsx(laid.plan(YEAR))))
    assert book.sheetnames == ["Mødeplan 2026", "Timer pr. type", "Timer pr. medarbejder"]
    heading, *rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert heading[:6] == ["Dato", "Ugedag", "Uge", "Start", "Slut", "Møde"]
    assert len(rows) == len(laid.meetings())
    row = next(row for row in rows if row[0].date() == day("27/1"))
    assert [str(value) for value in row[1:7]] == [
        "tirsdag",
        "5",
        "17:00:00",
        "20:00:00",
        "Personalemøde",
        "Personalemøde",
    ]
    assert row[-1] == "Rykket fra 20-01-2026 på grund af temadag. Med Mette Lindgaard, konsulent. Husk kage"
    hours = [[cell.value for cell in row] for row in book.worksheets[2].iter_rows(min_row=2)]
    assert hours[0][0] == "Karen Ulvdal"
    assert hours[0][3] == 60


def test_the_same_plan_gives_the_same_files(laid):
    for name in ("plan.pdf", "plan.xlsx", "plan.ics"):
        assert plan_file(laid.plan(YEAR), Path(name)) == plan_file(laid.plan(YEAR), Path(name))


def test_another_ending_is_told():
    with pytest.raises(UserProblem, match=r"“plan.doc” skal ende på .pdf, .xlsx eller .ics"):
        plan_file(None, Path("plan.doc"))  # type: ignore[arg-type]  # the ending is looked at first
