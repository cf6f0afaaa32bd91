import json
from datetime import date, timedelta
from pathlib import Path

import holidays as second_opinion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.calendars.holidays import easter, holiday_name, public_holidays
from dagleder.calendars.workdays import is_workday

CASES = json.loads((Path(__file__).parents[1] / "data" / "calendar_cases.json").read_text(encoding="utf-8"))
YEARS = st.integers(1900, 2199)


@pytest.mark.parametrize("case", [c for c in CASES if c["topic"] == "helligdage"], ids=lambda c: c["id"])
def test_holidays_are_those_of_the_worked_cases(case):
    assert [day.isoformat() for day in public_holidays(case["input"]["year"])] == case["expected"]


@pytest.mark.parametrize("year", range(2020, 2041))
def test_a_second_opinion_agrees(year):
    assert list(public_holidays(year)) == sorted(second_opinion.country_holidays("DK", years=year))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 4, 2), "skærtorsdag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2028, 6, 5), "2. pinsedag"),
        (date(2023, 5, 5), "store bededag"),
        (date(2025, 5, 16), None),
        (date(2026, 12, 24), None),
        (date(2026, 5, 1), None),
    ],
)
def test_a_day_is_called_what_it_is(day, name):
    assert holiday_name(day) == name


@pytest.mark.parametrize(("year", "count"), [(2025, 8), (2026, 7), (2027, 6), (2028, 7), (2029, 8), (2032, 6)])
def test_holidays_on_weekdays_are_counted_as_in_the_almanac(year, count):
    assert sum(day.weekday() < 5 and not is_workday(day) for day in public_holidays(year)) == count


@given(YEARS)
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(YEARS)
def test_ten_or_eleven_holidays_in_order_within_the_year(year):
    days = list(public_holidays(year))
    assert days == sorted(days)
    assert {day.year for day in days} == {year}
    assert len(days) == (11 if year <= 2023 else 10)
    assert easter(year) + timedelta(days=39) in days
