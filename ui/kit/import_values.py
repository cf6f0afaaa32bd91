"""A list on its way in, as it is shown before anything is kept: rows, cells, chips, buttons. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, Self

from dagleder.exchange.tables import Choices
from dagleder.exchange.tables_values import Column, LeftCell, TableRead, Target
from ui.kit.fields import Option
from ui.kit.table_values import Change, RowNote

LEFT_OUT = "Medtag ikke"
LEAVE_EMPTY = "Lad feltet stå tomt"
HIDDEN_CPR = "•••••• – udelades"
HOUSE_CHANGE = "refresh-cw"
"""The icon of what the house has otherwise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`change` where something else comes of it than stands there; `wrong` where it cannot be used.

    `quiet`: of a column that is left out.
    """

    text: str
    change: Change | None = None
    wrong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Mend:
    """What the link of a note does: another text in one field of the row."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file. `ticked` is None for a row that cannot be taken in.

    A note with a link is `about` a Mend, or about something whoever shows the list asks for.
    """

    number: int
    kind: StrEnum
    name: str
    cells: tuple[Cell, ...]
    ticked: bool | None = None
    notes: tuple[RowNote, ...] = ()
    to_mend: tuple[str, ...] = ()  # the fields that cannot be used

    @property
    def waits(self) -> bool:
        return self.ticked is False


@dataclass(frozen=True, slots=True)
class Fact:
    """A chip above the list."""

    text: str
    look: str
    icon: str


@dataclass(frozen=True, slots=True)
class ColumnOffer:
    """A tick above the list: a column it is likely that she wants read as something; `taken` when it is."""

    column: int
    key: str
    text: str
    taken: bool


@dataclass(frozen=True, slots=True)
class WaysOn:
    """The buttons under the list: everything, or all but what is wrong ('' where there is no such choice).

    `said` stands beside them.
    """

    said: str
    all_text: str
    why_not_all: str = ""
    some_text: str = ""
    let_wait: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Style:
    """What is particular to a kind of list: what a column may be read as, and what its groups are called.

    `field_of` gives the name a column's cells are mended under; None where they cannot be.
    """

    options: Callable[[Column], Sequence[Option]]
    field_of: Callable[[Column], str | None]
    group_names: Mapping[Any, str]


@dataclass(frozen=True)
class Shown:
    """The list as it stands now, with what is said of it."""

    table: TableRead
    rows: Sequence[Row]
    facts: Sequence[Fact]
    remarks: Sequence[str]
    unused: tuple[LeftCell, ...]
    ways: WaysOn
    offers: Sequence[ColumnOffer] = ()


def column_options(target: Target) -> tuple[Option, ...]:
    """What a column may be read as: first that it is left out."""
    return (Option(None, LEFT_OUT), *(Option(each.key, each.name) for each in target.fields))


@dataclass(frozen=True)
class Wishes:
    """What she has chosen so far. `mended` are texts by row and field."""

    path: Path
    choices: Choices = field(default_factory=Choices)
    mended: Mapping[tuple[int, str], str] = field(default_factory=dict)
    waiting: frozenset[int] = frozenset()

    def with_sheet(self, name: str) -> Self:
        """Another sheet is another list: nothing chosen before fits it."""
        return type(self)(self.path, Choices(sheet=name))

    def with_column(self, index: int, key: str | None) -> Self:
        columns = {**(self.choices.columns or {}), index: key}
        return replace(self, choices=replace(self.choices, columns=columns))

    def with_text(self, row: int, key: str, text: str) -> Self:
        return replace(self, mended={**self.mended, (row, key): text})

    def without(self, cells: Sequence[tuple[int, str]]) -> Self:
        """With nothing in these rows' fields."""
        return replace(self, mended={**self.mended, **dict.fromkeys(cells, "")})

    def with_waiting(self, row: int) -> Self:
        """The row waits, or no longer does."""
        return replace(self, waiting=self.waiting ^ {row})


@dataclass(frozen=True)
class Reading:
    """The list as wished, and what taking it in would do (the feature's own plan)."""

    wishes: Any
    table: TableRead
    plan: Any


@dataclass(frozen=True)
class StartTexts:
    """What stands where a file is chosen."""

    title: str
    text: str
    kinds: str
    wish: str  # over the system's own choice of a file


class Importing(Protocol):
    """One kind of list: how it is read, shown and taken in."""

    @property
    def style(self) -> Style: ...

    @property
    def start(self) -> StartTexts: ...

    @property
    def tables(self) -> frozenset[str]:
        """What a list is compared with."""

    @property
    def taking_in(self) -> str:
        """What is said while it is taken in."""

    def wishes(self, path: Path) -> Wishes:
        """Before anything is chosen."""

    def read(self, wishes: Any) -> Reading:
        """Called in the background. Raises UserProblem when the file (or the sheet) cannot be used."""

    def kinds(self, reading: Reading) -> Mapping[int, StrEnum]:
        """What becomes of each row that is taken in: kept for those that wait later."""

    def shown(self, reading: Reading, kinds: Mapping[int, Any]) -> Shown: ...

    def take_in(self, reading: Reading, waiting: frozenset[int]) -> Any:
        """Called in the background; gives what `done` tells."""


def place_text(table: TableRead) -> str:
    """'personaleliste 2026.xlsx · arket “Personale” · overskrifter fundet i række 3'."""
    sheet = f"arket “{table.sheet}”" if table.sheet else ""
    headings = f"overskrifter fundet i række {table.heading_row}" if table.heading_row else "uden overskrifter"
    return " · ".join(part for part in (table.file_name, sheet, headings) if part)
