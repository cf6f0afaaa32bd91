"""'Kun huller', where there are some and where there are none."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from ui.competence.shown import ALL


@pytest.fixture
def card(page):
    return page.desk.card


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_where_there_are_no_gaps_it_is_said_and_one_click_shows_all(page, place, card):
    service = place.services.competence
    facts = service.facts()
    service.set_wanted(dict.fromkeys(facts.wanted))
    for competence_id, role in facts.targets:
        service.set_target(competence_id, role, None)
    page.filter.choose(replace(page.filter.shown, which=ALL, only_gaps=True))
    assert said(card.nothing)[0] == "Ingen huller"
    assert not card.matrix.isVisible()
    card.setFocus()
    assert card.all.hasFocus()
    card.all.click()
    assert card.matrix.hasFocus()
    assert card.matrix.isVisible()
    assert len(card.matrix.matrix.looks) == len(facts.people)


def test_gaps_leave_the_matrix_where_it_is(page, card):
    page.filter.choose(replace(page.filter.shown, only_gaps=True))
    assert card.matrix.isVisible()
    assert card.matrix.matrix.columns


def test_a_stue_without_the_role_that_is_asked_for_says_so(page, place, card):
    facts = place.services.competence.facts()
    leader = next(person.role for person in facts.people.values() if person.role == "PL")
    team = next(team for team in facts.teams if team.name == "Egernet")
    page.filter.choose(replace(page.filter.shown, team_id=team.id, role=leader))
    assert said(card.nothing)[0] == "Ingen medarbejdere"
    page.filter.clear.click()
    assert card.matrix.isVisible()
