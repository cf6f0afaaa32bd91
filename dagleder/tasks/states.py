"""How far a task has come, how much of it is delegated, and what people do with it: keys, and words for the leader."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


STATE_NAMES: Final = {
    State.OPEN: "ikke startet",
    State.STARTED: "i gang",
    State.DONE: "færdig",
    State.DROPPED: "droppet",
}
ENDED: Final = frozenset({State.DONE, State.DROPPED})


class Mandate(StrEnum):
    """How much is delegated with a task."""

    INFORM = "inform"
    PROPOSE = "propose"
    DECIDE = "decide"


MANDATE_NAMES: Final = {Mandate.INFORM: "orientér", Mandate.PROPOSE: "indstil", Mandate.DECIDE: "beslut"}


class Part(StrEnum):
    """What somebody has to do with a task."""

    OWNER = "owner"  # has it
    LEARNER = "learner"  # learns it alongside
    PARTNER = "partner"  # is the one to turn to


PART_NAMES: Final = {Part.OWNER: "ansvarlig", Part.LEARNER: "lærer med", Part.PARTNER: "sparringspartner"}
