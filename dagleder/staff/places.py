"""Where higher features say what they know about somebody on the staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Consequence:
    """What happens to one thing when somebody leaves ('Ferie': '3 dage efter den dag bliver stående').

    `opens` is the feature (and record) where it can be looked at.
    """

    what: str
    text: str
    opens: tuple[str, int] | None = None


class AtLeaving(Protocol):
    """A feature that has something of an employee's."""

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:
        """What her last day means for it; nothing when it has nothing of hers after that day."""
