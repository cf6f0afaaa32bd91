"""Stuer og bemanding: stuer, bands and numbers, by typing and clicking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dagleder.settings.staffing import Place
from tests.ui.settings.conftest import click, type_in
from ui.settings.staffing_section import StaffingSection

MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)


@pytest.fixture
def shown(show_section):
    return show_section(StaffingSection)


def team_names(place):
    return [team.name for team in place.services.settings.teams()]


def row_of(section, name):
    return next(row for row in section.teams.rows.values() if row.form.values()["name"] == name)


def test_a_stue_gets_another_name_and_icon(shown, qtbot):
    place, section = shown
    type_in(qtbot, row_of(section, "Uglen").form, "name", "Natuglen")
    row = row_of(section, "Natuglen")
    next(action for action in row._menu.actions() if action.text() == "Egern").trigger()
    team = place.services.settings.teams()[-1]
    assert (team.name, team.icon) == ("Natuglen", "squirrel")


def test_a_name_that_is_taken_is_said_at_the_field(shown, qtbot):
    place, section = shown
    row = row_of(section, "Uglen")
    type_in(qtbot, row.form, "name", "Egernet")
    assert "allerede en stue" in row.form.frame("name").sentence
    assert "Uglen" in team_names(place)


def test_the_arrows_change_the_order(shown, qtbot):
    place, section = shown
    first, second = team_names(place)[:2]
    click(qtbot, row_of(section, second).up)
    assert team_names(place)[:2] == [second, first]
    assert not row_of(section, second).up.isEnabled()


def test_closing_a_stue_says_first_what_hangs_on_it(shown, qtbot):
    place, section = shown
    row = row_of(section, "Egernet")
    click(qtbot, row.close_or_open)
    type_in(qtbot, row.closing.form, "closed_on", "1/8/2026")
    assert "Fra 1. august 2026 er Egernet ikke med mere." in row.closing.means.text()
    assert "medarbejdere står derefter uden stue" in row.closing.means.text()
    assert place.services.settings.teams()[2].closed_on is None
    click(qtbot, row.closing.confirm)
    assert place.services.settings.teams()[2].closed_on == date(2026, 8, 1)
    click(qtbot, row_of(section, "Egernet").close_or_open)
    assert place.services.settings.teams()[2].closed_on is None


def test_a_stue_in_use_is_not_deleted_and_one_made_by_mistake_is(shown, qtbot, messages):
    place, section = shown
    click(qtbot, row_of(section, "Egernet").delete)
    assert "bruges af" in messages.problems[0].sentence
    section._add_team()
    click(qtbot, row_of(section, "Ny stue").delete)
    assert team_names(place) == ["Mariehønen", "Humlebien", "Egernet", "Ræven", "Uglen"]


def test_an_edge_of_a_band_moves_its_neighbour(shown, qtbot):
    place, section = shown
    first = place.services.settings.bands()[0]
    type_in(qtbot, section.bands.rows[first.id].form, "end", "7.45")
    assert [(band.start, band.end) for band in place.services.settings.bands()][:2] == [(390, 465), (465, 690)]


def test_a_band_off_the_quarter_is_refused_at_its_field(shown, qtbot):
    place, section = shown
    first = place.services.settings.bands()[0]
    form = section.bands.rows[first.id].form
    type_in(qtbot, form, "start", "6.20")
    assert "hele kvarterer" in form.frame("start").sentence
    assert place.services.settings.bands()[0].start == 390


def test_a_band_is_added_and_removed(shown, qtbot):
    place, section = shown
    section._add_band()
    new = place.services.settings.bands()[-1]
    assert (new.name, new.start) == ("Nyt tidsrum", 17 * 60)
    click(qtbot, section.bands.rows[new.id].remove)
    assert len(place.services.settings.bands()) == 5


def test_a_number_holds_for_all_days_from_the_week_chosen(shown, qtbot):
    place, section = shown
    band = place.services.settings.bands()[0]
    team = Place(team_id=place.services.settings.teams()[0].id)
    type_in(qtbot, section.needs.form, "from", "17-08-2026")
    section.needs.panel.lines[0].minimum._more.click()
    needs = place.services.settings.needs()
    assert needs.on(team, date(2026, 8, 21), band.id).minimum == 1
    assert needs.on(team, MONDAY, band.id).minimum == 0


def test_days_apart_have_numbers_of_their_own(shown):
    place, section = shown
    band = place.services.settings.bands()[0]
    team = Place(team_id=place.services.settings.teams()[0].id)
    section.needs.panel.same.click()
    section.needs.weekday._buttons["1"].click()
    section.needs.panel.lines[0].minimum._more.click()
    needs = place.services.settings.needs()
    assert (needs.on(team, MONDAY, band.id).minimum, needs.on(team, TUESDAY, band.id).minimum) == (0, 1)


def test_a_whole_matrikel_can_be_chosen(shown):
    _place, section = shown
    choice = section.needs.form.frame("place").control
    choice.setCurrentIndex(choice.findText("Hele Skovhuset"))
    choice.activated.emit(choice.currentIndex())
    assert section.needs.panel._title.text() == "Mindst på Hele Skovhuset"


def test_a_minimum_nobody_has_is_refused_where_it_is_typed(shown, qtbot):
    place, section = shown
    number = section.needs.panel.lines[0].wanted._number
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "100")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert section.needs.panel._problem.sentence.full == "Skriv et antal mellem 0 og 99."
    team, band = place.services.settings.teams()[0], place.services.settings.bands()[0]
    assert place.services.settings.needs().on(Place(team_id=team.id), MONDAY, band.id).wanted == 0
