import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.calendars.weeks import days_of_week, iso_week
from dagleder.calendars.workdays import is_workday, next_workday, workdays

CASES = json.loads((Path(__file__).parents[1] / "data" / "calendar_cases.json").read_text(encoding="utf-8"))
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("case", [c for c in CASES if c["topic"] == "ISO-uge"], ids=lambda c: c["id"])
def test_weeks_are_those_of_the_worked_cases(case):
    found = [iso_week(date.fromisoformat(day)) for day in case["input"]["dates"]]
    assert [f"{year}-{week}" for year, week in found] == case["expected"]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 7, 6), date(2026, 7, 24), 15),
        (date(2026, 3, 30), date(2026, 4, 6), 3),  # easter
        (date(2026, 12, 21), date(2027, 1, 3), 8),
        (date(2028, 5, 29), date(2028, 6, 9), 9),  # 2. pinsedag
        (date(2025, 5, 16), date(2025, 5, 16), 1),  # once store bededag
        (date(2026, 7, 24), date(2026, 7, 6), 0),
    ],
)
def test_working_days_are_counted(first, last, count):
    assert len(list(workdays(first, last))) == count


def test_the_nearest_working_day_ahead():
    assert next_workday(date(2026, 4, 2)) == date(2026, 4, 7)
    assert next_workday(date(2026, 4, 1)) == date(2026, 4, 1)


@given(DAYS)
def test_year_and_week_lead_back_to_the_monday(day):
    monday = date.fromisocalendar(*iso_week(day), 1)
    assert monday == day - timedelta(days=day.weekday())
    assert [d.weekday() for d in days_of_week(monday)] == [0, 1, 2, 3, 4]


@given(DAYS, st.integers(0, 60))
def test_the_working_days_of_two_stretches_add_up(day, length):
    middle, last = day + timedelta(days=length), day + timedelta(days=2 * length)
    whole = [*workdays(day, middle), *workdays(middle + timedelta(days=1), last)]
    assert whole == list(workdays(day, last))
    assert all(is_workday(d) for d in whole)
