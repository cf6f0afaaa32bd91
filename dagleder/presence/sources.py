"""The place that presence declares: what takes people from their stue without being absence.

Meetings, talks and courses are the matter of features above; each offers a `Source`, and `app` hands them in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Engagement:
    """Somebody is at something from `start` to `end` (local time). `what` follows 'er til': 'personalemøde', 'MUS'.

    `where_to_open` is a feature and an id in it.
    """

    employee_id: int
    start: datetime
    end: datetime
    what: str
    where_to_open: tuple[str, int]


class Source(Protocol):
    """Implemented by the features above presence."""

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make it other than it was."""
        ...

    def engagements(self, start: date, end: date) -> Iterable[Engagement]:
        """Everything on the days from `start` to `end`, both included."""
        ...
