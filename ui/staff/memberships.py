"""Stuer over time in words. No widgets here."""

from dagleder.base.dates import WEEKDAYS_SHORT
from dagleder.base.text import and_list


def weekday_words(mask: int) -> str:
    """'tor', 'man og tir' for the days of a mask (bit 0 = Monday); '' for no particular days."""
    return and_list([name for day, name in enumerate(WEEKDAYS_SHORT) if mask & 1 << day])
