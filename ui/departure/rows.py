"""What somebody would leave, as rows of a table under the head of their section."""

from collections.abc import Iterator
from dataclasses import dataclass

from dagleder.base.dates import day_short
from dagleder.base.findings import Level
from dagleder.departure.orphans import Departure, Line, Section
from ui.kit.chip import LOOKS
from ui.kit.table_values import CellLook, ChipValue, Column, Group

_SAID = {Level.MUST: "skal løses", Level.SHOULD: "bør ses på", Level.INFO: "til orientering"}


@dataclass(frozen=True)
class Row:
    """A line of a section; `key` is its section and its place there."""

    key: tuple[str, int]
    section: Section
    line: Line
    by: str


COLUMNS = (
    Column("what", "Hvad", lambda row: row.line.what, width=250, wraps=True),
    Column("detail", "Hvordan det står", lambda row: row.line.detail, look=CellLook.MUTED, wraps=True),
    Column("successor", "Kan tage over", lambda row: row.line.successor or "–", width=210, wraps=True),
    Column("by", "Senest", lambda row: row.by, width=70),
    Column(
        "level",
        "",
        lambda row: _SAID[row.line.level],
        look=CellLook.CHIP,
        shape=lambda row: ChipValue(_SAID[row.line.level], *LOOKS[row.line.level]),
        width=130,
    ),
)


def rows(departure: Departure) -> Iterator[Row]:
    """The gravest section first, and in each what is gravest."""
    for section in departure.filled:
        for number, line in enumerate(section.lines):
            yield Row((section.key, number), section, line, day_short(line.by or departure.day))


def head(section: Section) -> Group:
    """With how grave it is."""
    return Group(section.title, LOOKS[section.level][1])
