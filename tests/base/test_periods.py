"""A period ends on the day it begins, or later."""

from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.base.periods import check_order

MONDAY, FRIDAY = date(2026, 3, 16), date(2026, 3, 20)


@pytest.mark.parametrize("last", [MONDAY, FRIDAY])
def test_a_period_in_order_is_taken(last):
    check_order(MONDAY, last)


def test_a_period_the_wrong_way_round_is_told_at_its_field_with_a_day_that_would_do():
    with pytest.raises(UserProblem, match="før startdatoen") as told:
        check_order(FRIDAY, MONDAY, "valid_to")
    assert (told.value.field, told.value.suggestion) == ("valid_to", "24-03-2026")
