"""Somebody's day as bars on the axis of the week: shift, absence, meetings, and what is said where there is no bar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import hours_text, span_text, weekday_text
from dagleder.presence.facts import Absence
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.person_day import NOT_EMPLOYED, OFF, PersonDay, absence_span, engagement_span
from dagleder.presence.sources import Engagement
from ui.kit.grid_time import TimeAxis
from ui.kit.grid_values import BarLook, GridBar

_MEETING = "M"
Span = tuple[int, int]


@dataclass(frozen=True)
class DayAxis:
    """One day on the axis; `teams` names the stuer there are."""

    axis: TimeAxis
    day: date
    teams: Mapping[int, str]
    closed: bool = False

    @property
    def opening(self) -> Span:
        bands = self.axis.bands
        return bands[0].start, bands[-1].end

    def bar(self, span: Span, text: str, look: BarLook = BarLook.SHIFT, words: str = "") -> Iterator[GridBar]:
        """The bar of a stretch of the day; none where it lies outside what is shown."""
        start, end = self.axis.at(self.day, span[0]), self.axis.at(self.day, span[1])
        if start < end and (text or words):
            yield GridBar(start, end, text, look, words=words)

    def meeting(self, engagement: Engagement) -> Iterator[GridBar]:
        start, end = (self.axis.at(self.day, minute) for minute in engagement_span(engagement, self.day))
        if start < end:
            words = f"møde i vagten: {engagement.what}"
            yield GridBar(start, end, engagement.what, BarLook.MEETING, _MEETING, words)

    def absence(self, absence: Absence) -> Iterator[GridBar]:
        start, end = (self.axis.at(self.day, minute) for minute in absence_span(absence))
        if start < end:
            name = KIND_BY_KEY[absence.kind].name
            times = "" if absence.whole_days else f" {span_text(*absence_span(absence))}"
            words = f"{name.lower()}{times}"
            yield GridBar(start, end, name, BarLook.PLANNED, absence.kind, words, absence.id)


def day_bars(person: PersonDay, team_id: int | None, on: DayAxis) -> Iterator[GridBar]:
    """Her bars on the line she has under `team_id`; later ones lie on top."""
    whole = [absence for absence in person.absences if absence.whole_days]
    if whole and not person.stints:
        yield from on.absence(whole[0])
    elif person.home_id == team_id or person.on(team_id):
        yield from _work(person, team_id, on)
        for absence in person.absences:
            yield from on.absence(absence)
        for engagement in person.engagements:
            yield from on.meeting(engagement)
    elif person.stints or person.untimed:
        where = person.stints[0][2] if person.stints else person.team_id
        yield from on.bar(on.opening, _elsewhere(where, on), BarLook.TEXT)
    else:
        yield from on.bar(on.opening, _why_off(person, on), BarLook.TEXT)


def _work(person: PersonDay, team_id: int | None, on: DayAxis) -> Iterator[GridBar]:
    if person.untimed:
        said = f"{hours_text(person.untimed)} t, uden mødetid"
        yield from on.bar(
            on.opening, said if person.team_id == team_id else _elsewhere(person.team_id, on), BarLook.TEXT
        )
    elif person.shift and person.shift.span and not _is_moved(person, team_id):
        yield from _shift(person, person.shift.span, on)
    elif person.stints:
        yield from _stints(person, team_id, on)
    elif not person.absences:
        yield from on.bar(on.opening, _why_off(person, on), BarLook.TEXT)


def _is_moved(person: PersonDay, team_id: int | None) -> bool:
    return person.substitute is not None or any(team != team_id for _, _, team in person.stints)


def _stints(person: PersonDay, team_id: int | None, on: DayAxis) -> Iterator[GridBar]:
    """Where she is when; on the line of a stue she is only lent to, no more than that stue's part."""
    for start, end, team in person.stints:
        times = span_text(start, end)
        if team == team_id:
            yield from on.bar((start, end), times)
        elif person.home_id == team_id:
            where = _elsewhere(team, on)
            yield from on.bar((start, end), where, words=f"{times} {where}")


def _shift(person: PersonDay, span: Span, on: DayAxis) -> Iterator[GridBar]:
    """The shift, without what absence takes of it; meetings lie in it."""
    parts = [span]
    for start, end in map(absence_span, person.absences):
        cut = [part for low, high in parts for part in ((low, min(high, start)), (max(low, end), high))]
        parts = [part for part in cut if part[0] < part[1]]
    for part in parts:
        yield from on.bar(part, span_text(*part))


def _elsewhere(team_id: int | None, on: DayAxis) -> str:
    name = on.teams.get(team_id) if team_id is not None else None
    return f"på {name}" if name else "uden stue"


def _why_off(person: PersonDay, on: DayAxis) -> str:
    """'fri torsdag', 'ikke ansat'; one who is never expected and a closed day need no words of their own."""
    if on.closed:
        return ""
    if person.why_off == NOT_EMPLOYED:
        return NOT_EMPLOYED
    if person.why_off == OFF and person.person and person.person.employment.pattern_on(on.day):
        return f"fri {weekday_text(on.day)}"
    return ""
