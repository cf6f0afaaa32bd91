"""The plan as it was given out, and what has changed since, in sentences. Pure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dagleder.base.dates import WEEKDAYS_SHORT, day_text, span_text
from dagleder.base.text import capitalised
from dagleder.meetings.audience import participants
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED
from dagleder.presence.facts import Person

MOVED_BY_HAND = "rykket af dig"


@dataclass(frozen=True, slots=True)
class Issued:
    """One meeting as a version has it. Whose it was is kept for their calendars, and is no change of the plan."""

    day: date
    start: int
    end: int
    title: str
    state: str
    team_ids: tuple[int, ...] = field(default=(), compare=False)
    people: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """A plan given out: 'version 3, 12. marts'."""

    id: int
    year: int
    number: int
    issued_on: date
    content: Mapping[str, Issued]

    @property
    def text(self) -> str:
        return f"version {self.number}, {day_text(self.issued_on, year=True)}"


def content_of(meetings: Iterable[Meeting], people: Mapping[int, Person]) -> dict[str, Issued]:
    """The meetings by uid, as a version keeps them. That one has been held changes no plan."""
    return {m.uid: _issued(m, participants(m, people)) for m in meetings}


def _issued(meeting: Meeting, people: tuple[int, ...]) -> Issued:
    state = PLANNED if meeting.state == HELD else meeting.state
    teams = tuple(team_id for team_id, _ in meeting.teams)
    return Issued(meeting.day, meeting.start, meeting.end, meeting.full_title, state, teams, people)


def to_json(content: Mapping[str, Issued]) -> str:
    rows = {
        uid: [i.day.isoformat(), i.start, i.end, i.title, i.state, i.team_ids, i.people]
        for uid, i in sorted(content.items())
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> dict[str, Issued]:
    rows = json.loads(text)
    return {
        uid: Issued(date.fromisoformat(day), start, end, title, state, *map(tuple, whose))
        for uid, (day, start, end, title, state, *whose) in rows.items()
    }


def changes(before: Mapping[str, Issued], meetings: Iterable[Meeting]) -> tuple[str, ...]:
    """What is different from a version, one sentence a meeting, in order of date."""
    now = {meeting.uid: meeting for meeting in meetings}
    told: list[tuple[date, str]] = []
    for uid, meeting in now.items():
        text = _change(before.get(uid), meeting)
        if text:
            told.append((meeting.day, f"{_short_day(meeting.day)}: {meeting.full_title} {text}."))
    for uid, issued in before.items():
        if uid not in now and issued.state != CANCELLED:
            told.append((issued.day, f"{_short_day(issued.day)}: {issued.title} er taget af planen."))
    return tuple(text for _, text in sorted(told))


def _short_day(day: date) -> str:
    """'Tir 24. februar'."""
    return f"{capitalised(WEEKDAYS_SHORT[day.weekday()])} {day_text(day)}"


def _change(before: Issued | None, meeting: Meeting) -> str:
    """What follows the meeting's name, or '' when nothing is worth telling."""
    if before is None or before.state == CANCELLED:
        return "" if meeting.cancelled else _new(before, meeting)
    if meeting.cancelled:
        return "er aflyst"
    said = []
    if before.day != meeting.day:
        because = "" if meeting.because in ("", MOVED_BY_HAND) else f" på grund af {meeting.because}"
        said.append(f"er rykket fra {day_text(before.day)}{because}")
    if (before.start, before.end) != (meeting.start, meeting.end):
        times = span_text(before.start, before.end)
        said.append(f"er nu kl. {span_text(meeting.start, meeting.end)} (før {times})")
    if before.title != meeting.full_title:
        said.append(f"hed før {before.title}")
    if before.state == PROPOSED != meeting.state:
        said.append("er aftalt")
    return " og ".join(said)


def _new(before: Issued | None, meeting: Meeting) -> str:
    if before is not None:
        return "er ikke længere aflyst"
    return "er nyt" if meeting.title.endswith("møde") else "er ny"
