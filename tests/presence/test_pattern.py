from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.presence.pattern import home_team, scheduled, usual_team
from dagleder.staff.employment import AgreedHours, Membership
from dagleder.staff.patterns import Pattern
from tests.presence.make import BEE, BUG, FRIDAY, MONDAY, OWL, THURSDAY, TUESDAY, WEDNESDAY, person, shift, week

SATURDAY = FRIDAY + timedelta(days=1)
ALL = frozenset({BUG, BEE, OWL})
MON_TO_WED, THU_FRI = 0b00111, 0b11000


def belongs(team, *, days=0, position=0, first=None, last=None):
    return Membership(position + 1, team, "", first, last, days, position)


def test_without_a_pattern_weekly_hours_are_shared_by_five_days_without_clock_times():
    someone = person(1, hours=37).employment
    assert [scheduled(someone, day) for day in (MONDAY, FRIDAY)] == [shift("7.4 t")] * 2
    assert scheduled(someone, SATURDAY) is None


@pytest.mark.parametrize(("hours", "minutes"), [(28.5, 342), (20, 240), (32.25, 387), (1, 12)])
def test_hours_a_day_are_a_fifth_of_the_week(hours, minutes):
    found = scheduled(person(1, hours=hours).employment, MONDAY)
    assert found
    assert (found.minutes, found.span) == (minutes, None)


def test_one_without_hours_is_not_scheduled():
    assert scheduled(person(1, hours=None, role="V").employment, MONDAY) is None


def test_hours_change_from_their_date():
    someone = person(1, hours=37)
    hours = (AgreedHours(1, None, 37 * 60), AgreedHours(2, WEDNESDAY, 30 * 60), AgreedHours(3, THURSDAY, None))
    employment = type(someone.employment)(1, "", "", "P", None, None, hours, (), ())
    assert [scheduled(employment, day) for day in (TUESDAY, WEDNESDAY, THURSDAY)] == [shift("7.4t"), shift("6t"), None]


def test_a_pattern_wins_over_the_hours_and_its_empty_days_are_off():
    someone = person(1, "8-15.30", "", "7 t", "8-16", "").employment
    found = [scheduled(someone, MONDAY + timedelta(days=n)) for n in range(7)]
    assert found == [shift("8-15.30"), None, shift("7 t"), shift("8-16"), None, None, None]


def test_the_pattern_that_began_last_holds():
    early = Pattern(1, date(2020, 1, 1), date(2020, 1, 6), (week("8-15"),))
    late = Pattern(2, WEDNESDAY, MONDAY, (week("9-17"),))
    someone = person(1, patterns=(late, early)).employment
    assert [scheduled(someone, day) for day in (TUESDAY, WEDNESDAY)] == [shift("8-15"), shift("9-17")]


def test_before_the_first_pattern_the_hours_hold():
    someone = person(1, patterns=(Pattern(1, WEDNESDAY, MONDAY, (week("9-17"),)),)).employment
    assert scheduled(someone, TUESDAY) == shift("7.4t")


@given(st.integers(1, 8), st.integers(-300, 300), st.integers(0, 6))
def test_a_rotation_repeats_from_its_anchor_both_ways(weeks, away, weekday):
    rotation = tuple((shift(f"{n} t"),) * 7 for n in range(1, weeks + 1))
    someone = person(1, patterns=(Pattern(1, date.min, MONDAY, rotation),)).employment
    day = MONDAY + timedelta(weeks=away, days=weekday)
    assert scheduled(someone, day) == shift(f"{away % weeks + 1} t")
    assert scheduled(someone, day + timedelta(weeks=weeks)) == scheduled(someone, day)


def test_nobody_works_before_the_first_day_or_after_the_last():
    someone = person(1, "8-15", start=TUESDAY, end=THURSDAY).employment
    found = [scheduled(someone, day) is not None for day in (MONDAY, TUESDAY, THURSDAY, FRIDAY)]
    assert found == [False, True, True, False]


@pytest.mark.parametrize(
    ("memberships", "day", "team"),
    [
        ([], MONDAY, None),
        ([belongs(BUG)], MONDAY, BUG),
        ([belongs(BUG, days=MON_TO_WED)], FRIDAY, BUG),
        ([belongs(BUG), belongs(BEE, position=1)], FRIDAY, BUG),
        ([belongs(BUG), belongs(BEE, position=1, days=THU_FRI)], MONDAY, BUG),
        ([belongs(BUG), belongs(BEE, position=1, days=THU_FRI)], FRIDAY, BEE),
        ([belongs(BUG, days=MON_TO_WED), belongs(BEE, position=1)], FRIDAY, BEE),
        ([belongs(BUG, days=MON_TO_WED), belongs(BEE, position=1, days=THU_FRI)], SATURDAY, BUG),
        ([belongs(BUG, last=MONDAY), belongs(BEE, position=1, first=TUESDAY)], MONDAY, BUG),
        ([belongs(BUG, last=MONDAY), belongs(BEE, position=1, first=TUESDAY)], TUESDAY, BEE),
        ([belongs(BUG, last=MONDAY)], TUESDAY, None),
    ],
)
def test_in_two_stuer_the_weekday_as_entered_decides_else_the_first(memberships, day, team):
    assert home_team(person(1, teams=memberships).employment, day, ALL) == team


def test_a_stue_that_is_no_more_is_nobodys():
    someone = person(1, teams=(BUG, BEE))
    assert home_team(someone.employment, MONDAY, frozenset({BEE})) == BEE
    assert home_team(someone.employment, MONDAY, frozenset()) is None
    assert usual_team(someone, MONDAY) == BUG
