"""What is shown of somebody beside the list, and where that leads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dagleder.staff.people import Person
from dagleder.staff.places import Card
from ui.kit.actions import Action


@dataclass(frozen=True)
class PersonView:
    """All that is shown of somebody."""

    person: Person
    cards: Sequence[Card] = ()
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Ways:
    """What the buttons do for the person shown."""

    edit: Action
    more: Sequence[Action]  # behind '…'
    foot: Sequence[Action]
    drop_cpr: Callable[[], None]
