"""What meetings say in the places that lower features declare: who is at a meeting, and what a leaver is named on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.dates import clock_digits, day_text
from dagleder.base.text import plural
from dagleder.meetings import reading
from dagleder.meetings.audience import participants
from dagleder.meetings.meeting import Meeting, in_a_sentence
from dagleder.presence import reading as presence
from dagleder.presence.sources import Engagement
from dagleder.staff import reading as staff
from dagleder.staff.places import Card, CardLine, Consequence, Mark
from dagleder.storage.database import Database


class MeetingSource:
    """Presence's `Source`: planned and held meetings take their participants from the stue."""

    tables: Final = reading.MEETINGS | staff.TABLES

    def __init__(self, database: Database) -> None:
        self._database = database

    def engagements(self, start: date, end: date) -> Iterator[Engagement]:
        with self._database.reading() as session:
            meetings = [meeting for meeting in reading.meetings(session, start, end) if meeting.takes_people]
            people = presence.people(session) if meetings else {}
        for meeting in meetings:
            for who in participants(meeting, people):
                yield _engagement(meeting, who)


def _engagement(meeting: Meeting, employee_id: int) -> Engagement:
    midnight = datetime.combine(meeting.day, time())
    return Engagement(
        employee_id=employee_id,
        start=midnight + timedelta(minutes=meeting.start),
        end=midnight + timedelta(minutes=meeting.end),
        what=in_a_sentence(meeting.title),
        where_to_open=("meetings", meeting.id),
    )


class MeetingsAtLeaving:
    """The meetings a leaver will not be at; where she is named she stays so, but does not count as taking part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:
        with self._database.reading() as session:
            named = {meeting.id for meeting in reading.meetings_with_guest(session, employee_id)}
            ahead = reading.meetings(session, last_day + timedelta(days=1), date.max)
            people = presence.people(session)
        ahead = tuple(meeting for meeting in ahead if not meeting.cancelled)
        hers = [meeting for meeting in ahead if meeting.id in named]
        others = [m for m in ahead if m.id not in named and employee_id in participants(m, people)]
        told = []
        if hers:
            count = plural(len(hers), "møde", "møder")
            told.append(f"Står på {count} efter den dag. Vælg selv, hvem der tager over.")
        if others:
            count, first = plural(len(others), "møde", "møder"), others[0]
            when = day_text(first.day, year=first.day.year != last_day.year)
            told.append(
                f"{count} efter den dag holdes med en færre; det første er {in_a_sentence(first.title)} {when}."
            )
        soonest = min((*hers[:1], *others[:1]), key=lambda meeting: meeting.day, default=None)
        return (Consequence("Møder", " ".join(told), ("meetings", soonest.id)),) if soonest else ()


_AHEAD: Final = timedelta(days=182)
_MOST_LINES: Final = 5


class MeetingsAboutPerson:
    """The meetings ahead in which somebody takes part, for her page."""

    tables: Final = reading.MEETINGS

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def marks(self, day: date) -> Mapping[int, Mark]:  # noqa: ARG002 -- a meeting is no standing of anybody's
        return {}

    def card(self, employee_id: int) -> Card:
        today = self._clock.today()
        with self._database.reading() as session:
            meetings = reading.meetings(session, today, today + _AHEAD)
            people = presence.people(session)
        hers = [m for m in meetings if not m.cancelled and employee_id in participants(m, people)]
        lines = [_line(meeting, today) for meeting in hers[:_MOST_LINES]]
        if len(hers) > _MOST_LINES:
            lines.append(CardLine(f"og {len(hers) - _MOST_LINES} til det næste halve år"))
        return Card("Møder forude", tuple(lines), "Ingen møder det næste halve år.")


def _line(meeting: Meeting, today: date) -> CardLine:
    when = f"{day_text(meeting.day, year=meeting.day.year != today.year)} kl. {clock_digits(meeting.start)}"
    return CardLine(when, meeting.title, ("meetings", meeting.id))
