"""The place where higher features say what makes somebody more or less ready for a task just now.

Agreements and rounds of talks, courses, new colleagues to look after: each offers a `ReadinessSource`, and `app`
hands them in. Never health, age or private life.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ReadinessFact:
    """One fact about one person. `text` follows the name: 'er mentor til 1. juni'; `effect` is -2 … 1 steps.

    It counts for a task some of whose time lies from `first` to `last`, both included.
    """

    employee_id: int
    text: str
    effect: int
    first: date = date.min
    last: date = date.max

    def holds_in(self, first: date, last: date) -> bool:
        return self.first <= last and self.last >= first


class ReadinessSource(Protocol):
    """Implemented by the features above tasks."""

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make it other than it was."""
        ...

    def readiness(self, first: date, last: date) -> Iterable[ReadinessFact]:
        """What holds at any time from `first` to `last`, both included."""
        ...
