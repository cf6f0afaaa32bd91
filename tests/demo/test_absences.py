"""The fictional year: the same for the same day, nobody away twice, and something to solve this week."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.dates import monday_of
from dagleder.demo.absences import DemoAbsence, absences_round
from dagleder.demo.people import PEOPLE

TODAY = date(2026, 3, 12)
ANY_DAY = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@given(ANY_DAY)
def test_nobody_is_away_twice_on_one_day(today):
    by_person: dict[str, list[DemoAbsence]] = {}
    for absence in absences_round(today):
        by_person.setdefault(absence.first_name, []).append(absence)
    for own in by_person.values():
        assert all(earlier.last < later.first for earlier, later in pairwise(sorted(own, key=lambda a: a.first)))


@given(ANY_DAY)
def test_the_year_is_the_same_for_the_same_day_and_begins_before_it_ends(today):
    absences = absences_round(today)
    assert absences == absences_round(today)
    assert all(absence.first <= absence.last for absence in absences)


def test_everybody_has_three_weeks_of_summer():
    days = Counter(
        a.first_name
        for a in absences_round(TODAY)
        if a.kind == "F"
        for n in range((a.last - a.first).days + 1)
        if 27 <= (day := a.first + timedelta(days=n)).isocalendar().week <= 33 and day.weekday() < 5
    )
    assert {name: count for name, count in days.items() if count != 15} == {}
    assert set(days) == {person.first_name for person in PEOPLE} - {"Fatima"}


def test_every_kind_of_absence_is_there():
    assert {absence.kind for absence in absences_round(TODAY)} == set("F6OSAKBX")


@pytest.mark.parametrize("today", [TODAY, date(2026, 1, 2), date(2026, 8, 26), date(2026, 11, 22)])
def test_this_week_has_events_of_its_own(today):
    monday = monday_of(today)
    here = {a.first_name for a in absences_round(today) if monday <= a.first <= monday + timedelta(days=4)}
    assert here == {"Karen", "Leyla", "Pernille", "Signe", "Ida", "Yasmin"}
