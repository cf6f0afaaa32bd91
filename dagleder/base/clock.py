"""The clock as something that is handed in, so that tests decide what day it is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time in local Danish wall-clock terms (naive datetimes)."""

    def now(self) -> datetime: ...

    def today(self) -> date: ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now().replace(microsecond=0)  # noqa: DTZ005 -- wall-clock time is what the leader reads

    def today(self) -> date:
        return self.now().date()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()
