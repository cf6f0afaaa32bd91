"""How far people are from what is expected of them, counted without any average."""

from hypothesis import given
from hypothesis import strategies as st

from dagleder.competence.gaps import gap_counts, gaps
from tests.competence.make_facts import AID, MEDICIN, TRAS, facts
from tests.presence.make import BEE, BUG, person

TARGETS = {(TRAS, "P"): 3, (AID, "P"): 3, (TRAS, "PM"): 2}


def test_a_gap_is_the_target_of_the_role_less_the_level():
    people = [person(0), person(1, role="PM"), person(2, role="PL")]
    found = gaps(facts(people, {(0, TRAS): 1, (1, TRAS): 2, (0, MEDICIN): 0}, targets=TARGETS))
    told = [(each.employee_id, each.competence_id, each.levels, each.assessed) for each in found]
    assert told == [(0, TRAS, 2, True), (0, AID, 3, False)]


def test_stuer_and_house_are_told_as_so_many_of_so_many():
    people = [person(0, teams=(BUG,)), person(1, role="PM", teams=(BEE,)), person(2, teams=())]
    counts = gap_counts(facts(people, {(0, TRAS): 3, (0, AID): 3, (1, TRAS): 1, (2, AID): 0}, targets=TARGETS))
    assert counts.house.text == "2 af 5 under målet, 4 niveauer i alt, 1 ikke vurderet"
    assert [(team and team.name, count.text) for team, count in counts.teams] == [
        ("Mariehønen", "2 mål, alle nået"),
        ("Humlebien", "1 af 1 under målet, 1 niveau i alt"),
        (None, "1 af 2 under målet, 3 niveauer i alt, 1 ikke vurderet"),
    ]


def test_where_nobody_has_looked_nothing_is_said_to_be_below_the_target():
    counts = gap_counts(facts([person(0)], targets=TARGETS))
    assert counts.house.text == "0 af 2 under målet, 2 ikke vurderet"


_LEVELS = st.dictionaries(st.tuples(st.integers(0, 4), st.sampled_from([TRAS, AID])), st.integers(0, 4))
_HOMES = st.lists(st.sampled_from([BUG, BEE, None]), min_size=5, max_size=5)


@given(_LEVELS, _HOMES, st.lists(st.sampled_from(["P", "PM", "V"]), min_size=5, max_size=5))
def test_the_stuer_and_the_people_add_up_to_the_house(levels, homes, roles):
    people = [
        person(number, role=role, teams=() if team is None else (team,))
        for number, (team, role) in enumerate(zip(homes, roles, strict=True))
    ]
    told = facts(people, levels, targets=TARGETS)
    counts, found = gap_counts(told), gaps(told)
    for parts in (counts.people.values(), [count for _, count in counts.teams]):
        known = [each for each in found if each.assessed]
        assert sum(each.below for each in parts) == counts.house.below == len(known)
        assert sum(each.levels for each in parts) == counts.house.levels == sum(each.levels for each in known)
        assert sum(each.unknown for each in parts) == counts.house.unknown == len(found) - len(known)
        assert sum(each.expected for each in parts) == counts.house.expected
    assert all(each.levels > 0 for each in found)
