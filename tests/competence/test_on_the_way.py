"""Certificates that lapse, who could guide whom, what courses came to, and the fifteen proposed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.findings import Level
from dagleder.competence.catalogue import shipped_catalogue
from dagleder.competence.development import after_courses, change_over
from dagleder.competence.guides import guidance
from dagleder.competence.lapsing import lapse_findings, lapses
from dagleder.competence.levels import Source, Wish
from dagleder.competence.proposal import _IDEAS, Size
from dagleder.competence.vulnerability import vulnerable
from dagleder.competence.vulnerability_words import learning_text
from tests.competence.make_facts import AID, TRAS, assessed, facts, goal, wish
from tests.presence.make import BEE, BUG, MONDAY, person


def _lapsing(*days):
    people = [person(number) for number in range(len(days))]
    until = {(number, AID): MONDAY + timedelta(days=each) for number, each in enumerate(days)}
    return facts(people, {(number, AID): 3 for number in range(len(days))}, until=until)


def test_what_lapses_within_90_30_and_0_days_is_told_with_who_and_when():
    told = _lapsing(-15, 0, 30, 31, 90, 91)
    assert [each.level for each in lapses(told)] == [Level.MUST, *[Level.SHOULD] * 2, *[Level.INFO] * 2]
    (finding,) = lapse_findings(told)
    assert finding.subject == "Førstehjælp udløber"
    assert finding.text == "Ida 1. marts (udløbet), Gitte 16. marts, Helle 15. april, Karen 16. april, Mads 14. juni."
    assert finding.level is Level.MUST


def test_a_goal_whose_day_has_passed_is_told_as_that():
    people = [person(number) for number in range(4)]
    due = {1: date(2026, 3, 1), 2: date(2025, 5, 1), 3: date(2026, 6, 1)}
    goals = [goal(who, TRAS, 3, day) for who, day in due.items()]
    (thin,) = vulnerable(told := facts(people, {(0, TRAS): 3}, wanted={TRAS: 2}, goals=goals))
    assert learning_text(thin, told) == (
        "Gitte skulle have nået det i marts. Helle skulle have nået det i maj 2025. Karen har det som mål."
    )


def test_it_holds_on_its_last_day_and_not_on_the_next():
    assert [_lapsing(days).level(0, AID) for days in (0, -1)] == [3, 0]


def test_those_who_can_guide_others_are_offered_in_one_order_to_whoever_wishes_or_has_a_goal():
    people = [person(0, teams=(BEE,)), person(1), person(2), person(3), person(4)]
    levels = {(0, TRAS): 4, (1, TRAS): 4, (2, TRAS): 1, (3, TRAS): 3, (4, TRAS): 2}
    wishes = [wish(2, TRAS), wish(3, TRAS), wish(4, TRAS, Wish.NOT_NOW)]
    (found,) = guidance(facts(people, levels, wishes=wishes))
    assert (found.learner_id, found.level, found.aim, found.agreed, found.guides) == (2, 1, 3, False, (0, 1))


def test_a_goal_above_the_target_is_aimed_at_and_without_a_guide_that_is_told():
    told = facts([person(0), person(1, teams=(BUG,))], {(0, AID): 3}, targets={(AID, "P"): 3}, goals=[goal(0, AID, 4)])
    (found,) = guidance(told)
    assert (found.aim, found.agreed, found.guides) == (4, True, ())


def test_a_course_is_told_by_the_level_before_and_after():
    course = date(2026, 2, 3)
    history = [
        assessed(1, TRAS, 1, day=date(2025, 1, 1)),
        assessed(1, TRAS, 4, day=date(2025, 6, 1), source=Source.SELF),
        assessed(1, TRAS, 2, day=course, source=Source.COURSE),
        assessed(1, TRAS, 3, day=date(2026, 6, 1)),
    ]
    (change,) = after_courses(history)
    assert (change.before, change.after, change.levels) == (1, 3, 2)


def test_where_only_the_own_view_is_known_it_counts_and_where_nothing_is_nothing_is_told():
    own = [assessed(1, TRAS, 2, day=date(2026, 2, 1), source=Source.SELF)]
    change = change_over(own, date(2026, 1, 1))
    assert change is not None
    assert (change.before, change.after) == (None, 2)
    assert change_over([], date(2026, 1, 1)) is None


def test_fifteen_of_the_shipped_catalogue_are_proposed():
    shipped = {each.key for each in shipped_catalogue().competences}
    assert len(_IDEAS) == 15
    assert {idea.key for idea in _IDEAS} <= shipped


@given(st.integers(1, 400), st.integers(1, 30), st.integers(1, 5))
def test_a_bigger_house_is_never_proposed_fewer(staff, teams, sites):
    for idea in _IDEAS:
        number = idea.number(Size(staff, teams, sites))
        assert number <= idea.number(Size(staff + 1, teams + 1, sites + 1))
