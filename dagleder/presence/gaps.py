"""A gap in the coverage as a value: what lacks where and when, in words, with ways out to choose from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dagleder.base.findings import Finding, Level
from dagleder.settings.staffing import OWN_PLAN, Place


class Lack(StrEnum):
    """What there is too little of."""

    MINIMUM = "minimum"
    PEDAGOGUES = "pedagogues"
    WANTED = "wanted"
    LIMIT = "limit"  # exactly at the minimum because somebody is away
    TIMES = "times"  # clock times: nobody can say whether it is covered


class Way(StrEnum):
    """What can be done about a gap; a page knows how to open each."""

    MOVE_MEETING = "move_meeting"
    BORROW = "borrow"
    SUBSTITUTE = "substitute"
    EDIT_NEED = "edit_need"
    ENTER_TIMES = "enter_times"


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way out, with what it needs to be opened: whom to borrow from which stue, or which record to open."""

    way: Way
    label: str
    team_id: int | None = None
    employee_ids: tuple[int, ...] = ()
    where_to_open: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """`span` is from–to in minutes after midnight; None for the day as a whole. `place` is Place() for the whole house.

    `explanation` tells kinds of absence and is for the screen; `paper` says the same with 'fri' only.
    """

    level: Level
    lack: Lack
    day: date
    place: Place
    span: tuple[int, int] | None
    present: int
    asked: int
    headline: str
    explanation: str
    paper: str
    ways: tuple[WayOut, ...]

    def finding(self) -> Finding:
        return Finding(self.level, self.headline, self.explanation, OWN_PLAN)
