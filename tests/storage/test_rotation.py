"""Which backups are kept."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.storage.rotation import DAYS, MONTHS, WEEKS, worth_keeping

NOW = datetime(2026, 3, 12, 16, 8)
moments = st.lists(
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1)), min_size=1, max_size=80, unique=True
)


@given(moments)
def test_the_newest_is_always_kept(made):
    assert max(made) in worth_keeping(made)


@given(moments)
def test_never_more_than_the_days_weeks_and_months_together(made):
    assert len(worth_keeping(made)) <= DAYS + WEEKS + MONTHS


@given(moments)
def test_rotating_twice_removes_nothing_more(made):
    kept = worth_keeping(made)
    assert worth_keeping(kept) == kept


def test_a_year_of_working_days_leaves_days_weeks_and_months():
    kept: set[datetime] = set()
    for back in range(400, -1, -1):
        day = NOW - timedelta(days=back)
        if day.weekday() < 5:
            for hour in (9, 12, 16):
                kept = set(worth_keeping(kept | {day.replace(hour=hour, minute=0)}))
    assert all(moment.hour == 16 for moment in kept)
    ages = sorted((NOW.date() - moment.date()).days for moment in kept)
    assert ages[:12] == [0, 1, 2, 3, 6, 7, 8, 9, 10, 13, 14, 15]
    assert len([age for age in ages if 15 < age <= 70]) in (7, 8)
    assert ages[-1] == (NOW.date() - datetime(2025, 7, 31).date()).days


@pytest.mark.parametrize("holiday", [0, 40, 400])
def test_a_holiday_takes_no_backup_away(holiday):
    before = [NOW - timedelta(days=holiday + day) for day in range(1, 12)]
    assert set(before) < worth_keeping([*before, NOW])
