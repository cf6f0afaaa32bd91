"""Meetings are found by name, kind, place and date; their notes are not."""

from datetime import date

from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.search.finders import MeetingFinder, finders


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


def test_without_meetings_the_rest_is_found(demo_services, clock):
    found = finders(demo_services.settings, demo_services.staff, None, clock)
    assert not any(isinstance(finder, MeetingFinder) for finder in found)
