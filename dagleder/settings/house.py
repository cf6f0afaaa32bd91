"""The institution's own facts and habits, and what they may be."""

from dataclasses import dataclass, fields
from datetime import date

from dagleder.base.errors import UserProblem
from dagleder.base.lines import line

LOCK_MINUTES = range(1, 61)
RETENTION_MONTHS = range(61)
CLOSING_DAYS = range(101)

# What a step of history is called when only this was changed; fields without a name are 'Ret indstillinger'.
_FIELD_STEPS = {
    "name": "Ret institutionens navn",
    "leader_name": "Ret lederens navn",
    "municipality": "Ret kommune",
    "counts_leader": "Ret om lederen tæller med",
    "lock_minutes": "Ret hvornår der låses",
    "lock_with_computer": "Ret hvornår der låses",
    "backup_place": "Ret stedet til ekstra kopi",
    "data_permission_on": "Notér kommunens tilladelse",
    "retention_months": "Ret hvornår fratrådte slettes",
    "closing_days_max": "Ret højst antal lukkedage",
}


@dataclass(frozen=True, slots=True)
class HouseSettings:
    """The one row of the house, to be shown, and changed with `dataclasses.replace`."""

    name: str
    leader_name: str = ""
    municipality: str = ""
    counts_leader: bool = False
    lock_minutes: int = 10
    lock_with_computer: bool = True
    backup_place: str = ""
    data_permission_on: date | None = None
    retention_months: int = 3
    closing_days_max: int | None = None
    demo: bool = False

    def check(self) -> None:
        """Raises UserProblem at the first field that cannot be kept."""
        line(self.name, "name", empty="Skriv institutionens navn.")
        line(self.leader_name, "leader_name")
        line(self.municipality, "municipality")
        if self.lock_minutes not in LOCK_MINUTES:
            raise UserProblem("Vælg mellem 1 og 60 minutter.", field="lock_minutes", suggestion="10")
        if self.retention_months not in RETENTION_MONTHS:
            raise UserProblem("Vælg mellem 0 og 60 måneder.", field="retention_months", suggestion="3")
        if self.closing_days_max is not None and self.closing_days_max not in CLOSING_DAYS:
            raise UserProblem("Skriv et antal mellem 0 og 100.", field="closing_days_max")


def step_name(before: HouseSettings, after: HouseSettings) -> str:
    """What the change is called in 'Fortryd: …'."""
    names = {
        _FIELD_STEPS.get(field.name, "")
        for field in fields(HouseSettings)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    return names.pop() if len(names) == 1 else "Ret indstillinger"
