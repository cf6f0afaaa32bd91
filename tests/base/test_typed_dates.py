"""Days as they are typed in a field, in words and in digits. Today is Thursday 12 March 2026."""

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.dates import day_digits, long_day_text
from dagleder.base.errors import UserProblem
from dagleder.base.typed_dates import parse_coming_date, parse_past_date, parse_past_period, parse_typed_date

TODAY = date(2026, 3, 12)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("om 14 dage", date(2026, 3, 26)),
        ("Om en uge", date(2026, 3, 19)),
        ("mandag i næste uge", date(2026, 3, 16)),
        ("den 15.", date(2026, 3, 15)),
        ("12-3", TODAY),
        ("fredag den 20. marts", date(2026, 3, 20)),
    ],
)
def test_a_day_that_comes_is_read_in_a_deadline_and_in_any_field(text, day):
    assert parse_coming_date(text, today=TODAY) == parse_typed_date(text, today=TODAY) == day


@pytest.mark.parametrize(("text", "day"), [("før 1. april", date(2026, 3, 31)), ("inden uge 14", date(2026, 3, 27))])
def test_before_a_day_or_a_week_is_a_deadline_that_lies_before_it(text, day):
    assert parse_coming_date(text, today=TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("i går", YESTERDAY), ("I forgårs", date(2026, 3, 10)), ("for 14 dage siden", date(2026, 2, 26))],
)
def test_a_day_that_has_been_is_read_in_any_field_but_a_deadline(text, day):
    assert parse_past_date(text, today=TODAY) == parse_typed_date(text, today=TODAY) == day
    with pytest.raises(UserProblem, match=f"“{text}” er forbi"):
        parse_coming_date(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "day"), [("mandag", date(2026, 3, 9)), ("sidste fredag", date(2026, 3, 6)), ("i dag", TODAY)]
)
def test_of_what_has_been_a_weekday_is_the_latest(text, day):
    assert parse_past_date(text, today=TODAY) == day


@pytest.mark.parametrize("read", [parse_typed_date, parse_coming_date, parse_past_date])
@pytest.mark.parametrize("text", ["i snart", "den fredag i", "senest engang", "om mange dage"])
def test_what_is_no_day_is_told_as_it_was_written(read, text):
    with pytest.raises(UserProblem, match=re.escape(f"“{text}” er ikke en dato. Skriv den som 17-08-2026.")):
        read(text, today=TODAY)


@pytest.mark.parametrize("read", [parse_typed_date, parse_coming_date, parse_past_date])
def test_a_weekday_that_is_not_the_dates_is_told_with_the_date_to_take(read):
    with pytest.raises(UserProblem, match="er en fredag, ikke en mandag") as told:
        read("mandag den 20. marts 2026", today=TODAY)
    assert told.value.suggestion == "20-03-2026"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("august 2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("aug. 2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("8/2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("i 2026", date(2026, 1, 1), TODAY),
        ("1/8 2019", date(2019, 8, 1), date(2019, 8, 1)),
        ("i går", YESTERDAY, YESTERDAY),
    ],
)
def test_a_month_or_a_year_that_has_been_is_read_whole(text, first, last):
    assert parse_past_period(text, today=TODAY) == (first, last)


@pytest.mark.parametrize("text", ["13/2019", "snart 2019", "3019", "0000"])
def test_what_is_no_month_or_year_is_refused(text):
    with pytest.raises(UserProblem):
        parse_past_period(text, today=TODAY)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_date_with_its_weekday_is_read_in_every_field(day, today):
    for read in (parse_typed_date, parse_coming_date, parse_past_date):
        assert read(long_day_text(day), today=today) == read(day_digits(day), today=today) == day


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_a_problem(text):
    for read in (parse_typed_date, parse_coming_date, parse_past_date):
        with suppress(UserProblem):
            assert isinstance(read(text, today=TODAY), date)
