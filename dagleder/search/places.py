"""What search shows of the features: each hands in what can be found of its own, as values.

Private notes are never among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found and opened: a record of a feature."""

    title: str
    feature: str
    record_id: int | None = None
    detail: str = ""  # shown beside the title
    icon: str = "file-text"
    words: str = ""  # what else it is found by: initials, role, stue
    person: bool = False  # an employee, who can be joined with a topic: 'karen fer'


@dataclass(frozen=True, slots=True)
class Topic:
    """What a feature has about one person; found by her name together with one of `words`.

    `title` has '{name}' where her name goes: 'Fravær for {name}'.
    """

    title: str
    feature: str
    words: str
    icon: str = "file-text"
    detail: str = ""
    does: bool = False  # stands under 'Gør noget', not under 'Find'


class Finder(Protocol):
    """A feature's contribution to search."""

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make the entries old."""

    def entries(self) -> Sequence[Entry]: ...

    def topics(self) -> Sequence[Topic]: ...
