from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base import dates

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (dates.day_text(DAY), "12. marts"),
        (dates.day_text(DAY, year=True), "12. marts 2026"),
        (dates.day_short(DAY), "12. mar"),
        (dates.day_short(DAY, year=True), "12. mar 2026"),
        (dates.day_digits(DAY), "12-03-2026"),
        (dates.weekday_text(DAY), "torsdag"),
        (dates.long_day_text(DAY), "torsdag 12. marts 2026"),
        (dates.week_text(DAY), "uge 11"),
        (dates.span_text(510, 960), "8.30–16"),
    ],
)
def test_dates_are_written_the_danish_way(text, expected):
    assert text == expected


@pytest.mark.parametrize(
    ("minute", "text", "digits", "iso"),
    [
        (0, "0", "0.00", "00:00"),
        (510, "8.30", "8.30", "08:30"),
        (545, "9.05", "9.05", "09:05"),
        (780, "13", "13.00", "13:00"),
        (1440, "24", "24.00", "24:00"),
    ],
)
def test_times_of_day(minute, text, digits, iso):
    assert (dates.clock_text(minute), dates.clock_digits(minute), dates.clock_iso(minute)) == (text, digits, iso)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(2220, "37"), (1710, "28,5"), (375, "6,25"), (600, "10"), (0, "0"), (444, "7,4"), (20, "0,33"), (-90, "-1,5")],
)
def test_hours_have_a_comma_and_no_needless_zeros(minutes, text):
    assert dates.hours_text(minutes) == text


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 1, 1), 1),
        (date(2026, 12, 31), 53),
        (date(2027, 1, 3), 53),
        (date(2027, 1, 4), 1),
        (date(2024, 12, 30), 1),
    ],
)
def test_weeks_are_those_of_the_iso_calendar(day, week):
    assert dates.week_number(day) == week


@given(DAYS)
def test_a_week_begins_on_its_monday(day):
    monday = dates.monday_of(day)
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(7)
    assert dates.week_number(monday) == dates.week_number(day)


@given(DAYS, st.integers(-5, 400))
def test_a_span_of_days_holds_both_ends(first, length):
    days = list(dates.days_between(first, first + timedelta(length)))
    assert len(days) == max(0, length + 1)
    assert days == sorted(set(days))
    assert days[:1] == [first][: len(days)]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 12, 31), 0, date(2025, 12, 31)),
        (date(2025, 1, 15), 60, date(2030, 1, 15)),
    ],
)
def test_months_after_a_day(day, months, later):
    assert dates.months_after(day, months) == later


@pytest.mark.parametrize(("minutes", "words"), [(30, "0,5 time"), (60, "1 time"), (90, "1,5 time"), (120, "2 timer")])
def test_hours_have_their_word(minutes, words):
    assert dates.hours_words(minutes) == words
