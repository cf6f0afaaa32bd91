"""The usual closing days as the guide proposes them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dagleder.calendars.workdays import is_workday
from dagleder.guide.closing import CONDITION, closing_proposals

DAY_ONE = date(2025, 12, 31)


def test_a_whole_year_in_order_of_date():
    assert [(p.name, p.days[0], len(p.days), p.suggested) for p in closing_proposals(2026, after=DAY_ONE)] == [
        ("Fredag efter Kristi himmelfart", date(2026, 5, 15), 1, True),
        ("Sommerlukket, uge 29", date(2026, 7, 13), 5, False),
        ("Mellem jul og nytår", date(2026, 12, 28), 4, True),
    ]


def test_each_says_what_it_takes():
    assert {p.reason for p in closing_proposals(2026, after=DAY_ONE)} == {CONDITION}
    assert "jf. dagtilbudsloven" in CONDITION


def test_a_day_off_anyway_is_not_proposed():
    days = {day for p in closing_proposals(2026, after=DAY_ONE) for day in p.days}
    # 2. juledag is a Saturday, 5 June and 24 December are closed without any lukkedag.
    assert days.isdisjoint({date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)})


def test_what_has_passed_is_left_out():
    names = [p.name for p in closing_proposals(2026, after=date(2026, 12, 28))]
    assert names == ["Mellem jul og nytår"]
    assert closing_proposals(2026, after=date(2026, 12, 31)) == ()


def test_what_is_laid_already_is_left_out_day_by_day():
    closed = {date(2026, 5, 15), date(2026, 12, 31)}
    assert [(p.name, len(p.days)) for p in closing_proposals(2026, after=DAY_ONE, closed=closed)] == [
        ("Sommerlukket, uge 29", 5),
        ("Mellem jul og nytår", 3),
    ]


@given(st.integers(2024, 2060))
def test_only_working_days_are_proposed_and_none_twice(year):
    days = [day for p in closing_proposals(year, after=date(year - 1, 12, 31)) for day in p.days]
    assert all(is_workday(day) and day.year == year for day in days)
    assert len(days) == len(set(days))
