"""What the leader hangs on the wall and sends to calendars, read back by other programs than ours."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import icalendar
import openpyxl
import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.meetings.files import plan_file
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.reports import list_report, year_report
from tests.story.conftest import YEAR


@pytest.fixture(scope="module")
def plan(story):
    assert story.services.meetings is not None
    return story.services.meetings.plan(PlanYear(YEAR))


@pytest.fixture(scope="module")
def events(plan):
    calendar = icalendar.Calendar.from_ical(plan_file(plan, Path("plan.ics")))
    return {code(event): event for event in calendar.walk("VEVENT")}


def code(event):
    """The meeting's own code; calendars want a name after it, so that it is unique in the world."""
    return str(event["UID"])


def text_of(document):
    pages = PdfReader(BytesIO(render_pdf(document))).pages
    return len(pages), " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_year_is_one_page_with_the_house_and_the_year_on_it(plan):
    pages, text = text_of(year_report(plan))
    assert pages == 1
    assert "Lille hus" in text
    assert str(YEAR) in text


def test_the_list_names_every_meeting_kind_and_what_changed_since_it_was_given_out(plan):
    _, text = text_of(list_report(plan))
    assert {meeting.kind.name for meeting in plan.shown if meeting.kind.name not in text} == set()
    assert "vinterferien" in text


def test_every_meeting_is_one_event_of_its_own(events, story):
    meetings = story.services.meetings.meetings()
    assert set(events) == {meeting.uid for meeting in meetings}


def test_the_moved_one_stands_on_its_new_day_and_the_cancelled_one_as_cancelled(events, story):
    moved = story.services.meetings.meeting(story.seen["moved"].id)
    event = events[moved.uid]
    assert event["DTSTART"].dt.date() == moved.day
    assert event["DTSTART"].dt.tzinfo.key == "Europe/Copenhagen"
    assert events[story.seen["cancelled"].uid]["STATUS"] == "CANCELLED"


def test_a_calendar_that_has_the_first_file_is_updated_and_gets_nothing_twice(events, story):
    first = icalendar.Calendar.from_ical(story.seen["first calendar"])
    before = {code(event): event["SEQUENCE"] for event in first.walk("VEVENT")}
    assert set(before) == set(events)
    changed = {uid for uid, event in events.items() if event["SEQUENCE"] > before[uid]}
    assert changed == {story.seen["moved"].uid, story.seen["cancelled"].uid}


def test_the_spreadsheet_has_a_row_a_meeting_under_one_row_of_headings(plan, story):
    sheet = openpyxl.load_workbook(BytesIO(plan_file(plan, Path("plan.xlsx")))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    moved = story.services.meetings.meeting(story.seen["moved"].id)
    days = [cell.date() for row in rows for cell in row if isinstance(cell, datetime)]
    assert len(rows) - 1 == len(story.services.meetings.meetings())
    assert moved.day in days
