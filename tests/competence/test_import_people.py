"""Whom a row of a leader's own sheet is about."""

import pytest

from dagleder.competence.import_people import Staff, Written
from dagleder.competence.import_values import KnownPerson
from dagleder.staff.import_names import read_name
from tests.competence.sheets import PEOPLE


def written(name, *teams, **more):
    return Written(read_name(name, "", ""), teams=teams, **more)


@pytest.mark.parametrize(
    ("row", "person"),
    [
        (written("Bo Skov"), 1),
        (written("BO  SKOV"), 1),
        (written("Skov, Bo"), 1),
        (written("Soes Gramkow"), 4),
        (written("Søsser"), 4),  # what she is called
        (written("Søsser Gramkow"), 4),
        (written("Agnete"), 3),  # the only one of that name
        (written("agnete"), 3),
        (written("Bo", "Egernet"), 2),  # the stue helps
        (written("Bo J."), 2),
        (written("BJ"), 2),
        (written("", initials="bj"), 2),
        (written("Hvem Som Helst", number="04100"), 1),  # the number decides
        (written("Agnete Bekgaard"), 3),  # one slip
        (written("Søs M. Gramkow"), 4),  # a name more
    ],
)
def test_a_row_means_the_one_who_fits(row, person):
    found = Staff(PEOPLE).who_is(row).person
    assert found is not None
    assert found.id == person


@pytest.mark.parametrize(
    ("row", "reason", "candidates"),
    [
        (written("Bo"), "“Bo” kan være Bo Skov og Bo Jæger. Skriv hele navnet.", (1, 2)),
        (written("Bo", "Pindsvinet"), "“Bo” kan være Bo Skov og Bo Jæger. Skriv hele navnet.", (1, 2)),
        (written("Ivan Vejrup"), "Ivan Vejrup er fratrådt.", ()),
        (written("Bo Holm"), "Ingen medarbejder hedder Bo Holm.", (1, 2)),
        (written("Uden Navn"), "Ingen medarbejder hedder Uden Navn.", ()),
    ],
)
def test_a_row_that_may_be_several_or_nobody_says_so(row, reason, candidates):
    answer = Staff(PEOPLE).who_is(row)
    assert answer.person is None
    assert (answer.reason, tuple(person.id for person in answer.candidates)) == (reason, candidates)


def test_a_namesake_who_has_left_is_not_meant():
    people = (KnownPerson(1, "Eva", "Lund", left=True), KnownPerson(2, "Eva", "Thorlund"))
    assert Staff(people).who_is(written("Eva")).person == people[1]


def test_a_slip_that_may_be_two_people_is_not_guessed_at():
    people = (KnownPerson(1, "Bo", "Skov"), KnownPerson(2, "Bo", "Skoh"))
    answer = Staff(people).who_is(written("Bo Skog"))
    assert answer.reason == "“Bo Skog” kan være Bo Skov og Bo Skoh. Skriv hele navnet."


def test_short_names_are_not_guessed_at():
    assert Staff((KnownPerson(1, "Bo", "Skov"),)).who_is(written("Bo Sko")).person is not None
    assert Staff((KnownPerson(1, "Ida", "Y"),)).who_is(written("Ida X")).person is None
