"""The usual rhythm, year by year, as the tradition has it."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.calendars.holidays import holiday_name
from dagleder.meetings.proposal import proposal
from dagleder.meetings.states import PLANNED, PROPOSED
from tests.meetings.make import day, house, kinds

STUER = ("Mariehønen", "Humlebien", "Egernet", "Ræven", "Uglen")


def _propose(year, own=None, laid=(), busy=()):
    return proposal(year, own or house(STUER), kinds(), frozenset(laid), busy)


def _dates(found, kind, team=""):
    return [m for m in found.meetings if m.kind.key == kind and m.team == team]


def _short(meetings):
    return " ".join(f"{m.day.day}/{m.day.month}" for m in meetings)


@pytest.mark.parametrize(
    ("year", "kind", "dates"),
    [
        (2026, "personalemoede", "20/1 17/2 17/3 21/4 19/5 16/6 18/8 15/9 20/10 17/11 15/12"),
        (2027, "personalemoede", "19/1 16/3 20/4 18/5 15/6 17/8 21/9 16/11 21/12"),
        # 12 February is in week 7; 14 May is Kristi himmelfartsdag.
        (2026, "p_moede", "8/1 12/3 9/4 21/5 11/6 13/8 10/9 8/10 12/11 10/12"),
        # 2 April is skærtorsdag.
        (2026, "med", "5/2 9/4 4/6 3/9 5/11"),
        (2027, "med", "4/2 1/4 3/6 2/9 4/11"),
        # 9 February is in week 7.
        (2026, "foraeldrebestyrelse", "13/4 8/6 14/9 9/11"),
        (2028, "foraeldrebestyrelse", "10/4 12/6 11/9 13/11"),
    ],
)
def test_the_meetings_of_the_house(year, kind, dates):
    assert _short(_dates(_propose(year), kind)) == dates


@pytest.mark.parametrize(
    ("team", "dates"),
    [
        ("Mariehønen", "7/1 4/2 4/3 1/4 29/4 27/5 24/6 19/8 16/9 11/11 9/12"),
        ("Humlebien", "14/1 11/3 8/4 6/5 3/6 26/8 23/9 21/10 18/11 16/12"),
        ("Uglen", "4/2 4/3 1/4 29/4 27/5 24/6 19/8 16/9 11/11 9/12"),
    ],
)
def test_each_stue_meets_every_fourth_wednesday_a_week_after_the_one_before(team, dates):
    assert _short(_dates(_propose(2026), "stuemoede", team)) == dates


def test_the_first_wednesday_moves_from_new_years_day():
    first, *_ = _dates(_propose(2025), "stuemoede", "Mariehønen")
    assert (first.day, first.original_day, first.because) == (date(2025, 1, 8), date(2025, 1, 1), "nytårsdag")
    assert first.reason == "Hver 4. onsdag. Rykket fra 1. januar på grund af nytårsdag."


@pytest.mark.parametrize(
    ("kind", "at"),
    [
        ("personalemoede", "17.0-20.0"),
        ("stuemoede", "12.30-13.30"),
        ("p_moede", "13.0-14.30"),
        ("med", "9.0-10.30"),
        ("foraeldremoede", "17.0-19.0"),
        ("foraeldrebestyrelse", "17.0-19.0"),
        ("paedagogisk_dag", "9.0-15.0"),
    ],
)
def test_each_kind_has_its_hours(kind, at):
    times = {(m.start, m.end) for m in _propose(2026).meetings if m.kind.key == kind}
    assert [f"{s // 60}.{s % 60}-{e // 60}.{e % 60}" for s, e in times] == [at]


@pytest.mark.parametrize(
    ("closing", "landed", "state"),
    [
        ([], "15/5", PROPOSED),  # the Friday after Kristi himmelfart
        (["18/9", "20/3"], "20/3", PLANNED),
        (["15/5"], "15/5", PLANNED),
        (["21/3", "18/9"], "18/9", PLANNED),  # a Saturday is no lukkedag to use
        (["16/7", "14/10", "29/12"], "15/5", PROPOSED),  # only in weeks and a month without meetings
        (["5/6"], "5/6", PLANNED),
    ],
)
def test_the_training_day_lies_on_the_first_closing_day(closing, landed, state):
    found = _dates(_propose(2026, house(STUER, [day(text) for text in closing])), "paedagogisk_dag")
    assert [(m.day, m.state) for m in found] == [(day(landed), state)]


def test_one_matrikel_closed_alone_is_no_training_day_for_all():
    own = house(STUER, [(day("20/3"), "Lukkedag", 1)], sites=2)
    assert [m.day for m in _dates(_propose(2026, own), "paedagogisk_dag")] == [day("15/5")]


def test_every_stue_has_a_parents_evening_of_its_own():
    found = [m for m in _propose(2026, house(tuple("ABCDEFGH"))).meetings if m.kind.key == "foraeldremoede"]
    assert _short(found) == "2/9 3/9 9/9 10/9 16/9 17/9 23/9 30/9"
    assert {m.team for m in found} == set("ABCDEFGH")


def test_parents_evenings_keep_clear_of_other_evenings():
    busy = [(day("2/9"), 18 * 60, 20 * 60), (day("9/9"), 9 * 60, 10 * 60)]
    found = [m for m in _propose(2026, busy=busy).meetings if m.kind.key == "foraeldremoede"]
    assert _short(found) == "3/9 9/9 16/9 23/9 30/9"


def test_what_is_laid_already_is_not_proposed_again():
    everything = {m.standard_key for m in _propose(2026).meetings}
    assert _propose(2026, laid=everything).meetings == ()
    assert {m.standard_key for m in _propose(2026, laid=everything - {"med", "stuemoede:2"}).meetings} == {
        "med",
        "stuemoede:2",
    }


def test_a_stue_that_closes_has_no_meetings_afterwards():
    own = house(STUER, closed={"Ræven": day("1/5"), "Uglen": day("1/1")})
    found = _propose(2026, own)
    assert max(m.day for m in _dates(found, "stuemoede", "Ræven")) < day("1/5")
    assert _dates(found, "stuemoede", "Uglen") == []
    assert _dates(found, "foraeldremoede", "Ræven") == []


def test_the_weeks_without_meetings_are_told():
    told = {f"{note.subject}: {note.text}" for note in _propose(2026).notes}
    assert told == {
        "P-møde, 12. februar: Intet møde: 12. februar ligger i uge 7.",
        "Forældrebestyrelsesmøde, 9. februar: Intet møde: 9. februar ligger i uge 7.",
    }


def test_a_meeting_with_no_day_left_falls_away_and_that_is_said():
    own = house(STUER, [day("15/12")])  # a week later is week 52, then week 53
    found = _propose(2026, own)
    assert day("15/12") not in {m.original_day for m in found.meetings}
    told = {f"{note.subject}: {note.text}" for note in found.notes}
    assert (
        "Personalemøde, 15. december: Falder væk: lukkedag, uge 52 og uge 53 er i vejen, "
        "og der er ingen ledig dag efter." in told
    )


def test_a_meeting_that_lands_on_the_next_one_falls_away():
    own = house(STUER, [day(text) for text in ("4/3", "11/3", "18/3", "25/3")])
    found = _propose(2026, own)
    (april,) = [m for m in _dates(found, "stuemoede", "Mariehønen") if m.day == day("1/4")]
    assert april.original_day is None
    assert "Stuemøde, 4. marts: Falder sammen med et andet stuemøde." in {f"{n.subject}: {n.text}" for n in found.notes}


@given(st.integers(2020, 2040), st.integers(0, 12), st.sets(st.dates(date(2020, 1, 1), date(2040, 12, 31)), max_size=9))
def test_no_meeting_is_where_there_should_be_none(year, stuer, closing):
    own = house(tuple(f"Stue {n:02}" for n in range(stuer)), sorted(closing))
    found = _propose(year, own)
    per_series = defaultdict(list)
    for m in found.meetings:
        assert m.day.year == year
        assert m.day.month != 7
        assert m.day.isocalendar().week not in {7, 42, 52, 53}
        assert holiday_name(m.day) is None
        if m.kind.key != "paedagogisk_dag":
            assert m.day not in closing
            assert (m.day.month, m.day.day) not in {(6, 5), (12, 24)}
        assert (m.original_day is None) == (m.because == "")
        assert m.original_day is None or (m.day - m.original_day) % timedelta(weeks=1) == timedelta(0)
        per_series[m.standard_key].append(m.day)
    assert all(len(days) == len(set(days)) for days in per_series.values())
    assert list(found.meetings) == sorted(found.meetings, key=lambda m: (m.day, m.start))
