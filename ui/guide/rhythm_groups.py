"""The proposed meetings of a year in series, as the guide shows them: one line a series, its dates under it. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import clock_digits, day_text, weekday_text
from dagleder.base.text import capitalised, plural
from dagleder.meetings.proposal import ProposedMeeting
from dagleder.meetings.rule_text import full_rule_text

MeetingKey = tuple[str, date]
"""A proposed meeting, whichever proposal it is in: its series and its day."""


@dataclass(frozen=True)
class RhythmGroup:
    """One series."""

    key: str
    name: str  # 'Stuemøde, Mariehønen'
    detail: str  # '3. tirsdag · 17.00–20.00 · 9 møder'
    remarks: tuple[str, ...]  # what was moved, and why
    meetings: tuple[ProposedMeeting, ...]


def key_of(meeting: ProposedMeeting) -> MeetingKey:
    return meeting.standard_key, meeting.day


def rhythm_groups(meetings: Iterable[ProposedMeeting]) -> tuple[RhythmGroup, ...]:
    """In the order the series are first met in the year."""
    by_key: dict[str, list[ProposedMeeting]] = {}
    for meeting in meetings:
        by_key.setdefault(meeting.standard_key, []).append(meeting)
    return tuple(_group(key, held) for key, held in by_key.items())


def _group(key: str, held: list[ProposedMeeting]) -> RhythmGroup:
    first = held[0]
    name = f"{first.kind.name}, {first.team}" if first.team else first.kind.name
    rule = full_rule_text(first.rule) if first.rule else capitalised(first.reason.rstrip("."))
    times = f"{clock_digits(first.start)}–{clock_digits(first.end)}"
    count = plural(len(held), "møde", "møder")
    moved = tuple(f"{day_text(m.day)}: rykket på grund af {m.because}." for m in held if m.original_day is not None)
    return RhythmGroup(key, name, f"{rule} · {times} · {count}", moved, tuple(held))


def meeting_line(meeting: ProposedMeeting) -> str:
    """'Tirsdag 17. marts · rykket fra 10. marts på grund af …'."""
    text = f"{capitalised(weekday_text(meeting.day))} {day_text(meeting.day)}"
    if meeting.original_day is not None:
        text += f" · rykket fra {day_text(meeting.original_day)} på grund af {meeting.because}"
    return f"{text} · forslag, skal aftales" if meeting.state == "proposed" else text


def chosen(meetings: Iterable[ProposedMeeting], left_out: Collection[MeetingKey]) -> list[ProposedMeeting]:
    return [meeting for meeting in meetings if key_of(meeting) not in left_out]
