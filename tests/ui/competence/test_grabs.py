"""The page Kompetencer in pictures: light and dark, two sizes, nothing cut off."""

from functools import partial

import pytest

from tests.ui.competence.ways import aside, choose, fits
from tests.ui.grabs import settle
from ui.kit.fields import FieldKind


def test_the_matrix(page, place, grab):
    choose(page, place, "Karen Ulvdal", "TRAS")
    grab(place.room, "kompetencer")


def test_all_competences(page, place, grab):
    page.desk.all_or_in_use()
    grab(place.room, "kompetencer-alle")


@pytest.mark.parametrize("tab", ["coverage", "lapses", "plans"])
def test_the_other_tabs(page, place, grab, tab, qtbot):
    page.show_tab(tab)
    place.wait(qtbot)
    grab(place.room, f"kompetencer-{tab}")


@pytest.mark.parametrize("panel", ["assess", "goal", "history", "note"])
def test_what_is_asked_for_about_a_cell(page, place, grab, panel):
    choose(page, place, "Karen Ulvdal", "TRAS")
    getattr(page.desk, panel)()
    grab(place.room, f"kompetencer-panel-{panel}")
    assert fits(aside(page))


def new_competence(page):
    page.add()
    aside(page).new_wanted.emit("")


@pytest.mark.parametrize("size", [100, 130])
def test_every_field_of_a_panel_is_as_wide_as_the_others(page, place, theme, size):
    theme.choose(text_size=size)
    choose(page, place, "Emil Vestermose", "Førstehjælp")
    for ask in (page.desk.assess, page.desk.goal, partial(new_competence, page)):
        ask()
        settle(place.room)
        fields = [frame.control for frame in aside(page).form.frames() if frame.field.kind is not FieldKind.CHECK]
        edges = {(each.mapTo(place.room, each.rect().topLeft()).x(), each.width()) for each in fields}
        assert len(edges) == 1, aside(page).accessibleName()


def test_a_certificate_asks_until_when_it_holds(page, place, grab):
    choose(page, place, "Emil Vestermose", "Førstehjælp")
    page.desk.set_level(3)
    grab(place.room, "kompetencer-panel-bevis")
    assert fits(aside(page))


def test_a_new_competence(page, place, grab):
    new_competence(page)
    grab(place.room, "kompetencer-panel-ny")
    assert fits(aside(page))


def test_candidates(page, place, grab):
    pair = choose(page, place, "Karen Ulvdal", "TRAS")
    page.desk.panels.candidates(pair[1])
    grab(place.room, "kompetencer-panel-kandidater")


def test_the_catalogue(page, place, grab):
    choose(page, place, "Karen Ulvdal", "TRAS")
    page.add()
    grab(place.room, "kompetencer-panel-katalog")
    page.edit_needs()
    grab(place.room, "kompetencer-panel-behov")


def test_a_house_without_wanted_numbers(place, grab, qtbot):
    service = place.services.competence
    service.set_wanted(dict.fromkeys(service.facts().wanted))
    place.open("competence")
    place.wait(qtbot)
    grab(place.room, "kompetencer-forslag")


@pytest.mark.parametrize("tab", ["overview", "coverage", "lapses", "plans"])
def test_the_largest_text(page, place, theme, grab, tab, qtbot):
    theme.choose(text_size=130)
    page.show_tab(tab)
    place.wait(qtbot)
    grab(place.room, f"kompetencer-130-{tab}")


@pytest.mark.parametrize("panel", ["assess", "goal", "history", "add", "edit_needs"])
def test_the_largest_text_in_panels(page, place, theme, grab, panel):
    theme.choose(text_size=130)
    choose(page, place, "Karen Ulvdal", "TRAS")
    getattr(page.desk if hasattr(page.desk, panel) else page, panel)()
    grab(place.room, f"kompetencer-130-panel-{panel}")
    assert fits(aside(page))
