"""A table as data: its columns, its groups, and what a cell may show beside plain text."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dagleder.base.text import danish_key

Row = Any
"""A frozen row of any kind: a database row of columns, a tuple, a dataclass."""


class CellLook(StrEnum):
    """How a column's cells are painted."""

    TEXT = "text"
    MUTED = "muted"
    PERSON = "person"  # a dot with initials before the name
    CHIP = "chip"
    TICK = "tick"  # a tick box; Space or a click turns it
    CHANGE = "change"  # before → after, where something was changed; or what cannot be used
    MARK = "mark"  # text in a tone, with an icon before it
    PROGRESS = "progress"  # a slim bar, or the text where nothing is measured
    DRAWING = "drawing"  # a small drawing, as on paper; or the text in a tone


@dataclass(frozen=True)
class ChipValue:
    """A rounded mark in a cell; `look` is ok, warn, danger, info, primary, plain or outline."""

    text: str
    look: str = "plain"
    icon: str = ""


@dataclass(frozen=True)
class Mark:
    """How a MARK stands: its tone (a colour role), its icon, and whether it is bold; also instead of somebody's dot."""

    tone: str = "text"
    icon: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Change:
    """What stood in a cell and what stands there now; `icon` says who changed it ('': nobody, it only means that)."""

    before: str
    after: str
    icon: str = "wand-sparkles"


@dataclass(frozen=True)
class Wrong:
    """What stands in a cell and cannot be used: drawn as a field with an error, ready to be mended."""

    text: str


@dataclass(frozen=True)
class Aside:
    """What stands in a cell and does not count."""

    text: str


@dataclass(frozen=True)
class RowNote:
    """A line under a row: what is wrong with it, and the part of the text that can be clicked.

    `about` is for whoever hears of the click.
    """

    text: str
    link: str = ""
    tone: str = "danger"
    about: object = None


@dataclass(frozen=True)
class Group:
    """The head of a group of rows."""

    title: str
    icon: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Grouping:
    """Which group a row belongs to, and the head of each. Groups stand in the order their first row is given."""

    key: Callable[[Row], Hashable]
    head: Callable[[Any], Group]


def _no_tip(_row: Row) -> str:
    return ""


@dataclass(frozen=True)
class Column:
    """One column: what it shows of a row, and what it is sorted by.

    `sort` gives values that can be compared (None comes last); without it the text is sorted by Danish rules.
    `shape` gives what the look asks for: initials or a Mark (PERSON), a ChipValue or None (CHIP), a bool, a Mark for
    another mark than a tick, or None for no box (TICK), a Change, Wrong, Aside or None (CHANGE), a Mark or None (MARK),
    a share of 1 or None (PROGRESS), a Drawing, a Mark or None (DRAWING).
    `width` is px at 100 % text size; 0 takes what is left; `least` is what it never gives up to the others. `wraps`
    (TEXT, MUTED, CHANGE): what is wider goes on in the next line, and the row is higher.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    look: CellLook = CellLook.TEXT
    shape: Callable[[Row], Any] | None = None
    width: int = 0
    least: int = 0
    wraps: bool = False
    right: bool = False
    tip: Callable[[Row], str] = _no_tip

    def sort_key(self, row: Row) -> tuple[bool, Any]:
        value = self.sort(row) if self.sort else danish_key(self.text(row))
        return value is None, value


@dataclass(frozen=True)
class GroupLine:
    """A line of the table that heads a group."""

    key: Hashable
    group: Group
    count: int
    collapsed: bool

    @property
    def text(self) -> str:
        return f"{self.group.title} · {self.count}"


@dataclass(frozen=True)
class NoteLine:
    """A line of the table under the row it is about."""

    row: Row
    note: RowNote


@dataclass(frozen=True)
class RowLine:
    """A line of the table that shows a row."""

    row: Row


Line = GroupLine | NoteLine | RowLine


def as_text(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Titles and rows as a spreadsheet pastes them: tabs between columns, a line for each row."""
    lines = [[column.title for column in columns]]
    lines += [[" ".join(column.text(row).split()) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines)
