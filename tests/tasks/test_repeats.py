"""When a task that comes again is due the next time."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.tasks.repeats import MOST, Repeat, Unit, from_json, to_json
from tests.tasks.make import day

_REPEATS = st.builds(Repeat, st.integers(1, MOST), st.sampled_from(Unit))
_DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def following(repeat: Repeat, due: date) -> date:
    """The next deadline of a task that is done in time."""
    found = repeat.after(due, due)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("every", "unit", "due", "expected"),
    [
        (1, Unit.DAYS, "31/12", "1/1/2027"),
        (2, Unit.WEEKS, "12/3", "26/3"),
        (1, Unit.MONTHS, "31/1", "28/2"),
        (1, Unit.MONTHS, "31/1/2028", "29/2/2028"),
        (3, Unit.MONTHS, "30/11", "28/2/2027"),
        (1, Unit.YEARS, "12/3", "12/3/2027"),
        (1, Unit.YEARS, "29/2/2028", "28/2/2029"),
        (4, Unit.YEARS, "29/2/2028", "29/2/2032"),
    ],
)
def test_the_next_deadline_is_so_much_later(every, unit, due, expected):
    first = day(due)
    assert Repeat(every, unit).anchored(first).after(first, first) == day(expected)


def test_a_task_of_the_end_of_january_stays_at_the_ends_of_months():
    repeat, due = Repeat(1, Unit.MONTHS).anchored(day("31/1")), day("31/1")
    found = []
    for _ in range(13):
        due = following(repeat, due)
        found.append(due)
    assert [each.day for each in found] == [28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28]


def test_a_task_of_a_leap_day_comes_back_to_it():
    repeat, due = Repeat(1, Unit.YEARS).anchored(day("29/2/2028")), day("29/2/2028")
    for _ in range(4):
        due = following(repeat, due)
    assert due == day("29/2/2032")


def test_done_late_the_deadlines_that_have_passed_meanwhile_are_left_out():
    weekly = Repeat(1, Unit.WEEKS).anchored(day("2/3"))
    assert weekly.after(day("2/3"), day("16/3")) == day("16/3")
    assert weekly.after(day("2/3"), day("17/3")) == day("23/3")


def test_done_early_it_does_not_come_earlier_the_next_time():
    assert Repeat(1, Unit.WEEKS).anchored(day("16/3")).after(day("16/3"), day("2/3")) == day("23/3")


def test_what_is_too_far_ahead_to_be_planned_does_not_come_again():
    assert Repeat(50, Unit.YEARS).anchored(day("1/1/2098")).after(day("1/1/2098"), day("1/1/2098")) is None


@given(_REPEATS, _DAYS, st.integers(-400, 400))
def test_the_next_deadline_is_later_and_never_over_when_it_is_laid(repeat, due, late):
    ended_on = due + timedelta(days=late)
    found = repeat.anchored(due).after(due, ended_on)
    assert found is None or (found > due and found >= ended_on)


@given(st.integers(1, 12), st.integers(1, 24), st.integers(2000, 2030), st.integers(0, 30))
def test_after_any_number_of_times_it_is_at_the_end_of_the_month_or_its_own_day(every, times, year, back):
    due = date(year, 1, 31) - timedelta(days=back)
    repeat, found = Repeat(every, Unit.MONTHS).anchored(due), due
    for _ in range(times):
        found = following(repeat, found)
    months = (found.year - due.year) * 12 + found.month - due.month
    assert months == every * times
    assert found.day == min(due.day, monthrange(found.year, found.month)[1])


@given(_REPEATS, _DAYS)
def test_it_is_kept_as_it_was_entered(repeat, due):
    anchored = repeat.anchored(due)
    assert from_json(to_json(anchored)) == anchored


@pytest.mark.parametrize(
    ("repeat", "text"),
    [
        (Repeat(1, Unit.DAYS), "hver dag"),
        (Repeat(2, Unit.WEEKS), "hver 2. uge"),
        (Repeat(3, Unit.MONTHS), "hver 3. måned"),
        (Repeat(1, Unit.YEARS), "hvert år"),
        (Repeat(2, Unit.YEARS), "hvert 2. år"),
    ],
)
def test_it_is_told_in_words(repeat, text):
    assert repeat.text == text


@pytest.mark.parametrize("every", [0, -1, MOST + 1])
def test_how_often_is_a_number_that_can_be_meant(every):
    with pytest.raises(UserProblem) as told:
        Repeat(every, Unit.DAYS).check()
    assert told.value.field == "repeat"
