import pytest

from dagleder.meetings.hours import Frame, frame_findings, full_time_text, kind_hours, person_hours, plural_name
from dagleder.meetings.states import CANCELLED, HELD, PROPOSED
from tests.meetings.make import day, meeting, named
from tests.presence.make import BEE, BUG, person

PEOPLE = {
    each.id: each
    for each in (person(1), person(2, role="PM", hours=18.5, teams=(BEE,)), person(3, role="PL", hours=0, teams=()))
}
MEETINGS = [
    meeting(at="17-20", id=1),
    meeting(at="17-20", day=day("21/4"), id=2, state=HELD),
    meeting(at="17-20", day=day("19/5"), id=3, state=CANCELLED),
    meeting("paedagogisk_dag", day("15/5"), "9-15", id=4, state=PROPOSED),
    meeting("stuemoede", at="12.30-13.30", teams=(BUG,), id=5),
    meeting("stuemoede", day("24/3"), "12.30-13.30", (BUG,), id=6),
    meeting("stuemoede", at="12.30-13.30", teams=(BEE,), id=7),
    meeting("netvaerk", at="9-11", id=8, guests=named(2)),
]


def test_what_is_cancelled_or_only_proposed_counts_for_nothing():
    found = {hours.kind.name: (hours.count, hours.minutes, hours.each) for hours in kind_hours(MEETINGS)}
    assert found == {"Personalemøde": (2, 360, 360), "Stuemøde": (3, 180, 120), "Netværksmøde": (1, 120, 120)}
    assert [hours.text for hours in kind_hours(MEETINGS)][:2] == ["2 møder · 6 t.", "3 møder · 3 t."]


def test_each_has_the_hours_of_the_meetings_she_takes_part_in():
    found = person_hours(MEETINGS, PEOPLE, None)
    assert [(each.person.id, each.count, each.minutes, each.over) for each in found] == [
        (1, 4, 480, 0),
        (2, 4, 540, 0),
        (3, 2, 360, 0),
    ]


@pytest.mark.parametrize(
    ("frame", "frames"),
    [(Frame(600), [600, 300, 600]), (Frame(600, proportional=False), [600, 600, 600])],
)
def test_part_timers_have_their_share_of_the_frame(frame, frames):
    assert [each.frame for each in person_hours(MEETINGS, PEOPLE, frame)] == frames


def test_who_is_over_the_frame_is_told():
    (found,) = frame_findings(person_hours(MEETINGS, PEOPLE, Frame(600)), 2026)
    assert found.text == "9 timers møder i 2026, 4 over rammen på 5."
    assert found.ref == ("staff", 2)


def test_the_sentence_on_the_paper():
    text = "På fuld tid: personalemøder 6 timer og stuemøder 2 timer i 2026."
    assert full_time_text(kind_hours(MEETINGS), "2026") == text
    assert full_time_text(kind_hours(MEETINGS[-1:]), "2026") == ""


@pytest.mark.parametrize(
    ("name", "plural"),
    [("Personalemøde", "personalemøder"), ("P-møde", "P-møder"), ("Pædagogisk dag", "pædagogisk dag")],
)
def test_a_kind_in_the_plural(name, plural):
    assert plural_name(name) == plural
