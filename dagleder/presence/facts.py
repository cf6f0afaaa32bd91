"""What presence is reckoned from, as read from the house: plain values, no session behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.presence.sources import Engagement
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.places import Band, Site, Team
from dagleder.settings.special_day_status import Statuses
from dagleder.settings.staff_groups import StaffGroup
from dagleder.settings.staffing import Needs
from dagleder.staff.employment import Employment


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff, with her time in the house."""

    employment: Employment
    called: str  # how she is spoken of: 'Karen', and 'Karen U.' where there are two
    group: StaffGroup

    @property
    def id(self) -> int:
        return self.employment.employee_id

    @property
    def name(self) -> str:
        return self.employment.name

    @property
    def role(self) -> str:
        return self.employment.role


@dataclass(frozen=True, slots=True)
class Absence:
    """A stored absence; with clock times the same part of each of its days."""

    id: int
    employee_id: int
    first: date
    last: date
    kind: str
    start: int | None = None
    end: int | None = None

    @property
    def whole_days(self) -> bool:
        return self.start is None


@dataclass(frozen=True, slots=True)
class Loan:
    """Somebody lent to another stue, for days and (when given) one band of them."""

    id: int
    employee_id: int
    team_id: int
    first: date
    last: date
    band_id: int | None = None


@dataclass(frozen=True, slots=True)
class Substitute:
    """A vikar: one of the register (`employee_id`), a name, or nobody named yet."""

    id: int
    employee_id: int | None
    name: str
    team_id: int
    first: date
    last: date
    band_id: int | None = None
    pedagogue: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What of the settings decides who is there and how many must be."""

    sites: tuple[Site, ...]
    teams: tuple[Team, ...]
    bands: tuple[Band, ...]
    needs: Needs
    closing_days: tuple[ClosingDay, ...]
    statuses: Statuses
    counts_leader: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that decides who is there from `first` to `last`."""

    first: date
    last: date
    house: House
    people: Mapping[int, Person]  # in order of last name, first name
    absences: tuple[Absence, ...]
    loans: tuple[Loan, ...]
    substitutes: tuple[Substitute, ...]
    engagements: tuple[Engagement, ...] = ()
