from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from dagleder.exchange.ics import Event, Status, render_ics

_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_MEETING = Event("abc@dagleder", "Personalemøde", date(2026, 3, 17), 17 * 60, 20 * 60, place="Fællesrummet")


def _read(*events: Event) -> Calendar:
    calendar = Calendar.from_ical(render_ics(events, name="Mødeplan 2026"))
    assert isinstance(calendar, Calendar)
    return calendar


def _only(event: Event):
    (entry,) = _read(event).walk("VEVENT")
    return entry


def test_an_event_is_timed_in_copenhagen_with_the_zone_in_the_file():
    entry = _only(_MEETING)
    assert entry.start == datetime(2026, 3, 17, 17, tzinfo=_COPENHAGEN)
    assert entry.end == datetime(2026, 3, 17, 20, tzinfo=_COPENHAGEN)
    (zone,) = _read(_MEETING).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Copenhagen"
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


@pytest.mark.parametrize(
    ("status", "shown", "busy"),
    [
        (Status.CONFIRMED, "CONFIRMED", "OPAQUE"),
        (Status.TENTATIVE, "TENTATIVE", "TRANSPARENT"),
        (Status.CANCELLED, "CANCELLED", "TRANSPARENT"),
    ],
)
def test_the_state_is_told(status, shown, busy):
    entry = _only(Event("a", "Møde", date(2026, 3, 17), 0, 60, status=status, sequence=3))
    assert (entry["STATUS"], entry["TRANSP"], entry["SEQUENCE"]) == (shown, busy, 3)


def test_the_stamp_is_when_the_meeting_was_changed():
    entry = _only(Event("a", "Møde", date(2026, 3, 17), 0, 60, changed_at=datetime(2026, 7, 1, 12, 30)))
    assert entry["DTSTAMP"].dt == datetime(2026, 7, 1, 10, 30, tzinfo=UTC)


def test_a_meeting_until_midnight_ends_the_next_day():
    assert _only(Event("a", "Nat", date(2026, 10, 25), 23 * 60, 24 * 60)).end.date() == date(2026, 10, 26)


def test_hostile_texts_stay_in_their_field(hostile_texts):
    events = [Event(str(n), text, date(2026, 3, 17), 60, 120, text, text) for n, text in enumerate(hostile_texts)]
    calendar = _read(*events)
    assert [entry["UID"] for entry in calendar.walk("VEVENT")] == [event.uid for event in events]
    assert {part.name for part in calendar.subcomponents} == {"VEVENT", "VTIMEZONE"}


def test_the_same_events_give_the_same_bytes():
    assert render_ics([_MEETING], name="x") == render_ics([_MEETING], name="x")


def test_no_events_give_a_calendar_that_can_be_read():
    assert _read().walk("VEVENT") == []
