"""From what the services show to what the guide looks at."""

from datetime import date

import pytest

from dagleder.guide.facts import year_to_plan


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 1, 1), 2026), (date(2026, 10, 31), 2026), (date(2026, 11, 1), 2027)]
)
def test_this_year_is_planned_until_little_is_left_of_it(today, year):
    assert year_to_plan(today) == year
