"""Whom the four criteria cannot tell apart come by turn: the least to do, the longest since, then by name."""

from datetime import date

import pytest

from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.earlier import EarlierDraft
from tests.tasks.make import day


@pytest.fixture
def alike(hire):
    """Three with the same of everything, by name."""
    return [hire(name, "P", 1) for name in ("Anna Bo", "Bodil Bo", "Carla Bo")]


def order(delegation, task_id):
    return [each.employee_id for each in delegation.suggest(task_id).candidates]


def pointed(delegation, task_id):
    safe, _, relieving = delegation.suggest(task_id).directions
    return safe.employee_id, relieving.employee_id


def test_of_several_alike_the_one_with_least_to_do_stands_first(delegation, add, alike):
    anna, bodil, carla = alike
    add("Lille", minutes=20, weekly=True, people=(PersonDraft(anna),))
    add("Mindre", minutes=10, weekly=True, people=(PersonDraft(bodil),))
    add("Mindst", minutes=5, weekly=True, people=(PersonDraft(carla),))
    task_id = add("Køb blomster")
    assert order(delegation, task_id) == [carla, bodil, anna]
    assert pointed(delegation, task_id) == (carla, carla)


def test_the_next_goes_to_the_next(tasks, delegation, add, alike):
    first = []
    for title in ("Køb blomster", "Mal hegnet", "Ryd skuret"):
        task_id = add(title, minutes=5, weekly=True)
        first.append(order(delegation, task_id)[0])
        tasks.give(task_id, [PersonDraft(first[-1])])
    assert first == alike


def test_of_those_with_as_much_to_do_the_one_whose_last_is_longest_ago_stands_first(
    tasks, delegation, add, kinds, alike
):
    kind = kinds["oplaeg"].id
    for who, last in zip(alike, (day("1/3"), day("1/2"), day("1/1")), strict=True):
        tasks.add_earlier(EarlierDraft(who, kind, date(2026, 1, 1), last))
    task_id = add("Oplæg", kind_id=kind)
    assert order(delegation, task_id) == list(reversed(alike))
    assert delegation.suggest_all()[task_id].employee_ids == tuple(reversed(alike))
    assert pointed(delegation, task_id) == (alike[-1], alike[-1])
