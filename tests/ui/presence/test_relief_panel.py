"""'Find afløser' while where and when are changed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from tests.ui.grabs import settle
from tests.ui.presence.ways import MONDAY, THURSDAY, button
from ui.kit.label import Label
from ui.presence.helper_line import HelperLine
from ui.presence.rows import PlaceRow

FAR = THURSDAY + timedelta(weeks=8)


@pytest.fixture
def panel(page, place):
    row = next(r.key for r in page.desk.grid.grid.content.rows if isinstance(r.key, PlaceRow) and r.key.place.team_id)
    page.desk.grid.choose((row, (THURSDAY, 2)))
    place.press("Find afløser…")
    return page.desk.side.aside


def said(panel):
    settle(panel)
    return [label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


def helpers(panel):
    settle(panel)
    return [line for line in panel.findChildren(HelperLine) if line.isVisibleTo(panel)]


def type_date(panel, key, text):
    control = panel.when.frame(key).control
    control.setText(text)
    control.left.emit()


def test_all_who_could_come_are_shown_when_asked_for(panel):
    few = len(helpers(panel))
    button(panel, "Vis alle, der kunne komme").click()
    assert len(helpers(panel)) > few
    assert panel.first_helper is helpers(panel)[0].button


def test_a_later_beginning_takes_the_end_along_and_asks_anew(panel):
    type_date(panel, "first", "20-03-2026")
    assert (panel.wish.first, panel.wish.last) == (date(2026, 3, 20), date(2026, 3, 20))
    assert panel.first_helper is not None


def test_of_a_long_time_only_the_first_weeks_are_looked_at_and_that_is_said(panel):
    type_date(panel, "last", FAR.strftime("%d-%m-%Y"))
    assert panel.wish.last == FAR
    assert "Der er set på de første fire uger." in said(panel)


def test_a_week_and_one_day_again(panel):
    panel.length._buttons["week"].click()
    assert (panel.wish.first, panel.wish.last) == (MONDAY, date(2026, 3, 13))
    panel.length._buttons["day"].click()
    assert (panel.wish.first, panel.wish.last) == (MONDAY, MONDAY)


def test_without_a_day_nobody_can_be_asked_for(panel, place):
    panel.when.load({**panel.when.values(), "first": None})
    assert panel.wish is None
    panel._show_helpers()
    assert helpers(panel) == []
    panel.length._buttons["week"].click()
    assert panel.wish is None
    before = place.services.presence.substitutes(MONDAY, FAR)
    button(panel, "Sæt vikar på").click()
    assert place.services.presence.substitutes(MONDAY, FAR) == before


def test_in_a_weekend_there_is_nobody_to_ask(panel):
    type_date(panel, "first", "14-03-2026")
    type_date(panel, "last", "15-03-2026")
    assert helpers(panel) == []
    assert said(panel).count("Ingen i det tidsrum.") == 2


def test_enter_in_the_name_puts_the_vikar_in(panel, place, qtbot):
    field = panel.outside.frame("name").control
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "Sara Vikar")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [each.name for each in place.services.presence.substitutes(THURSDAY, THURSDAY)].count("Sara Vikar") == 1
    assert place.page.desk.side.aside is None


def test_those_at_work_without_clock_times_are_offered_and_lent_for_the_whole_day(panel, place):
    staff = place.services.staff
    names = [f"{first} Uddal" for first in ("Asta", "Bodil", "Cilla", "Dina", "Ebba", "Fie")]
    for name in names:
        first, _, last = name.partition(" ")
        staff.add(NewEmployeeDraft(EmployeeDraft(first, last, "PM"), 37 * 60, (2,)))
    assert "6 uden mødetid, lånes for hele dagen" in said(panel)
    untimed = [line for line in helpers(panel) if "uden mødetid" in line.button.accessibleName()]
    assert len(untimed) == 5
    button(panel, "Vis alle, der kunne komme").click()
    line = next(line for line in helpers(panel) if line.button.accessibleName().startswith("Lån Asta. Humlebien"))
    line.button.click()
    (loan,) = [loan for loan in place.services.presence.loans(THURSDAY, THURSDAY) if loan.team_id == 1]
    assert (staff.person(loan.employee_id).employment.name, loan.band_id) == ("Asta Uddal", None)
