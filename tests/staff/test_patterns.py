"""Working patterns: which week of the rotation, how many hours, and what is wrong with one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.staff.patterns import (
    DAY_OFF_WEEK,
    Pattern,
    PatternDraft,
    Shift,
    Week,
    pattern_findings,
    pattern_on,
    week_53_note,
)

MONDAY = date(2026, 3, 16)
DAY = Shift.between(480, 960)
EARLY = Shift.between(390, 840)
FULL: Week = (DAY, DAY, DAY, DAY, Shift.between(480, 780), None, None)
SHORT: Week = (EARLY, EARLY, Shift(450), None, None, None, None)


def pattern(*weeks: Week, valid_from: date = MONDAY, anchor: date = MONDAY) -> Pattern:
    return Pattern(1, valid_from, anchor, weeks)


@pytest.mark.parametrize(
    ("day", "shift"),
    [
        (MONDAY, DAY),
        (date(2026, 3, 20), Shift.between(480, 780)),
        (date(2026, 3, 21), None),  # Saturday
        (date(2026, 3, 23), EARLY),  # second week
        (date(2026, 3, 25), Shift(450)),
        (date(2026, 3, 26), None),
        (date(2026, 3, 30), DAY),  # first week again
        (date(2026, 3, 9), EARLY),  # the week before the anchor
        (date(2027, 1, 4), DAY),  # 42 weeks on, over a week 53
    ],
)
def test_a_rotation_of_two_weeks_goes_on_for_ever(day, shift):
    assert pattern(FULL, SHORT).shift_on(day) == shift


@given(weeks=st.integers(1, 8), days=st.integers(-4000, 4000))
def test_a_rotation_repeats_after_its_weeks(weeks, days):
    rotation = pattern(*[(Shift(60 + n), *DAY_OFF_WEEK[1:]) for n in range(weeks)])
    day = MONDAY + timedelta(days=days)
    assert rotation.shift_on(day) == rotation.shift_on(day + timedelta(weeks=weeks))


def test_hours_and_workdays_are_averages_over_the_rotation():
    both = pattern(FULL, SHORT)
    assert both.minutes == (4 * 480 + 300 + 450 * 3) / 2
    assert both.workdays == 4.0


def test_a_pattern_holds_until_the_next_begins():
    old, new = pattern(FULL), pattern(SHORT, valid_from=date(2026, 6, 1))
    assert pattern_on([new, old], date(2026, 5, 31)) is old
    assert pattern_on([new, old], date(2026, 6, 1)) is new
    assert pattern_on([new, old], date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("weeks", "anchor", "field", "sentence", "suggestion"),
    [
        ((FULL,), date(2026, 3, 18), "anchor", "begynder en mandag. Mente du 16. marts 2026?", ""),
        ((), MONDAY, "weeks", "1 til 8 uger", ""),
        ((FULL,) * 9, MONDAY, "weeks", "1 til 8 uger", ""),
        (((DAY,),), MONDAY, "weeks", "syv dage", ""),
        (
            ((None, None, None, Shift.between(570, 390), None, None, None),),
            MONDAY,
            "week0-3",
            "Torsdag slutter kl. 6.30, før den begynder kl. 9.30. Mente du 16.30?",
            "16.30",
        ),
        ((FULL, (Shift.between(1380, 1300), *FULL[1:])), MONDAY, "week1-0", "Mandag slutter kl. 21.40", ""),
        (((Shift(450, 480, 960), *FULL[1:]),), MONDAY, "week0-0", "et andet antal timer", ""),
        (((Shift(0), *FULL[1:]),), MONDAY, "week0-0", "brugbart antal timer", ""),
        (((Shift(450, 480), *FULL[1:]),), MONDAY, "week0-0", "mangler et klokkeslæt", ""),
        (((Shift.between(-10, 480), *FULL[1:]),), MONDAY, "week0-0", "mellem 0.00 og 24.00", ""),
    ],
)
def test_a_wrong_pattern_is_refused_at_its_field(weeks, anchor, field, sentence, suggestion):
    with pytest.raises(UserProblem) as refused:
        PatternDraft(MONDAY, anchor, weeks).check()
    assert sentence in refused.value.sentence
    assert (refused.value.field, refused.value.suggestion) == (field, suggestion)


def test_a_right_pattern_passes():
    PatternDraft(MONDAY, MONDAY, (FULL, SHORT)).check()


def test_hours_that_do_not_sum_are_a_finding_not_an_error():
    (finding,) = pattern_findings(pattern(FULL), 32 * 60, "Nanna", 7)
    assert finding.level is Level.SHOULD
    assert finding.text == "Arbejdstiden giver 37 timer om ugen i gennemsnit; ansættelsen er på 32."
    assert finding.ref == ("staff", 7)
    assert pattern_findings(pattern(FULL), 37 * 60, "Nanna", 7) == []
    assert pattern_findings(pattern(FULL), None, "Nanna", 7) == []


@pytest.mark.parametrize(
    ("weeks", "year", "told"),
    [((FULL, SHORT), 2026, True), ((FULL, SHORT), 2027, False), ((FULL,), 2026, False), ((FULL,) * 4, 2026, True)],
)
def test_a_week_53_that_turns_even_and_odd_round_is_told(weeks, year, told):
    note = week_53_note(pattern(*weeks), year)
    assert (note is not None) is told
    if note:
        assert "4. januar 2027" in note.text


def test_a_shift_reads_as_people_write_it():
    assert [DAY.text, EARLY.text, Shift(450).text] == ["8–16", "6.30–14", "7,5 timer"]
    assert DAY.timed
    assert not Shift(450).timed
