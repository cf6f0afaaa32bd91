"""Series of meetings as stored: with a rule, or with hand-picked dates; and as lines under 'Faste mønstre'."""

from dataclasses import dataclass

from dagleder.base.dates import span_text
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.rule_text import full_rule_text
from dagleder.meetings.rules import Rule


@dataclass(frozen=True, slots=True)
class Series:
    """A stored series. `team` is the name of the stue it is for ('' = the house)."""

    id: int
    kind: Kind
    team_id: int | None
    team: str
    title: str
    rule: Rule | None
    year: int | None
    standard_key: str


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """Series of one kind with the same pattern, as one line under 'Faste mønstre'."""

    series_ids: tuple[int, ...]
    kind: Kind
    text: str
    count: int
    minutes: int


def series_lines(series: tuple[Series, ...], meetings: tuple[Meeting, ...]) -> tuple[SeriesLine, ...]:
    """The patterns behind the meetings, stuer with the same one together, in the kinds' order."""
    own: dict[int, list[Meeting]] = {}
    for meeting in meetings:
        if meeting.series_id is not None and not meeting.cancelled:
            own.setdefault(meeting.series_id, []).append(meeting)
    grouped: dict[tuple[int, str], list[Series]] = {}
    for each in sorted(series, key=lambda s: (s.kind.position, s.id)):
        if held := own.get(each.id):
            grouped.setdefault((each.kind.id, _pattern_text(each, held)), []).append(each)
    return tuple(
        SeriesLine(
            tuple(each.id for each in found),
            found[0].kind,
            text,
            sum(len(own[each.id]) for each in found),
            sum(meeting.minutes for each in found for meeting in own[each.id]),
        )
        for (_, text), found in grouped.items()
    )


def _pattern_text(series: Series, meetings: list[Meeting]) -> str:
    """'3. tirsdag kl. 17–20 · ikke i juli', or how many dates were picked."""
    spans = sorted({(meeting.start, meeting.end) for meeting in meetings})
    times = f" kl. {span_text(*spans[0])}" if len(spans) == 1 else ""
    if series.rule is None:
        return f"Udvalgte datoer{times}"
    pattern, _, exceptions = full_rule_text(series.rule).partition(" · ")
    return f"{pattern}{times}" + (f" · {exceptions}" if exceptions else "")
