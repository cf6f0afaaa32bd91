"""Where higher features say what they know about somebody on the staff."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dagleder.base.findings import Level


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


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands beside somebody in the list: 'Orlov', 'MUS i dag'. Without a level it is merely so."""

    text: str
    level: Level | None = None
    icon: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card ('20. juli–7. august', 'Ferie'). `opens` is the feature and record it leads to."""

    text: str
    detail: str = ""
    opens: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What a feature has on a person's page; without lines `nothing` is the sentence instead.

    `about` is the feature whose page shows all of it, where that page can be asked about one person.
    """

    title: str
    lines: tuple[CardLine, ...] = ()
    nothing: str = ""
    about: str = ""


class AboutPerson(Protocol):
    """A feature that knows something about the people on the staff: for the list, and for each one's page."""

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make it other than it was."""

    def marks(self, day: date) -> Mapping[int, Mark]:
        """By employee; only those there is something to say of."""

    def card(self, employee_id: int) -> Card | None: ...
