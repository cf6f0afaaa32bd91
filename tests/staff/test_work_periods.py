from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.staff.employment import AgreedHours, Employment
from dagleder.staff.pattern_words import period_words
from dagleder.staff.patterns import DAY_OFF_WEEK, Pattern, Shift
from dagleder.staff.work_periods import hours_from, pattern_from, period_on, work_periods

JUNE, AUGUST, JANUARY, APRIL = date(2024, 6, 1), date(2025, 8, 1), date(2026, 1, 5), date(2026, 4, 1)
TODAY = date(2026, 3, 12)
WEEK = (Shift.between(480, 960), *DAY_OFF_WEEK[1:])


def hours(*rows):
    return tuple(AgreedHours(number, since, minutes) for number, (since, minutes) in enumerate(rows, 1))


def patterns(*days):
    return tuple(Pattern(number, day, date(2026, 1, 5), (WEEK,)) for number, day in enumerate(days, 1))


def employment(agreed=(), held=(), start=JUNE, end=None):
    return Employment(1, "Nanna Granly", "NG", "P", start, end, agreed, (), held)


def test_hours_and_patterns_make_one_line_of_periods():
    found = work_periods(employment(hours((None, 1800), (AUGUST, 1920)), patterns(JUNE, JANUARY)))
    assert [(period.first, period.last, period.minutes) for period in found] == [
        (JUNE, date(2025, 7, 31), 1800),
        (AUGUST, date(2026, 1, 4), 1920),
        (JANUARY, None, 1920),
    ]
    assert [period.pattern and period.pattern.id for period in found] == [1, 1, 2]
    assert period_words(found[0]) == "30 timer, fast uge"
    assert found[0].text == "1. jun 2024–31. jul 2025"
    assert found[0].short_text == "1. jun 24–31. jul 25"


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (employment(start=None), "hele tiden"),
        (employment(), "fra 1. jun 2024"),
        (employment(start=None, end=APRIL), "til 1. apr 2026"),
        (employment(hours((None, 60)), end=APRIL), "1. jun 2024–1. apr 2026"),
    ],
)
def test_without_a_change_there_is_one_period(who, text):
    (only,) = work_periods(who)
    assert only.text == text


def test_what_lies_outside_the_employment_makes_no_period():
    found = work_periods(employment(hours((None, 60), (AUGUST, 120)), patterns(APRIL), start=JANUARY, end=TODAY))
    assert [(period.first, period.last, period.minutes) for period in found] == [(JANUARY, TODAY, 120)]


@pytest.mark.parametrize(
    ("agreed", "held", "day", "of_hours", "of_pattern"),
    [
        ((), (), TODAY, None, JUNE),
        (hours((None, 60)), (), TODAY, None, JUNE),
        (hours((JUNE, 60)), patterns(JUNE), TODAY, JUNE, JUNE),
        (hours((None, 60)), patterns(JANUARY), TODAY, JANUARY, JANUARY),
        (hours((None, 60), (AUGUST, 90)), patterns(JUNE), TODAY, AUGUST, AUGUST),
        (hours((None, 60), (AUGUST, 90)), patterns(JUNE), JUNE, None, JUNE),
    ],
)
def test_what_is_entered_for_a_period_holds_from_its_first_day(agreed, held, day, of_hours, of_pattern):
    period = period_on(work_periods(employment(agreed, held)), day)
    assert (hours_from(period, JUNE), pattern_from(period, JUNE, TODAY)) == (of_hours, of_pattern)


def test_a_pattern_for_somebody_without_a_first_day_begins_this_monday():
    (only,) = work_periods(employment(start=None))
    assert pattern_from(only, None, TODAY) == date(2026, 3, 9)


days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(st.lists(days, max_size=4, unique=True), st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=4))
def test_on_every_day_the_period_says_what_the_employment_says(since, begun):
    who = employment(hours(*((day, 60 * n) for n, day in enumerate(since))), patterns(*dict.fromkeys(begun)), None)
    periods = work_periods(who)
    for day in (date(2019, 1, 1) + timedelta(days=90 * n) for n in range(50)):
        period = period_on(periods, day)
        if period.holds(day):
            assert (period.minutes, period.pattern) == (who.minutes_on(day), who.pattern_on(day))
