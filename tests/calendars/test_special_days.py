from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.calendars.special_days import SPECIAL_DAYS, special_day, special_days
from dagleder.calendars.workdays import is_workday

DAYS = st.dates(date(2020, 1, 1), date(2199, 12, 31))


def days_called(key, year):
    return [f"{day.day}/{day.month}" for day, kind in special_days(year).items() if kind.key == key]


@pytest.mark.parametrize(
    ("year", "key", "expected"),
    [
        (2026, "may_day", ["1/5"]),
        (2027, "may_day", []),  # a Saturday
        (2026, "constitution_day", ["5/6"]),
        (2028, "constitution_day", []),  # 2. pinsedag
        (2027, "constitution_day", []),  # a Saturday
        (2028, "christmas_eve", []),  # a Sunday
        (2032, "christmas_eve", ["24/12"]),
        (2029, "new_years_eve", ["31/12"]),
        (2025, "ascension_friday", ["30/5"]),
        (2031, "ascension_friday", ["23/5"]),
        (2026, "before_easter", ["30/3", "31/3", "1/4"]),
        (2032, "before_easter", ["22/3", "23/3", "24/3"]),
        (2025, "between_holidays", ["29/12", "30/12"]),
        (2027, "between_holidays", ["27/12", "28/12", "29/12", "30/12"]),
        (2028, "between_holidays", ["27/12", "28/12", "29/12"]),
        (2029, "between_holidays", ["27/12", "28/12"]),
        (2285, "ascension_friday", []),  # it is 1 May
        (2285, "may_day", ["1/5"]),
    ],
)
def test_special_days_fall_as_in_the_almanac(year, key, expected):
    assert days_called(key, year) == expected


def test_only_constitution_day_and_christmas_eve_close_the_house():
    assert [kind.name for kind in SPECIAL_DAYS if kind.closes] == ["Grundlovsdag", "Juleaftensdag"]


def test_keys_and_names_are_unique():
    assert len({kind.key for kind in SPECIAL_DAYS}) == len({kind.name for kind in SPECIAL_DAYS}) == len(SPECIAL_DAYS)


@given(DAYS)
def test_a_special_day_is_always_a_working_day(day):
    assert special_day(day) is None or is_workday(day)
