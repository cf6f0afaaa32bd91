"""The story once more, through the window: guide, lists, minimum, meetings, undo and redo, files, a kill, and back."""

import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from python_calamine import CalamineWorkbook

from dagleder.meetings.files import plan_file
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.states import CANCELLED, PLANNED
from tests.conftest import NOW
from tests.story.lists import OWN_LIST, PAYROLL
from tests.ui.conftest import messages, session_theme, theme  # noqa: F401 -- fixtures of the window
from tests.ui.guide.conftest import WORDS, guided, quick_key, start  # noqa: F401 -- fixtures of the window
from ui.guide.welcome_step import Way

WITH_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lived(guided):  # noqa: F811 -- the fixture
    """From the first picture to a year of meetings, by the guide alone."""
    guided.make_house(way=Way.IMPORT)
    QTest.keyClicks(guided.step.password, WORDS)
    QTest.keyClicks(guided.step.repeated, WORDS)
    guided.on()
    if guided.guide.paper is None:  # on a busy machine a press right after the house was made may find nobody
        guided.on()
    guided.wait(lambda: guided.guide.paper is not None and guided.guide.paper.ready)
    QTest.keyClick(guided.guide, Qt.Key.Key_Escape)
    guided.on()
    for file in (OWN_LIST, PAYROLL):
        guided.step.reading.open_file(file)
        guided.wait(lambda: guided.step.reading.showing_list)
        guided.step.reading.list.taken.emit(frozenset())
        guided.wait(lambda: not guided.step.reading.showing_list)
    for _ in ("staff", "teams", "competences", "calendar"):
        guided.on()
    guided.wait(guided.pages_stand)
    return guided


def test_the_guide_leads_from_nothing_to_a_year_of_meetings(lived):
    rows = lived.services.staff.staff_list()
    assert len(rows) == 23
    assert all(row.number and row.team for row in rows)
    assert len(lived.services.meetings.meetings()) > 60
    assert lived.services.database.has_password
    assert {row.place.team_id for row in lived.services.settings.need_rows()} == {
        team.id for team in lived.services.settings.open_teams()
    }


def test_moved_cancelled_undone_and_redone_by_keys(lived):
    meetings, window = lived.services.meetings, lived.program.window
    first, second = [meeting for meeting in meetings.meetings() if meeting.day > NOW.date()][:2]
    meetings.move(first.id, first.day + timedelta(days=7))
    meetings.cancel(second.id)
    QTest.keyClick(window, Qt.Key.Key_Z, WITH_CONTROL)
    assert meetings.meeting(second.id).state == PLANNED
    QTest.keyClick(window, Qt.Key.Key_Z, WITH_CONTROL)
    assert meetings.meeting(first.id).day == first.day
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Y, WITH_CONTROL)
    assert meetings.meeting(first.id).original_day == first.day
    assert meetings.meeting(second.id).state == CANCELLED


def test_the_plan_is_saved_in_three_forms_and_each_says_the_same(lived):
    plan = lived.services.meetings.plan(PlanYear(2026))
    pdf, calendar, sheet = (plan_file(plan, Path(f"plan{ending}")) for ending in (".pdf", ".ics", ".xlsx"))
    assert "Personalemøde" in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    events = Calendar.from_ical(calendar).walk("VEVENT")
    assert {str(event["UID"]) for event in events} == {meeting.uid for meeting in plan.meetings}
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert sum("Personalemøde" in row for row in rows) == sum(m.title == "Personalemøde" for m in plan.meetings)


def test_killed_in_the_middle_nothing_is_lost_and_the_draft_is_offered(lived, start):  # noqa: F811 -- the fixture
    path = lived.services.database.path
    before = lived.services.staff.staff_list(), lived.services.meetings.meetings()
    lived.program.close_house()
    lived.wait(lambda: lived.program.frame is None)
    command = [sys.executable, "-m", "tests.story.window_worker", str(path), WORDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip().isdigit()
        process.kill()
    again = start(path)
    again.program.stage.over.field.setText(WORDS)
    again.program.stage.over.open_button.click()
    again.wait(again.pages_stand)
    assert (again.services.staff.staff_list(), again.services.meetings.meetings()) == before
    assert again.services.database.check() == []
    assert "Vis" in [choice.text for choice in again.program.messages._bars["drafts"].note.choices]
