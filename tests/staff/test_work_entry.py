from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.staff.patterns import DAY_OFF_WEEK, Pattern, Shift
from dagleder.staff.work_entry import (
    DayEntry,
    DayProblem,
    Spot,
    Way,
    WorkEntry,
    mended,
    problem_sentence,
    read_day,
    sum_text,
)

EVEN_MONDAY = date(2026, 1, 5)
TODAY = date(2026, 3, 12)
THURSDAY = 3


def times(start, end):
    return DayEntry(Way.TIMES, start, end)


def entry(*weeks):
    filled = tuple((*week, *(DayEntry(),) * (7 - len(week))) for week in weeks)
    return WorkEntry(EVEN_MONDAY, filled)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (times("8-15.30", ""), times("8", "15.30")),
        (times("8 til 16", ""), times("8", "16")),
        (times("7-14.30", "16"), times("7", "14.30")),
        (times("9.00", "7-14.30"), times("7", "14.30")),
        (times("", "7.00-14.30"), times("7.00", "14.30")),
        (times("7–14:30", ""), times("7", "14:30")),
        (times("7 14.30", ""), times("7", "14.30")),
        (times("7 30", ""), times("7 30", "")),
        (times("8", "14-75"), times("8", "14-75")),
        (DayEntry(Way.HOURS, "7-14.30"), times("7", "14.30")),
        (times("7,5 t", ""), DayEntry(Way.HOURS, "7,5 t")),
        (times("fri", ""), DayEntry()),
        (times("Fri", "16"), DayEntry()),
        (times("", ""), DayEntry()),
        (times("", "16"), times("", "16")),
        (times("8", ""), times("8", "")),
        (DayEntry(Way.HOURS, ""), DayEntry()),
        (DayEntry(Way.HOURS, "7,5"), DayEntry(Way.HOURS, "7,5")),
    ],
)
def test_a_whole_day_is_understood_in_any_field(typed, meant):
    assert typed.understood() == meant


@pytest.mark.parametrize(
    ("typed", "shift"),
    [
        (times("8.30", "16.30"), Shift.between(510, 990)),
        (times("830", "1630"), Shift.between(510, 990)),
        (DayEntry(Way.HOURS, "7,5"), Shift(450)),
        (DayEntry(), None),
    ],
)
def test_a_day_is_read(typed, shift):
    assert read_day(typed, 0) == shift


@pytest.mark.parametrize(
    ("typed", "spot", "short", "suggestion"),
    [
        (times("9.30", "6.30"), Spot.END, "slut før start", "16.30"),
        (times("9.30", "9.30"), Spot.END, "slut før start", "19.30"),
        (times("8", ""), Spot.END, "sluttid mangler", ""),
        (times("", "16"), Spot.START, "mødetid mangler", ""),
        (times("8.5", "16"), Spot.START, "ikke et klokkeslæt", "8.30"),
        (times("8", "kaffe"), Spot.END, "ikke et klokkeslæt", ""),
        (DayEntry(Way.HOURS, "mange"), Spot.HOURS, "ikke et antal timer", ""),
        (DayEntry(Way.HOURS, "30"), Spot.HOURS, "for mange timer", ""),
    ],
)
def test_what_is_wrong_with_a_day_stands_at_its_field(typed, spot, short, suggestion):
    problem = read_day(typed, THURSDAY)
    assert isinstance(problem, DayProblem)
    assert (problem.spot, problem.short, problem.suggestion) == (spot, short, suggestion)
    assert problem.sentence.startswith("Torsdag")
    if suggestion:
        assert isinstance(read_day(mended(typed, problem), THURSDAY), Shift)


def test_the_sentence_names_the_week_and_what_it_comes_to():
    even = [times("8.30", "16.30"), times("7", "14"), times("9", "16"), times("9.30", "6.30"), times("8", "14")]
    typed = entry(even, [times("8", "15")])
    ((place, problem),) = typed.problems().items()
    sentence = "Torsdag i lige uger slutter kl. 6.30, før den begynder kl. 9.30. Mente du 16.30?"
    assert problem_sentence(typed, place, problem, TODAY) == f"{sentence} Så bliver lige uger 35,0 timer."
    assert sum_text(typed.weeks[0], {THURSDAY: problem}) == ("28,0 + ?", "torsdag mangler")
    assert sum_text(typed.weeks[1], {}) == ("7,0", "timer")
    assert typed.suggested().problems() == {}


def test_in_a_fixed_week_the_week_has_no_name():
    typed = entry([times("9.30", "6.30"), times("8", "")])
    (monday, first), (tuesday, second) = typed.problems().items()
    assert problem_sentence(typed, monday, first, TODAY).endswith("Mente du 16.30? Så bliver ugen 7,0 timer.")
    assert problem_sentence(typed, tuesday, second, TODAY) == "Tirsdag mangler en sluttid."
    assert sum_text(typed.weeks[0], dict.fromkeys((0, 1), first)) == ("0,0 + ?", "2 dage mangler")


def test_a_rotation_grows_from_the_week_that_is_read_first_and_shrinks_to_it():
    odd, even = [times("7", "14")], [times("8", "16")]
    fixed = entry(even)
    assert fixed.with_weeks(2, TODAY).weeks == (fixed.weeks[0],) * 2
    turned = WorkEntry(date(2025, 12, 29), entry(odd, even).weeks)  # begun in an odd week
    assert turned.with_weeks(1, TODAY).weeks == (turned.weeks[1],)
    assert turned.with_weeks(3, TODAY).weeks == (*turned.weeks, turned.weeks[1])


def test_a_day_is_copied_to_the_rest_of_the_week():
    typed = entry([times("8", "16")]).with_rest_of_week((0, 0))
    assert [shift is not None for shift in typed.read()[0]] == [True] * 5 + [False] * 2


clock = st.integers(0, 95).map(lambda quarter: quarter * 15)
shifts = st.one_of(
    st.none(),
    st.integers(1, 1440).map(lambda minutes: Shift(minutes - minutes % 3 or 3)),
    st.tuples(clock, clock).filter(lambda span: span[0] < span[1]).map(lambda span: Shift.between(*span)),
)
weeks = st.lists(st.tuples(*[shifts] * 7), min_size=1, max_size=8)


@given(weeks)
def test_what_is_shown_reads_back_as_it_was(rotation):
    pattern = Pattern(1, EVEN_MONDAY, EVEN_MONDAY, tuple(rotation))
    typed = WorkEntry.of(pattern, TODAY)
    assert typed.problems() == {}
    assert typed.read() == pattern.weeks


def test_without_a_pattern_there_is_an_empty_week():
    typed = WorkEntry.of(None, TODAY)
    assert (typed.anchor, typed.read()) == (date(2026, 3, 9), (DAY_OFF_WEEK,))


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(Way))
def test_nothing_typed_ends_otherwise_than_as_a_shift_or_a_problem(start, end, way):
    read = read_day(DayEntry(way, start, end).understood(), 0)
    assert read is None or isinstance(read, Shift | DayProblem)
