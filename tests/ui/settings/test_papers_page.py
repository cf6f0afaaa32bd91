"""Udskriv og eksport: every paper opens, and the list is found by typing."""

import pytest

from tests.ui.settings.conftest import click


@pytest.fixture
def shown(place):
    return place, place.open("papers")


def titles(page):
    return [line.offer.title for line in page.lines if not line.isHidden()]


def test_all_papers_stand_in_one_place(shown):
    _place, page = shown
    assert titles(page) == [
        "Bemanding i denne uge",
        "Medarbejdere",
        "Kompetenceoverblik",
        "Kompetenceprofil",
        "Sårbarhed",
        "Mødeplan",
        "Opgaver",
        "Tekst til kommunens fortegnelse",
        "Information til personalet",
        "Nøgleark",
    ]


def test_each_paper_but_the_key_of_an_open_house_can_be_made(shown, qtbot, messages):
    place, page = shown
    for line in page.lines:
        click(qtbot, line.show_button)
        place.frame.back()
    assert [job.build(job.options)[:4] for job in place.papers] == [b"%PDF"] * 9
    assert "ingen adgangskode" in messages.problems[0].sentence


def test_the_further_forms_are_made_too(shown, qtbot):
    place, page = shown
    for line in page.lines:
        if line.offer.forms != "PDF":
            click(qtbot, line.show_button)
            place.frame.back()
    made = {job.file_name: [form.extension for form in job.formats] for job in place.papers}
    assert made == {
        "Medarbejdere": [".xlsx"],
        "Kompetenceoverblik": [".xlsx"],
        "Kompetenceprofil": [".xlsx"],
        "Sårbarhed": [".xlsx"],
        "Mødeplan 2026": [".xlsx", ".ics"],
        "Opgaver": [".xlsx"],
    }


def test_the_filter_finds_papers_and_says_when_there_are_none(shown, qtbot):
    _place, page = shown
    page.focus_filter()
    qtbot.keyClicks(page._filter, "kalenderfil")
    assert titles(page) == ["Mødeplan"]
    page._filter.setText("qwxz")
    assert page._nothing.isVisible()


def test_papers_are_actions_of_the_page(shown):
    place, page = shown
    action = next(action for action in page.page_actions() if action.name == "Vis papiret: Medarbejdere")
    action.run()
    assert [job.file_name for job in place.papers] == ["Medarbejdere"]


def test_pictures_of_the_papers(shown, grab):
    place, _page = shown
    grab(place.room, "udskriv-og-eksport")
