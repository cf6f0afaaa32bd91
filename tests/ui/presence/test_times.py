"""A house right after its staff list was read in: weekly hours, and no clock times as yet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dagleder.settings.places import TeamDraft
from dagleder.settings.staffing import Need, NeedDraft, Place
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from tests.ui.presence.ways import THURSDAY, K, button, press
from ui.kit.label import Label
from ui.presence.rows import DayRow, PlaceRow
from ui.presence.times_panel import TimesPanel
from ui.presence.who_panel import WhoPanel

TEAM = Place(team_id=1)


def person(services, first, team):
    draft = EmployeeDraft(first, "Ulvdal", role="P")
    return services.staff.add(NewEmployeeDraft(draft, minutes=2220, team_ids=(team,)))


@pytest.fixture
def untimed(new_services, open_place):
    """Two on Mariehønen without clock times, who want to be two on each day."""
    team = new_services.settings.add_team(TeamDraft("Mariehønen"))
    people = [person(new_services, first, team) for first in ("Karen", "Ida")]
    new_services.settings.set_needs([NeedDraft(Place(team_id=team), Need(2))])
    place = open_place(new_services)
    place.people = people
    return place


def said(panel):
    return [label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


def give_times(place, person_id):
    week = (*[Shift.between(480, 924)] * 5, None, None)
    place.services.staff.set_pattern(person_id, PatternDraft(date(2026, 1, 5), date(2026, 1, 5), (week,)))


def test_the_days_are_counted_and_nothing_is_said_of_the_bands(untimed, grab):
    page = untimed.open("presence")
    cells = page.desk.grid.grid.content.stored_cells
    assert {cells[PlaceRow(TEAM), (THURSDAY, band)].text for band in range(1, 6)} == {"–"}
    assert cells[DayRow(TEAM), (THURSDAY, 3)].words == "2 på arbejde, mindst 2, 2 uden mødetid"
    words = said(page.desk.side.words)
    assert "Hele ugen er dækket, talt på hele dage." in words
    assert any(text.startswith("2 uden mødetid: Ida og Karen.") for text in words)
    grab(untimed.room, "bemanding-uden-tider")


def test_the_way_to_the_times_lists_who_lacks_them_until_nobody_does(untimed, grab):
    page = untimed.open("presence")
    button(page.desk.side.words, "Skriv mødetider").click()
    panel = page.desk.side.aside
    assert isinstance(panel, TimesPanel)
    assert {"Ida Ulvdal", "Karen Ulvdal"} <= set(said(panel))
    grab(untimed.room, "bemanding-uden-mødetid")
    give_times(untimed, untimed.people[0])
    assert "Karen Ulvdal" not in said(panel)
    button(panel, "Skriv").click()
    assert untimed.opened == [("staff_edit", untimed.people[1])]
    give_times(untimed, untimed.people[1])
    untimed.open("presence")
    assert page.desk.side.aside is None
    assert page.desk.grid.grid.content.stored_cells[PlaceRow(TEAM), (THURSDAY, 2)].text == "2"


def test_the_last_one_without_times_is_opened_at_once(untimed):
    give_times(untimed, untimed.people[0])
    page = untimed.open("presence")
    button(page.desk.side.words, "Skriv mødetider").click()
    assert untimed.opened == [("staff_edit", untimed.people[1])]


def test_the_times_are_typed_where_the_keyboard_is(untimed, qtbot):
    give_times(untimed, untimed.people[0])
    page = untimed.open("presence")
    button(page.desk.side.words, "Skriv mødetider").click()
    for key in "7-15":
        qtbot.keyClicks(untimed.room.focusWidget(), key)
    qtbot.keyClick(untimed.room.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    pattern = untimed.services.staff.person(untimed.people[1]).pattern
    assert [shift and shift.minutes for shift in pattern.weeks[0]] == [*[8 * 60] * 5, None, None]


def test_a_gap_of_missing_times_leads_to_those_of_its_stue(untimed):
    untimed.services.settings.set_needs([NeedDraft(TEAM, Need(1), 2)])
    page = untimed.open("presence")
    (card,) = page.desk.side.words.cards
    assert card.gap.headline == "Mariehønen: 2 uden mødetid"
    button(card, "Skriv mødetider…").click()
    assert {"Ida Ulvdal", "Karen Ulvdal"} <= set(said(page.desk.side.aside))


def test_the_line_of_the_days_tells_who_is_there_and_has_its_own_minimum(untimed, qtbot):
    page = untimed.open("presence")
    page.desk.grid.setFocus()
    assert page.desk.grid.choose((DayRow(TEAM), (THURSDAY, 3)))
    page.desk.open_cell()
    panel = page.desk.side.aside
    assert isinstance(panel, WhoPanel)
    assert "12. marts · hele dagen" in said(panel)
    press(qtbot, panel, K.Key_Escape)
    page.desk.edit_need()
    assert page.desk.side.need.lines[-1].minimum.isAncestorOf(untimed.room.focusWidget())


def test_a_day_with_too_few_is_shown_on_its_line(untimed):
    untimed.services.settings.set_needs([NeedDraft(TEAM, Need(3))])
    page = untimed.open("presence")
    page.desk.show_worst()
    row, (day, _) = page.desk.grid.grid.cursor_keys()
    assert (row, day) == (DayRow(TEAM), date(2026, 3, 9))
    assert page.desk.side.words.cards[0].property("chosen") == "true"
    page.desk.find_relief()
    assert page.desk.side.aside.wish.band_id is None
