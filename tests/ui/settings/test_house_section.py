"""Institution og matrikler, by typing and clicking."""

import pytest

from tests.ui.settings.conftest import click, type_in
from ui.settings.house_section import HouseSection


@pytest.fixture
def shown(show_section):
    return show_section(HouseSection)


def site_names(place):
    return [site.name for site in place.services.settings.sites()]


def row_of(section, name):
    return next(row for row in section.sites.rows.values() if row.form.values()["name"] == name)


def test_the_name_is_kept_when_the_field_is_left_and_can_be_undone(shown, qtbot):
    place, section = shown
    before = place.house.name
    type_in(qtbot, section._form, "name", "Børnehuset Månen")
    assert place.house.name == "Børnehuset Månen"
    place.services.database.undo()
    assert place.house.name == before
    assert section._form.values()["name"] == before


def test_an_empty_name_is_refused_at_its_field(shown, qtbot):
    place, section = shown
    type_in(qtbot, section._form, "name", " ")
    assert section._form.frame("name").sentence == "Skriv institutionens navn."
    assert place.house.name == "Børnehuset Solsikken"


def test_whether_the_leader_counts_is_a_tick(shown):
    place, section = shown
    section._form.frame("counts_leader").control.click()
    assert place.house.counts_leader is True


def test_a_matrikel_is_added_with_the_keyboard_in_its_name(shown, qtbot):
    place, section = shown
    section._add_site()
    section._add_site()
    assert site_names(place)[2:] == ["Ny matrikel", "Ny matrikel 2"]
    type_in(qtbot, row_of(section, "Ny matrikel").form, "name", "Havehuset")
    assert "Havehuset" in site_names(place)


def test_a_matrikel_with_stuer_stays_and_says_why(shown, qtbot, messages):
    place, section = shown
    click(qtbot, row_of(section, "Hovedhuset")._remove)
    assert "hører til Hovedhuset" in messages.problems[0].sentence
    assert "Hovedhuset" in site_names(place)


def test_a_matrikel_made_by_mistake_is_removed(shown, qtbot):
    place, section = shown
    section._add_site()
    click(qtbot, row_of(section, "Ny matrikel")._remove)
    assert site_names(place) == ["Hovedhuset", "Skovhuset"]
