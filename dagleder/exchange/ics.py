"""Calendar files. The same event keeps its UID, so a calendar that imports twice updates instead of doubling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from dagleder.base.text import printable

_ZONE = ZoneInfo("Europe/Copenhagen")
_UNCHANGED = datetime(2000, 1, 1)  # noqa: DTZ001 -- an event without a date of change; files are the same each time


class Status(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a day and clock times (minutes after midnight, Danish time)."""

    uid: str
    title: str
    day: date
    start_minute: int
    end_minute: int
    place: str = ""
    text: str = ""
    sequence: int = 0  # raised at each change
    status: Status = Status.CONFIRMED
    changed_at: datetime | None = None  # Danish wall-clock time


def render_ics(events: Sequence[Event], *, name: str) -> bytes:
    """The events as an .ics file with the whole time zone in it."""
    from icalendar import Calendar  # noqa: PLC0415 -- the window starts without it

    calendar = Calendar()
    calendar.add("prodid", "-//Dagleder//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable(name))
    calendar.add("x-wr-timezone", _ZONE.key)
    for event in events:
        calendar.add_component(_entry(event))
    if events:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _entry(event: Event) -> Any:
    from icalendar import Event as Entry  # noqa: PLC0415 -- as above

    entry = Entry()
    changed = (event.changed_at or _UNCHANGED).replace(tzinfo=_ZONE).astimezone(UTC)
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("dtstart", _moment(event.day, event.start_minute))
    entry.add("dtend", _moment(event.day, event.end_minute))
    entry.add("summary", printable(event.title))
    if event.place:
        entry.add("location", printable(event.place))
    if event.text:
        entry.add("description", printable(event.text, keep="\n"))
    entry.add("status", event.status.value)
    # A cancelled meeting leaves the time free; so does one that is only proposed.
    entry.add("transp", "OPAQUE" if event.status is Status.CONFIRMED else "TRANSPARENT")
    return entry


def _moment(day: date, minute: int) -> datetime:
    """A wall-clock time; midnight at the end of a day is the next day's."""
    return datetime.combine(day, time(), _ZONE) + timedelta(minutes=minute)
