"""Whoever could take a task over is whom Uddelegér would give it to on the day after: one rule in both."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.competence.drafts import AssessmentDraft, CompetenceDraft
from dagleder.presence.drafts import AbsenceDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.needs import Need
from tests.conftest import NOW
from tests.departure.conftest import TODAY, line, lines
from tests.queries import count_queries

SECTIONS = ("roles", "tasks", "partners")
DUE = date(2026, 6, 1)


def named(successor):
    """The names in 'Karen, Otto og 2 til'; none in 'ingen endnu. På vej: Nanna'."""
    if successor.startswith("ingen"):
        return set()
    return {name for name in re.split(r", | og ", successor) if not name.endswith(" til")} - {"frit valg"}


@pytest.fixture
def tomorrow(demo_services):
    """'Uddelegér' as it will answer tomorrow."""
    return app.compose(demo_services.database, FixedClock(NOW + timedelta(days=1))).delegation


def test_of_every_task_it_is_known_whom_uddeleger_will_give_it_to(demo_services, tomorrow):
    tasks = demo_services.tasks.tasks()
    may = demo_services.delegation.who_may(tasks, TODAY + timedelta(days=1))
    assert len(tasks) > 20
    for task in tasks:
        offered = {each.employee_id for each in tomorrow.suggest(task.id).candidates}
        assert {each.id for each in may[task.id]} == offered


def test_nobody_is_named_whom_uddeleger_would_refuse(demo_services, without, tomorrow):
    tasks, seen = {task.id: task for task in demo_services.tasks.tasks()}, 0
    for person in demo_services.staff.staff_list():
        departure = without(person.id)
        for told in (each for key in SECTIONS for each in lines(departure, key)):
            assert told.opens is not None
            task = tasks[told.opens[1]]
            names = named(told.successor.removesuffix(", som lærer den"))
            may = {each.called for each in tomorrow.suggest(task.id).candidates}
            assert names <= may - {departure.called}
            seen += bool(names)
    assert seen


def test_somebody_on_leave_all_the_time_takes_nothing_over(demo_services, without):
    told = [
        each.successor
        for person in demo_services.staff.staff_list()
        for key in SECTIONS
        for each in lines(without(person.id), key)
    ]
    assert not [successor for successor in told if "Fatima" in successor]


# --- one at a time ---------------------------------------------------------------------------------


@pytest.fixture
def hire(demo_services) -> Callable[[str], int]:
    def hire_one(name):
        first, last = name.split()
        return demo_services.staff.add(NewEmployeeDraft(EmployeeDraft(first, last, "P", start=date(2015, 1, 1)), 2220))

    return hire_one


@pytest.fixture
def certified(demo_services, hire):
    """Somebody with a certificate nobody else has, its id, and a task of hers that asks for it until 1 June."""
    competence = demo_services.competence
    which = competence.add_competence(CompetenceDraft("Livredder", competence.areas()[0].id, certificate=True))
    ada = hire("Ada Skov")
    needs, people = (Need(which, 3),), (PersonDraft(ada),)
    demo_services.tasks.add(TaskDraft("Tur til stranden", needs=needs, people=people, due=DUE))
    return ada, which


def test_a_certificate_that_lapses_before_the_deadline_is_not_enough(demo_services, without, hire, certified):
    ada, which = certified
    bea = hire("Bea Holm")
    for until, expected in ((DUE - timedelta(days=1), "ingen"), (DUE, "Bea")):
        demo_services.competence.assess(AssessmentDraft(bea, which, 3, TODAY, valid_until=until))
        assert line(without(ada), "tasks", "Tur til stranden").successor == expected


def test_absence_after_her_last_day_counts_and_absence_before_does_not(demo_services, without, hire, certified):
    ada, which = certified
    bea, last = hire("Bea Holm"), date(2026, 4, 30)
    demo_services.competence.assess(AssessmentDraft(bea, which, 3, TODAY))
    (before,) = demo_services.presence.add_absence(AbsenceDraft(bea, TODAY, last, "B"))
    assert line(without(ada, last), "tasks", "Tur til stranden").successor == "Bea"
    demo_services.presence.remove_absence(before)
    demo_services.presence.add_absence(AbsenceDraft(bea, last + timedelta(days=1), DUE, "B"))
    assert line(without(ada, last), "tasks", "Tur til stranden").successor == "ingen"


def test_the_leader_is_nobodys_successor(demo_services, without, hire, certified):
    ada, which = certified
    demo_services.competence.assess(AssessmentDraft(hire("Bea Holm"), which, 3, TODAY))
    assert line(without(ada), "tasks", "Tur til stranden").successor == "Bea"
    demo_services.settings.save_house(replace(demo_services.settings.house(), leader_name="Bea Holm"))
    assert line(without(ada), "tasks", "Tur til stranden").successor == "ingen"


def test_many_tasks_cost_as_many_queries_as_one(demo_services, without, certified):
    ada, which = certified
    few = count_queries(lambda: without(ada))
    for number in range(8):
        draft = TaskDraft(f"Nr {number}", needs=(Need(which, 3),), people=(PersonDraft(ada),))
        demo_services.tasks.add(draft)
    assert count_queries(lambda: without(ada)) == few
