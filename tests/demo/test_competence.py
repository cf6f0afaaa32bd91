"""What the fictional staff can: a full matrix, gaps, what hangs on one, and two years behind it."""

from datetime import date, timedelta

import pytest

from dagleder.competence.gaps import gap_counts
from dagleder.competence.lapsing import lapses
from dagleder.competence.levels import Source, Wish
from dagleder.competence.vulnerability import State, vulnerable
from dagleder.presence.count import HOUSE
from tests.conftest import NOW

TODAY = NOW.date()
HOLDERS_AND_WANTED = {
    "Sprogvurdering": (6, 4),
    "TRAS": (1, 3),
    "Læringsmiljøer": (12, 8),
    "Forældresamarbejde": (9, 8),
    "Specialpæd. principper": (2, 6),
    "Visuel støtte": (4, 4),
    "Videorefleksion": (2, 4),
    "Vejledning studerende": (3, 3),
    "Legende aktiviteter": (5, 4),
    "Førstehjælp": (15, 10),
    "Medicinhåndtering": (2, 4),
    "Brandansvarlig": (1, 3),
}


@pytest.fixture
def facts(demo_services):
    return demo_services.competence.facts()


def called(facts, ids):
    return [facts.people[each].called for each in ids]


def test_so_many_can_what_is_wanted(facts):
    wanted = {key: count for (key, place), count in facts.wanted.items() if place == HOUSE}
    assert {
        facts.competences[key].head: (sum(facts.can_alone(who, key) for who in facts.people), count)
        for key, count in wanted.items()
    } == HOLDERS_AND_WANTED


def test_tras_hangs_on_karen_and_brandansvar_on_otto(facts):
    single = {
        each.competence.head: called(facts, each.holders) for each in vulnerable(facts) if each.state is State.SINGLE
    }
    assert single == {"TRAS": ["Karen"], "Brandansvarlig": ["Otto"]}
    assert [each.competence.head for each in vulnerable(facts) if each.state is State.NONE] == ["Brandansvarlig"]


def test_everybody_on_the_staff_has_been_assessed(facts):
    assert {who for who, _ in facts.holdings} == set(facts.people)


def test_there_are_gaps_in_every_stue_and_most_of_what_is_expected_is_there(facts):
    counts = gap_counts(facts)
    assert all(count.below for team, count in counts.teams if team)
    assert 0 < counts.house.below < counts.house.expected / 3


def test_one_first_aid_has_lapsed_and_two_lapse_within_ninety_days(facts):
    (first, *others) = lapses(facts)
    assert called(facts, [first.employee_id]) == ["Ulla"]
    assert first.lapsed
    assert [(*called(facts, [each.employee_id]), each.days) for each in others] == [("Helle", 27), ("Otto", 84)]


def test_own_views_that_differ_stand_beside_the_leaders(facts):
    pairs = [held for held in facts.holdings.values() if held.own and held.counted and held.counted is not held.own]
    assert len(pairs) == 6
    assert sum(held.own.level != held.counted.level for held in pairs) == 5


def test_goals_are_open_reached_and_given_up_and_wishes_of_every_kind_are_told(demo_services, facts):
    goals = [goal for who in facts.people for goal in demo_services.competence.goals(who)]
    assert sum(goal.ended_on is None for goal in goals) == 10
    assert {goal.reached for goal in goals if goal.ended_on} == {True, False}
    assert {held.wish.wish for held in facts.holdings.values() if held.wish} == set(Wish)


def test_what_karen_can_has_a_course_of_two_years(demo_services):
    karen = demo_services.staff.find("Karen Ulvdal").id
    tras = next(each.id for each in demo_services.competence.competences() if each.key == "tras")
    history = demo_services.competence.history(karen, tras)
    assert [(each.level, each.source) for each in history] == [
        (4, Source.TALK),
        (4, Source.TALK),
        (4, Source.COURSE),
        (3, Source.TALK),
    ]
    assert history[0].day == date(2026, 3, 3)
    assert history[-1].day < TODAY - timedelta(days=700)


def test_nobody_was_assessed_by_others_before_she_came(demo_services, facts):
    for who, person in facts.people.items():
        start = person.employment.start
        days = [each.day for each in demo_services.competence.history(who) if each.source is Source.TALK]
        assert not [day for day in days if start and day < start]
