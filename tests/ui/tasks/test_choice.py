"""Whom a task is about to be given to: what each move does to the choice."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.tasks.criteria import Criterion
from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Pointed, Suggestion, Valued, Why
from ui.tasks.candidate_lines import FIRST_SHOWN, NOBODY, Head, More, lines_of
from ui.tasks.choice import Choice


def candidate(number):
    values = {each: Valued(2, "Har plads") for each in Criterion}
    return Candidate(
        number, f"Person {number}", f"P{number}", "P", "Ræven", values, f"P{number} har plads.", f"P{number} kan."
    )


def lacking(number, why=Why.NEED):
    return LeftOut(number, f"Person {number}", f"P{number}", "PM", "Uglen", why, "Mangler niveau 3.")


def suggestion(candidates=(1, 2, 3), left_out=()):
    day = date(2026, 3, 12)
    people = tuple(candidate(each) for each in candidates)
    return Suggestion(7, "Tilsyn", Weights(), day, day, people, tuple(left_out), ())


def test_another_by_hand_leaves_the_way_that_was_gone_but_not_those_who_learn():
    choice = Choice(1, learners=frozenset({9}), direction=Direction.SAFE, partner=4)
    assert choice.of(2) == Choice(2, learners=frozenset({9}))
    assert choice.of(1) is choice


def test_one_who_lacks_a_must_learns_along_and_her_partner_has_the_task():
    way = Pointed(Direction.DEVELOPING, "", 9, 1, learns_along=True)
    choice = Choice(2).towards(way)
    assert (choice.owners, choice.learners, choice.partner) == ((1,), frozenset({9}), None)
    along = Choice(2).towards(Pointed(Direction.DEVELOPING, "", 3, 1))
    assert (along.owners, along.partner, along.direction) == ((3,), 1, Direction.DEVELOPING)


def test_whoever_can_no_longer_have_it_is_let_go():
    before = Choice(3, (2,), frozenset({8, 9}), Direction.SAFE, 4)
    after = before.still(suggestion((1, 2), [lacking(9), lacking(8, Why.AWAY)]))
    assert after == Choice(1, (2,), frozenset({9}))
    assert before.still(suggestion((3, 2), [lacking(8), lacking(9)])) == before
    assert Choice(1).still(suggestion(())) == Choice()


def test_a_way_that_names_another_by_now_is_left():
    now = replace(suggestion((1, 2)), directions=(Pointed(Direction.SAFE, "", 2),))
    assert Choice(1, direction=Direction.SAFE).still(now) == Choice(1)
    assert Choice(2, direction=Direction.SAFE).still(now) == Choice(2, direction=Direction.SAFE)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Jeg har valgt P3, som kan.", "P3"),
        ("Her kommer det: jeg har valgt, at P9 lærer med.", "P9"),
        ("Jeg har valgt P1, og P3 vejleder til juni.", ""),
    ],
)
def test_a_reason_that_says_another_was_chosen_is_found(text, other):
    found = suggestion(left_out=[lacking(9)])
    assert Choice(1).spoken_of(found, text) == other


def test_several_have_it_together_and_the_reason_tells_of_each():
    choice = Choice(1).with_other(3).with_learner(9)
    found = suggestion(left_out=[lacking(9)])
    assert choice.called(found) == "P1 og P3, P9 lærer med"
    assert [*choice.explanations(found).values()] == ["P1 kan.", "P3 kan.", "Jeg har valgt, at P9 lærer med."]
    assert choice.with_other(3).with_learner(9) == Choice(1)


@pytest.mark.parametrize(
    ("text", "hers", "others"),
    [
        ("P1 kan.\nP3 kan.", "P1 kan.", "P3 kan."),
        ("P1 kan.\nP3 kan. I har tid til det.", "P1 kan. I har tid til det.", "P3 kan. I har tid til det."),
        ("P1 kan lidt.\nP3 kan.\nJeg vil gerne.", "P1 kan lidt. Jeg vil gerne.", "P3 kan. Jeg vil gerne."),
        ("P1 og P3 deler den.", "P1 og P3 deler den.", "P1 og P3 deler den."),
    ],
)
def test_what_is_said_of_one_is_not_kept_on_another_and_what_is_said_to_all_is(text, hers, others):
    choice = Choice(1).with_other(3)
    assert choice.reasons(suggestion(), text) == {1: hers, 3: others}


def test_the_draft_names_everybody_once():
    choice = Choice(1, (2,), frozenset({9, 2}), Direction.SAFE, 2)
    draft = choice.draft(suggestion(left_out=[lacking(9)]), "Fordi", Mandate.DECIDE)
    assert (draft.employee_ids, draft.learner_ids, draft.partner_id) == ((1, 2), (9,), None)
    draft.check()


def test_the_list_begins_with_a_few_and_ends_with_those_who_cannot():
    found = suggestion(range(1, 9), [lacking(20), lacking(21, Why.ROLE)])
    lines = lines_of(found, everybody=False)
    assert lines[FIRST_SHOWN] == More(3)
    heads = [line.text for line in lines if isinstance(line, Head)]
    assert heads == ["Mangler krav · 1", "Kan ikke vælges · 1"]
    assert not any(isinstance(line, More) for line in lines_of(found, everybody=True))
    assert lines_of(suggestion((), [lacking(20)]), everybody=False)[0] == Head(NOBODY)
    assert More(1).text == "1 mere kan få opgaven."
