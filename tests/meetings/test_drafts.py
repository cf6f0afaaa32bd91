from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.calendars.clock_change import summer_time_begins
from dagleder.meetings.drafts import MeetingDraft, SeriesDraft, Times
from dagleder.meetings.kinds import SHIPPED, Audience, KindDraft
from dagleder.meetings.meeting import Guest
from dagleder.meetings.rules import Rule
from tests.meetings.make import day

_MEETING = MeetingDraft(1, day("17/3"), Times(1020, 1200))
_SERIES = SeriesDraft(1, Times(1020, 1200), days=(day("17/3"),))
_KIND = KindDraft("Morgenmøde", "O")


def _problem(draft):
    with pytest.raises(UserProblem) as raised:
        draft.check()
    return raised.value


@pytest.mark.parametrize(
    ("draft", "field", "suggestion"),
    [
        (replace(_MEETING, times=Times(1020, 1000)), "end", "18.00"),
        (replace(_MEETING, times=Times(1020, 1020)), "end", "18.00"),
        (replace(_MEETING, times=Times(1430, 10)), "end", ""),
        (replace(_MEETING, times=Times(1020, 1441)), "end", "24.00"),
        (replace(_MEETING, times=Times(-1, 60)), "start", ""),
        (replace(_MEETING, times=Times(1440, 1500)), "start", ""),
        (replace(_MEETING, day=day("29/3"), times=Times(150, 240)), "start", "3.00"),
        (replace(_MEETING, day=day("29/3"), times=Times(60, 130)), "end", "3.00"),
        (replace(_MEETING, title="x" * 201), "title", ""),
        (replace(_MEETING, title="Samtale 010190-1234"), "title", ""),
        (replace(_MEETING, title="Samtale 010190\u200b1234"), "title", ""),
        (replace(_MEETING, guests=(Guest(name="  "),)), "guests", ""),
        (replace(_MEETING, state="held"), "state", ""),
        (replace(_SERIES, days=()), "days", ""),
        (replace(_SERIES, rule=Rule(day("1/1"), day("2/1"), (0,), nth=1)), "last", ""),
        (replace(_SERIES, days=(day("29/3"),), times=Times(130, 200)), "start", "3.00"),
        (replace(_KIND, name=" "), "name", ""),
        (replace(_KIND, letter="ABC"), "letter", ""),
        (replace(_KIND, style="pink"), "style", ""),
        (replace(_KIND, minutes=0), "minutes", "60"),
        (replace(_KIND, audience=Audience.ROLES), "roles", ""),
        (replace(_KIND, roles=frozenset({"X"})), "roles", ""),
    ],
)
def test_bad_input_is_told_at_its_field(draft, field, suggestion):
    problem = _problem(draft)
    assert (problem.field, problem.suggestion) == (field, suggestion)
    assert problem.sentence


@pytest.mark.parametrize("draft", [_MEETING, _SERIES, _KIND, *(shipped.draft for shipped in SHIPPED)])
def test_what_is_right_is_let_through(draft):
    draft.check()


def test_a_meeting_may_last_until_midnight():
    replace(_MEETING, times=Times(1380, 1440)).check()


def test_hand_picked_dates_are_sorted_and_each_there_once():
    draft = replace(_SERIES, days=(day("2/4"), day("1/4"), day("2/4")))
    assert draft.dates() == (day("1/4"), day("2/4"))


@pytest.mark.parametrize(
    ("year", "when"), [(2025, "30/3/2025"), (2026, "29/3/2026"), (2027, "28/3/2027"), (2030, "31/3/2030")]
)
def test_summer_time_begins_on_the_last_sunday_of_march(year, when):
    assert summer_time_begins(year) == day(when)


def test_the_shipped_kinds_are_those_of_the_area():
    assert [shipped.draft.name for shipped in SHIPPED] == [
        "Personalemøde",
        "Stuemøde",
        "P-møde",
        "MED-møde / TRIO",
        "Forældremøde",
        "Forældrebestyrelsesmøde",
        "Pædagogisk dag",
        "Ledermøde",
        "Netværksmøde",
        "Socialrådgivermøde / tværfagligt møde",
        "Læringssamtale / sparring / opfølgningsbesøg",
        "Evalueringsfællesskab",
        "MUS-/TUS-/GRUS-samtale",
    ]
    assert len({shipped.draft.letter for shipped in SHIPPED}) == len(SHIPPED)
    assert [shipped.draft.name for shipped in SHIPPED if shipped.draft.on_closing_day] == ["Pædagogisk dag"]
