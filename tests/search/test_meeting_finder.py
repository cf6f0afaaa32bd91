"""Meetings are found by name, kind, place and date; their notes are not."""

from datetime import date

import pytest

from dagleder.app import compose
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.search.finders import CompetenceFinder, MeetingFinder, TaskFinder, finders


def test_a_meeting_is_found_with_its_day(demo_services, clock):
    entries = MeetingFinder(demo_services.meetings, clock).entries()
    found = next(entry for entry in entries if "19. maj" in entry.detail)
    assert (found.title, found.feature) == ("Personalemøde", "meetings")
    assert found.detail == "tirsdag 19. maj 2026 kl. 17–20"


def test_a_cancelled_meeting_says_so(demo_services, clock):
    entries = MeetingFinder(demo_services.meetings, clock).entries()
    assert any(entry.detail.endswith(" · aflyst") for entry in entries)


def test_notes_are_not_read(demo_services, clock):
    kind = demo_services.meetings.kinds()[0]
    demo_services.meetings.add(MeetingDraft(kind.id, date(2026, 6, 3), Times(600, 660), note="hemmeligt"))
    entries = MeetingFinder(demo_services.meetings, clock).entries()
    assert all("hemmeligt" not in f"{entry.title} {entry.detail} {entry.words}" for entry in entries)


@pytest.mark.parametrize(
    ("left_out", "gone"),
    [("meetings", {MeetingFinder}), ("tasks", {TaskFinder}), ("competence", {CompetenceFinder, TaskFinder})],
)
def test_without_a_part_the_rest_is_found(demo_services, clock, left_out, gone):
    every = {type(finder) for finder in finders(demo_services)}
    services = compose(demo_services.database, clock, without={left_out})
    assert {type(finder) for finder in finders(services)} == every - gone
