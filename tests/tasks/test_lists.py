"""The list as it is read: groups by deadline, and the words at each task. Today is Thursday 12 March 2026, week 11."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.dates import monday_of
from dagleder.tasks.lists import (
    Which,
    belongs,
    counts,
    due_text,
    follow_up_text,
    grouped,
    overdue,
    people_text,
    progress_text,
    to_ask_about,
)
from dagleder.tasks.states import Part, State
from tests.conftest import NOW
from tests.tasks.make import day, follow_up, person, steps, task

TODAY = NOW.date()
OWN = task(own=True)
HERS = task(people=(person(1),))
NOBODYS = task()
DONE = task(own=True, state=State.DONE, ended_on=day("2/3"))


def names(*tasks, today=TODAY):
    return [(group.name, [each.title for each in group.tasks]) for group in grouped(tasks, today)]


def test_tasks_are_grouped_by_deadline_the_soonest_first():
    tasks = [
        task("Uden", due=None),
        task("Maj", due=day("1/5")),
        task("Mandag", due=day("16/3")),
        task("Søndag", due=day("15/3")),
        task("I dag", due=TODAY),
        task("I går", due=day("11/3")),
        task("Forrige uge", due=day("5/3")),
    ]
    assert names(*tasks) == [
        ("Over fristen", ["Forrige uge", "I går"]),
        ("Denne uge", ["I dag", "Søndag"]),
        ("Senere", ["Mandag", "Maj"]),
        ("Uden frist", ["Uden"]),
    ]


def test_the_week_goes_on_over_new_year():
    new_year = task("Nytår", due=day("3/1/2027")), task("Bagefter", due=day("4/1/2027"))
    assert names(*new_year, today=day("31/12")) == [("Denne uge", ["Nytår"]), ("Senere", ["Bagefter"])]
    old_year = task("Julen", due=day("31/12"))
    assert names(old_year, today=day("1/1/2027")) == [("Over fristen", ["Julen"])]


@pytest.mark.parametrize("on", ["10/3", "12/3", "16/3"])
def test_a_follow_up_moves_no_task_from_its_deadline_and_makes_none_late(on):
    asked = task("Introplan", due=day("1/5"), follow_ups=(follow_up(on),))
    assert (names(asked), due_text(asked, TODAY)) == ([("Senere", ["Introplan"])], "1. maj")
    without = task("Introplan", follow_ups=(follow_up(on),))
    assert (names(without), due_text(without, TODAY)) == ([("Uden frist", ["Introplan"])], "")
    assert not overdue(asked, TODAY)
    assert not overdue(without, TODAY)


@pytest.mark.parametrize(
    ("on", "told"), [("10/3", "Følg op 10. marts."), ("12/3", "Følg op i dag."), ("15/3", "Følg op 15. marts.")]
)
def test_a_follow_up_of_this_week_or_before_waits_and_is_told_for_itself(on, told):
    waits = to_ask_about(task(due=day("1/5"), follow_ups=(follow_up(on),)), TODAY)
    assert waits is not None
    assert follow_up_text(waits, TODAY) == told


@pytest.mark.parametrize(
    "each",
    [
        task(follow_ups=(follow_up("16/3"),)),
        task(follow_ups=(follow_up("10/3", answered=True),)),
        task(follow_ups=(follow_up("10/3"),), state=State.DONE, ended_on=TODAY),
    ],
)
def test_a_follow_up_of_another_week_an_answered_one_and_that_of_a_task_that_ended_do_not_wait(each):
    assert to_ask_about(each, TODAY) is None


def test_the_year_of_a_follow_up_is_told_where_it_is_another():
    assert follow_up_text(follow_up("30/12/2025"), TODAY) == "Følg op 30. december 2025."


def test_tasks_that_ended_come_by_month_the_newest_first():
    ended = [
        task(title, state=State.DONE, ended_on=day(on))
        for title, on in [("A", "5/1"), ("B", "2/3"), ("C", "10/3"), ("D", "30/12/2025")]
    ]
    assert names(*ended) == [("Marts", ["C", "B"]), ("Januar", ["A"]), ("December 2025", ["D"])]


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(-400, 400))
def test_every_task_is_in_the_group_of_its_deadline(today, days):
    due = today + timedelta(days=days)
    ((group, _),) = names(task(due=due), today=today)
    week = monday_of(due) == monday_of(today)
    assert group == ("Over fristen" if days < 0 else "Denne uge" if week else "Senere")


@pytest.mark.parametrize(
    ("each", "where"),
    [
        (OWN, {Which.ALL, Which.OWN}),
        (HERS, {Which.ALL, Which.DELEGATED}),
        (NOBODYS, {Which.ALL, Which.UNASSIGNED}),
        (DONE, {Which.ENDED}),
    ],
)
def test_each_list_has_its_tasks(each, where):
    assert {which for which in Which if belongs(each, which)} == where


def test_the_lists_tell_how_many_there_are():
    assert counts([OWN, OWN, HERS, NOBODYS, DONE]) == {
        Which.ALL: 4,
        Which.OWN: 2,
        Which.DELEGATED: 1,
        Which.UNASSIGNED: 1,
        Which.ENDED: 1,
    }


@pytest.mark.parametrize(
    ("each", "text"),
    [
        (task(due=day("10/3")), "10. mar · 2 dage over"),
        (task(due=day("11/3")), "11. mar · 1 dag over"),
        (task(due=TODAY), "12. mar · i dag"),
        (task(due=day("13/3")), "13. mar"),
        (task(due=day("13/3/2027")), "13. mar 2027"),
        (task(), ""),
        (task(due=day("10/3"), state=State.DONE, ended_on=day("9/3")), "9. mar"),
        (task(due=day("10/3"), state=State.DROPPED, ended_on=day("9/3/2025")), "9. mar 2025"),
    ],
)
def test_the_deadline_is_told_in_words(each, text):
    assert due_text(each, TODAY) == text


@pytest.mark.parametrize(
    ("each", "text"),
    [
        (HERS, "Otto Kærvig"),
        (task(people=(person(1), person(2, "Thea Birkemark"))), "Otto og Thea"),
        (task(people=(person(1), person(2, "Thea Birkemark", Part.LEARNER))), "Otto Kærvig"),
        (OWN, "Dig"),
        (NOBODYS, "Ikke fordelt"),
    ],
)
def test_who_has_it_is_told_by_name(each, text):
    assert people_text(each) == text


def test_who_has_left_is_marked_while_the_task_is_open():
    left, stays = person(1, last_day=day("11/3")), person(2, "Thea Birkemark", last_day=TODAY)
    assert people_text(task(people=(left,)), today=TODAY) == "Otto Kærvig (stoppet)"
    assert people_text(task(people=(left, stays)), today=TODAY) == "Otto (stoppet) og Thea"
    assert people_text(replace(DONE, own=False, people=(left,)), today=TODAY) == "Otto Kærvig"


def test_progress_comes_from_the_checklist_else_from_the_state():
    assert (task(steps=steps(True, False, False)).progress, task().progress) == (1 / 3, None)
    assert progress_text(task(steps=steps(True, False, False))) == "1 af 3"
    assert progress_text(task()) == "ikke startet"
    assert progress_text(task(state=State.STARTED)) == "i gang"
    assert progress_text(task(state=State.DONE, steps=steps(False))) == "færdig"
