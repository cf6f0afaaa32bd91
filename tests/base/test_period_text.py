from datetime import date

import pytest

from dagleder.base.dates import period_text


@pytest.mark.parametrize(
    ("first", "last", "year", "text"),
    [
        (date(2026, 7, 20), date(2026, 7, 20), False, "20. juli"),
        (date(2026, 7, 20), date(2026, 7, 21), False, "20.–21. juli"),
        (date(2026, 7, 28), date(2026, 8, 3), False, "28. juli–3. august"),
        (date(2026, 12, 28), date(2027, 1, 3), False, "28. december 2026–3. januar 2027"),
        (date(2026, 7, 20), date(2027, 7, 20), False, "20. juli 2026–20. juli 2027"),
        (date(2026, 7, 20), date(2026, 7, 21), True, "20.–21. juli 2026"),
        (date(2026, 7, 28), date(2026, 8, 3), True, "28. juli–3. august 2026"),
    ],
)
def test_a_period_is_written_as_short_as_it_can_be(first, last, year, text):
    assert period_text(first, last, year=year) == text
