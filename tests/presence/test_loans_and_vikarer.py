from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.presence.drafts import AbsenceDraft, LoanDraft, SubstituteDraft
from tests.presence.make import AFTERNOON, BEE, BUG, CLOSING, FRIDAY, MONDAY, MORNING, OPENING, THURSDAY, numbers


@pytest.fixture
def karen(hire):
    return hire("Karen", "Ulvdal", "8-16")


def bands(presence, team, day=MONDAY):
    return numbers(presence.day(day).team(team))


def test_somebody_is_lent_for_a_week_and_comes_back(presence, karen, database):
    loan = presence.add_loan(LoanDraft(karen, BEE, MONDAY, FRIDAY))
    assert database.undo_name() == "Lån Karen til Humlebien 16.–20. marts"
    assert (bands(presence, BUG), bands(presence, BEE)) == ([0] * 5, [0, 1, 1, 1, 0])
    assert [each.id for each in presence.loans(FRIDAY, FRIDAY)] == [loan]
    presence.remove_loan(loan)
    assert database.undo_name() == "Fjern lån af Karen"
    assert bands(presence, BUG) == [0, 1, 1, 1, 0]


def test_a_loan_for_a_band_may_lie_inside_one_for_the_day(presence, karen):
    presence.add_loan(LoanDraft(karen, BEE, MONDAY, MONDAY))
    with pytest.raises(UserProblem, match=r"Karen er allerede udlånt til Humlebien 16. marts"):
        presence.add_loan(LoanDraft(karen, BEE, MONDAY, FRIDAY))
    presence.add_loan(LoanDraft(karen, BEE, MONDAY, MONDAY, MORNING))
    presence.add_loan(LoanDraft(karen, BEE, THURSDAY, THURSDAY, MORNING))


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ((BUG, MONDAY, MONDAY), "er i forvejen på Mariehønen"),
        ((BEE, FRIDAY, MONDAY), "Slutdatoen ligger før"),
        ((99, MONDAY, MONDAY), "findes ikke længere"),
    ],
)
def test_a_loan_that_makes_no_sense_is_refused(presence, karen, draft, sentence):
    with pytest.raises(UserProblem, match=sentence):
        presence.add_loan(LoanDraft(karen, *draft))


def test_nobody_is_put_on_a_stue_that_is_no_more(presence, settings, karen):
    settings.close_team(BEE, THURSDAY)
    for add in (
        lambda: presence.add_loan(LoanDraft(karen, BEE, MONDAY, FRIDAY)),
        lambda: presence.add_substitute(SubstituteDraft(BEE, MONDAY, FRIDAY)),
    ):
        with pytest.raises(UserProblem, match="Humlebien er lukket"):
            add()
    presence.add_loan(LoanDraft(karen, BEE, MONDAY, MONDAY))


@pytest.mark.parametrize(
    ("draft", "name", "numbers_there"),
    [
        (SubstituteDraft(BEE, MONDAY, MONDAY), "Sæt vikar på Humlebien 16. marts", [1, 1, 1, 1, 1]),
        (
            SubstituteDraft(BEE, MONDAY, FRIDAY, name=" Anna  Berg", band_id=OPENING),
            "Sæt Anna Berg på Humlebien 16.–20. marts",
            [1, 0, 0, 0, 0],
        ),
    ],
)
def test_a_vikar_from_outside_named_or_not(presence, database, draft, name, numbers_there):
    number = presence.add_substitute(draft)
    assert database.undo_name() == name
    assert bands(presence, BEE) == numbers_there
    presence.remove_substitute(number)
    assert database.undo_name() == "Fjern vikar på Humlebien"
    assert presence.substitutes(MONDAY, FRIDAY) == ()


def test_one_of_the_staff_as_vikar_keeps_her_own_name_and_role(presence, hire):
    vera = hire("Vera", role="V", hours=None, team=None)
    presence.add_substitute(SubstituteDraft(BEE, MONDAY, FRIDAY, employee_id=vera, name="Anna", pedagogue=True))
    (row,) = presence.substitutes(MONDAY, MONDAY)
    assert (row.employee_id, row.name) == (vera, "")
    assert presence.day(MONDAY).team(BEE).pedagogues == 0


def test_a_vikar_of_the_staff_is_checked_for_absence_of_her_own(presence, karen):
    presence.add_absence(AbsenceDraft(karen, FRIDAY, FRIDAY, "A", 720, 960))
    with pytest.raises(UserProblem, match=r"Karen har selv afspadsering 20. marts kl. 12–16. Vælg en anden."):
        presence.add_substitute(SubstituteDraft(BEE, MONDAY, FRIDAY, karen, band_id=AFTERNOON))
    presence.add_substitute(SubstituteDraft(BEE, MONDAY, FRIDAY, karen, band_id=MORNING))


def test_a_vikar_of_the_staff_is_in_one_place_at_a_time(presence, karen):
    presence.add_substitute(SubstituteDraft(BEE, MONDAY, FRIDAY, karen, band_id=CLOSING))
    presence.add_substitute(SubstituteDraft(BUG, MONDAY, FRIDAY, karen, band_id=OPENING))
    for band in (None, CLOSING):
        with pytest.raises(UserProblem, match=r"Karen er allerede vikar på Humlebien 16.–20. marts"):
            presence.add_substitute(SubstituteDraft(BUG, FRIDAY, FRIDAY, karen, band_id=band))


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (SubstituteDraft(BEE, FRIDAY, MONDAY), "Slutdatoen ligger før"),
        (SubstituteDraft(BEE, MONDAY, MONDAY, name="Anna 010190-1234"), "CPR"),
        (SubstituteDraft(BEE, MONDAY, MONDAY, name="Anna 010190\u200b1234"), "CPR"),
        (SubstituteDraft(BEE, MONDAY, MONDAY, name="A" * 5000), "højst 100 tegn"),
        (SubstituteDraft(BEE, MONDAY, MONDAY, employee_id=99), "findes ikke længere"),
    ],
)
def test_a_vikar_that_cannot_be_is_refused(presence, draft, sentence):
    with pytest.raises(UserProblem, match=sentence):
        presence.add_substitute(draft)


def test_a_vikar_from_outside_works_when_the_house_does(presence):
    saturday = date(2026, 3, 21)
    presence.add_substitute(SubstituteDraft(BEE, FRIDAY, saturday))
    assert [len(presence.day(day).people) for day in (FRIDAY, saturday)] == [1, 0]


def test_nobody_is_lent_after_leaving(presence, hire):
    gone = hire("Otto", end=date(2026, 3, 1))
    with pytest.raises(UserProblem, match="Otto er fratrådt"):
        presence.add_loan(LoanDraft(gone, BEE, MONDAY, MONDAY))


def test_a_loan_for_a_band_holds_on_a_saturday_that_is_worked(presence, hire):
    someone = hire("Nanna", "Holm", "8-16", "", "", "", "", "8-16")
    saturday = date(2026, 3, 21)
    presence.add_loan(LoanDraft(someone, BEE, saturday, saturday, MORNING))
    assert (bands(presence, BUG, saturday), bands(presence, BEE, saturday)) == ([0, 0, 1, 1, 0], [0, 1, 0, 0, 0])
