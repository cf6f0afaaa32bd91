"""What can be the matter with a meeting. Stored as plain strings in `meeting.state`."""

from typing import Final

PLANNED: Final = "planned"
PROPOSED: Final = "proposed"  # to be agreed on: takes nobody from the stue yet
CANCELLED: Final = "cancelled"
HELD: Final = "held"

STATE_NAMES = {PLANNED: "planlagt", PROPOSED: "forslag", CANCELLED: "aflyst", HELD: "holdt"}

TAKES_PEOPLE = frozenset({PLANNED, HELD})
