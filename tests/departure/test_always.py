"""Whoever stops and whatever people can: what holds of every answer about competences."""

from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.findings import Level
from dagleder.departure.competences import Competences
from dagleder.departure.orphans import gravity
from tests.competence.make_facts import NAMES, facts
from tests.presence.make import person

STAFF = {number: person(number) for number in range(1, 6)}
LEVELS = st.dictionaries(st.tuples(st.sampled_from(sorted(STAFF)), st.sampled_from(sorted(NAMES))), st.integers(0, 4))
WANTED = st.dictionaries(st.sampled_from(sorted(NAMES)), st.integers(1, 4))


def competence_lines(levels, wanted, who):
    sections = Competences.of(who, facts(tuple(STAFF.values()), levels, wanted=wanted)).sections()
    return {section.key: section.lines for section in sections}["competences"]


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
