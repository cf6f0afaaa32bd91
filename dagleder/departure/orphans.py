"""What would be without an owner if somebody stopped, as values: sections of lines, each with who could take it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dagleder.base.findings import Level
from dagleder.base.text import and_list

NOBODY: Final = "ingen"
ANYBODY: Final = "frit valg"
_MOST_NAMES: Final = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One thing she would leave. `by` is the day it is needed, `opens` where it can be seen.

    `successor` is in words, and empty where there is nothing to give to anybody. `paper` stands for a detail that
    tells why others are away: no reason for absence stands on a paper or in a file.
    """

    what: str
    detail: str
    successor: str
    level: Level = Level.SHOULD
    by: date | None = None
    opens: tuple[str, int] | None = None
    paper: str = ""

    @property
    def on_paper(self) -> str:
        return self.paper or self.detail


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one sort, gravest first."""

    key: str
    title: str
    lines: tuple[Line, ...]

    @property
    def level(self) -> Level:
        return min((line.level for line in self.lines), key=gravity, default=Level.OK)


@dataclass(frozen=True, slots=True)
class Departure:
    """Everything she would leave on `day`. `called` is how she is spoken of; `agreed`: it is her last day already."""

    employee_id: int
    name: str
    called: str
    day: date
    agreed: bool
    sections: tuple[Section, ...]

    @property
    def filled(self) -> tuple[Section, ...]:
        """Those with something in them, gravest first."""
        return tuple(sorted((each for each in self.sections if each.lines), key=lambda each: gravity(each.level)))

    @property
    def count(self) -> int:
        return sum(len(section.lines) for section in self.sections)


def section(key: str, title: str, lines: Iterable[Line]) -> Section:
    """Its lines gravest first; those alike in the order given."""
    return Section(key, title, tuple(sorted(lines, key=lambda line: gravity(line.level))))


def gravity(level: Level) -> int:
    """0 is gravest."""
    return list(Level).index(level)


def some_names(names: Sequence[str]) -> str:
    """'Jonas og Rikke', 'Jonas, Rikke, Thea og 4 til'."""
    rest = len(names) - _MOST_NAMES
    return and_list([*names[:_MOST_NAMES], *([f"{rest} til"] if rest > 0 else [])])
