"""Whoever stops and whatever people can: what holds of every answer about competences."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.findings import Level
from dagleder.departure.competences import Competences
from dagleder.departure.orphans import gravity
from dagleder.settings.staffing import Place
from tests.competence.make_facts import NAMES, TRAS, facts
from tests.presence.make import BEE, BUG, person

STAFF = {number: person(number) for number in range(1, 6)}
LEVELS = st.dictionaries(st.tuples(st.sampled_from(sorted(STAFF)), st.sampled_from(sorted(NAMES))), st.integers(0, 4))
WANTED = st.dictionaries(st.sampled_from(sorted(NAMES)), st.integers(1, 4))


def competence_lines(levels, wanted, who, *, functions=False, staff=STAFF):
    told = facts(tuple(staff.values()), levels, wanted=wanted)
    known = {key: replace(each, certificate=functions) for key, each in told.competences.items()}
    history = [held.counted for (one, _), held in told.holdings.items() if one == who and held.counted]
    sections = Competences.of(who, replace(told, competences=known), history).sections()
    return {section.key: section.lines for section in sections}["functions" if functions else "competences"]


@given(LEVELS, WANTED, st.sampled_from(sorted(STAFF)))
def test_nobody_is_to_take_over_from_herself(levels, wanted, who):
    called = STAFF[who].called
    assert all(called not in f"{line.successor} {line.detail}" for line in competence_lines(levels, wanted, who))


@given(LEVELS, WANTED, st.sampled_from(sorted(STAFF)))
def test_what_she_alone_can_is_told_and_what_she_cannot_is_not(levels, wanted, who):
    told = {line.what for line in competence_lines(levels, wanted, who)}
    for key, name in NAMES.items():
        able = {one for one in STAFF if levels.get((one, key), 0) >= 3}
        if able == {who}:
            assert name in told
        if who not in able:
            assert name not in told


@given(LEVELS, WANTED, st.sampled_from(sorted(STAFF)))
def test_what_is_wanted_and_left_to_nobody_must_be_solved(levels, wanted, who):
    lines = competence_lines(levels, wanted, who)
    grave = {line.what for line in lines if line.level is Level.MUST}
    for key in wanted:
        able = {one for one in STAFF if levels.get((one, key), 0) >= 3}
        assert (NAMES[key] in grave) == (who in able and len(able) <= 2)
    assert [gravity(line.level) for line in lines] == sorted(gravity(line.level) for line in lines)


@given(LEVELS, WANTED, st.sampled_from(sorted(STAFF)))
def test_a_function_is_as_grave_as_any_competence_with_as_many_left(levels, wanted, who):
    held = {pair: 3 for pair, level in levels.items() if level >= 3}
    grave, functions = (
        {line.what: line.level for line in competence_lines(held, wanted, who, functions=each)}
        for each in (False, True)
    )
    for key in wanted:
        left = {one for one in STAFF if (one, key) in held} - {who}
        if (who, key) in held:
            assert (functions[NAMES[key]] is Level.MUST) == (len(left) <= 1)
        if NAMES[key] in grave:
            assert functions[NAMES[key]] is grave[NAMES[key]]


def test_a_function_that_one_other_has_is_as_grave_as_it_is_where_she_belongs():
    staff = {1: person(1, teams=(BUG,)), 2: person(2, teams=(BEE,)), 3: person(3, teams=(BEE,))}
    levels, there = {(who, TRAS): 3 for who in staff}, Place(team_id=BUG)
    (line,) = competence_lines(levels, {(TRAS, there): 1}, 1, functions=True, staff=staff)
    assert (line.level, line.detail) == (
        Level.MUST,
        f"Siden 1. januar 2025. Også {staff[2].called} og {staff[3].called}. På Mariehønen: ingen, behov 1.",
    )
    (line,) = competence_lines(levels, {TRAS: 4, (TRAS, there): 1}, 2, functions=True, staff=staff)
    assert line.level is Level.SHOULD
