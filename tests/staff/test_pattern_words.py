from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.staff.pattern_words import (
    hours_words,
    is_even,
    rhythm_words,
    row_order,
    week_rows,
    week_words,
)
from dagleder.staff.patterns import DAY_OFF_WEEK, Pattern, Shift, rotation_week

EVEN_MONDAY = date(2026, 1, 5)
EIGHT, LONG, HOURS = Shift.between(480, 930), Shift.between(510, 990), Shift(450)


def week(*days):
    return (*days, *DAY_OFF_WEEK[len(days) :])


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((EIGHT,) * 5, "man–fre 8–15.30"),
        ((LONG, EIGHT, EIGHT, None, EIGHT), "man 8.30–16.30, tir–ons 8–15.30, tor fri, fre 8–15.30"),
        ((HOURS, HOURS), "man–tir 7,5 timer, ons–fre fri"),
        ((*(EIGHT,) * 5, EIGHT), "man–lør 8–15.30"),
        ((), "man–fre fri"),
    ],
)
def test_a_week_in_words(days, text):
    assert week_words(week(*days)) == text


@pytest.mark.parametrize(("minutes", "text"), [(480, "8,0"), (435, "7,25"), (0, "0,0"), (1770, "29,5")])
def test_hours_in_a_column_have_a_decimal(minutes, text):
    assert hours_words(minutes) == text


def test_of_two_weeks_the_even_one_is_read_first():
    odd, even = week(EIGHT), week(LONG)
    rows = week_rows(date(2025, 12, 29), (odd, even), date(2026, 3, 12))
    assert [(row.title, row.detail, row.week) for row in rows] == [
        ("Lige uger", "uge 12, 14 …", even),
        ("Ulige uger", "uge 11, 13 …", odd),
    ]


def test_after_a_week_53_the_rows_change_places():
    weeks = (week(LONG), week(EIGHT))
    before, after = (week_rows(EVEN_MONDAY, weeks, day) for day in (date(2026, 12, 30), date(2027, 1, 4)))
    assert [row.week for row in before] == list(reversed([row.week for row in after]))


def test_several_weeks_are_counted():
    rows = week_rows(EVEN_MONDAY, (week(LONG), week(EIGHT), week()), date(2026, 1, 12))
    assert [(row.title, row.detail) for row in rows] == [
        ("Uge 1 af 3", "uge 5, 8 …"),
        ("Uge 2 af 3", "uge 3, 6 …"),
        ("Uge 3 af 3", "uge 4, 7 …"),
    ]


@pytest.mark.parametrize(
    ("count", "text"), [(0, "uden mødetider"), (1, "fast uge"), (2, "lige og ulige uger"), (3, "3 uger")]
)
def test_how_often_a_pattern_comes_round(count, text):
    pattern = Pattern(1, EVEN_MONDAY, EVEN_MONDAY, (week(LONG),) * count) if count else None
    assert rhythm_words(pattern) == text


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(-300, 300))
def test_the_even_row_is_the_week_that_is_worked_in_an_even_week(since, weeks):
    anchor = EVEN_MONDAY + timedelta(weeks=weeks)
    even, odd = row_order(anchor, 2, since)
    assert rotation_week(anchor, 2, since) == (even if is_even(since) else odd)
