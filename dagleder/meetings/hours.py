"""Meetings are working time: minutes per kind, per employee, and what a full-timer comes to. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dagleder.base.dates import hours_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.base.law import full_time
from dagleder.base.text import and_list, plural
from dagleder.meetings.audience import participants
from dagleder.meetings.kinds import Audience, Kind
from dagleder.meetings.meeting import Meeting, in_a_sentence
from dagleder.presence.facts import Person

_MOST_FRAME: Final = 500 * 60


@dataclass(frozen=True, slots=True)
class KindHours:
    """The meetings of one kind. `each`: minutes for somebody who takes part in all of hers (of stuer, the longest)."""

    kind: Kind
    count: int
    minutes: int
    each: int

    @property
    def text(self) -> str:
        """'11 møder · 22 t.'."""
        return f"{plural(self.count, 'møde', 'møder')} · {hours_text(self.minutes)} t."


def kind_hours(meetings: Iterable[Meeting]) -> tuple[KindHours, ...]:
    """In the kinds' own order; what is cancelled or only proposed counts for nothing."""
    counts, minutes = Counter[int](), Counter[int]()
    per_team: dict[int, Counter[int | None]] = {}
    kinds: dict[int, Kind] = {}
    for meeting in meetings:
        if meeting.takes_people:
            kind_id = meeting.kind.id
            kinds[kind_id] = meeting.kind
            counts[kind_id] += 1
            minutes[kind_id] += meeting.minutes
            for team_id in meeting.team_ids or (None,):
                per_team.setdefault(kind_id, Counter())[team_id] += meeting.minutes
    ordered = sorted(kinds.values(), key=lambda kind: (kind.position, kind.id))
    return tuple(KindHours(kind, counts[kind.id], minutes[kind.id], _each(per_team[kind.id])) for kind in ordered)


def _each(per_team: Counter[int | None]) -> int:
    """What one participant comes to: the whole house's meetings and those of the stue with the most."""
    own = [minutes for team, minutes in per_team.items() if team is not None]
    return per_team[None] + max(own, default=0)


@dataclass(frozen=True, slots=True)
class PersonHours:
    """Somebody's meetings in the year; `frame` is her part of the yearly frame (None: none is set)."""

    person: Person
    count: int
    minutes: int
    frame: int | None

    @property
    def over(self) -> int:
        """Minutes beyond the frame."""
        return max(0, self.minutes - self.frame) if self.frame is not None else 0


@dataclass(frozen=True, slots=True)
class Frame:
    """Minutes of meetings a full-timer may have in a year; with `proportional` part-timers have their share."""

    minutes: int
    proportional: bool = True

    def check(self) -> None:
        if not 0 < self.minutes <= _MOST_FRAME:
            raise UserProblem("Rammen er mellem 1 og 500 timer om året.", field="minutes")


def person_hours(
    meetings: Iterable[Meeting], people: Mapping[int, Person], frame: Frame | None
) -> tuple[PersonHours, ...]:
    """Everybody who takes part in anything, in the order of `people`."""
    counts, minutes = Counter[int](), Counter[int]()
    last_day = {}
    for meeting in meetings:
        if meeting.takes_people:
            for who in participants(meeting, people):
                counts[who] += 1
                minutes[who] += meeting.minutes
                last_day[who] = meeting.day
    return tuple(
        PersonHours(
            people[who], counts[who], minutes[who], _share(frame, people[who].employment.minutes_on(last_day[who]))
        )
        for who in people
        if who in counts
    )


def _share(frame: Frame | None, weekly: int | None) -> int | None:
    if frame is None:
        return None
    if not frame.proportional or weekly is None:
        return frame.minutes
    return frame.minutes * min(weekly, full_time()) // full_time()


def frame_findings(found: Iterable[PersonHours], year: int) -> list[Finding]:
    """Who comes beyond the yearly frame."""
    return [
        Finding(
            Level.SHOULD,
            each.person.called,
            f"{hours_text(each.minutes)} timers møder i {year}, {hours_text(each.over)} over rammen på "
            f"{hours_text(each.frame or 0)}.",
            "jeres egen ramme for møder",
            ("staff", each.person.id),
        )
        for each in found
        if each.over
    ]


def full_time_text(found: Iterable[KindHours], year: str) -> str:
    """'På fuld tid: personalemøder 22 timer og stuemøder 13,5 timer i 2026.', or '' without such meetings."""
    told = [
        f"{plural_name(hours.kind.name)} {hours_text(hours.each)} timer"
        for hours in found
        if hours.kind.audience in (Audience.ALL, Audience.TEAM)
    ]
    return f"På fuld tid: {and_list(told)} i {year}." if told else ""


def plural_name(name: str) -> str:
    """'personalemøder' for 'Personalemøde'; a name that is no '…møde' stands as it is."""
    plain = in_a_sentence(name)
    return f"{plain}r" if plain.endswith("møde") else plain
