"""The usual rhythm of a year as lines of a table: each with its reason, each on or off. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from dagleder.base.dates import day_short, span_text, weekday_text
from dagleder.base.text import plural
from dagleder.meetings.proposal import ProposedMeeting
from dagleder.meetings.states import PROPOSED
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping
from ui.meetings.kind_marks import kind_icon


@dataclass(frozen=True)
class ProposedLine:
    """One meeting of the proposal; `number` is its place in it."""

    number: int
    meeting: ProposedMeeting
    on: bool = True


def _chip(line: ProposedLine) -> ChipValue | None:
    if line.meeting.state == PROPOSED:
        return ChipValue("forslag", "info", "circle-dashed")
    return ChipValue("rykket", "warn", "move-right") if line.meeting.original_day else None


def _chip_text(line: ProposedLine) -> str:
    chip = _chip(line)
    return chip.text if chip else ""


COLUMNS = (
    Column("on", "", lambda line: "ja" if line.on else "nej", look=CellLook.TICK, shape=lambda line: line.on, width=34),
    Column(
        "day",
        "Dato",
        lambda line: f"{weekday_text(line.meeting.day)[:3]} {day_short(line.meeting.day)}",
        sort=lambda line: (line.meeting.day, line.meeting.start),
        width=104,
    ),
    Column("time", "Tid", lambda line: span_text(line.meeting.start, line.meeting.end), width=112, look=CellLook.MUTED),
    Column("team", "Stue", lambda line: line.meeting.team or "Hele huset", width=104),
    Column("state", "", _chip_text, look=CellLook.CHIP, shape=_chip, width=92),
    Column("reason", "Begrundelse", lambda line: line.meeting.reason, tip=lambda line: line.meeting.reason),
)


BY_KIND = Grouping(lambda line: line.meeting.kind, lambda kind: Group(kind.name, kind_icon(kind)))


def by_kind(lines: Sequence[ProposedLine]) -> list[ProposedLine]:
    """Kinds in their own order, each by date: how the table stands."""
    return sorted(lines, key=lambda line: (line.meeting.kind.position, line.meeting.day, line.meeting.team))


def summary(lines: Sequence[ProposedLine]) -> str:
    """'91 møder. 4 er rykket, og 1 er et forslag, I skal aftale.'."""
    on = [line.meeting for line in lines if line.on]
    moved = sum(meeting.original_day is not None for meeting in on)
    proposed = sum(meeting.state == PROPOSED for meeting in on)
    told = [f"{moved} er rykket fra en helligdag eller lukkedag"] if moved else []
    told += [f"{proposed} er et forslag, I skal aftale"] if proposed else []
    rest = f" {', og '.join(told)}." if told else ""
    return f"{plural(len(on), 'møde', 'møder')}.{rest}"
