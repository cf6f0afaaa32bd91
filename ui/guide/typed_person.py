"""A line of the typed staff list as values: what is asked for, how it is read, and what is saved. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dagleder.base.errors import UserProblem
from dagleder.base.text import fold, squeezed
from dagleder.settings.places import Team, TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import read_role, role_name
from dagleder.staff.service import StaffService
from ui.kit.fields import Field, FieldKind

NAME, ROLE, HOURS, TEAM = "name", "role", "hours", "team"


def parse_role(text: str) -> str:
    """A role's key from how people write it ('pæd.', 'pau'); UserProblem when it can be none of them."""
    reading = read_role(text)
    if reading is None:
        raise UserProblem("Stillingen kendes ikke. Skriv fx pædagog, pæd.ass., medhjælper, elev eller vikar.")
    return reading.key


FIELDS = (
    Field(NAME, "Navn", required="Skriv et navn.", span=4),
    Field(ROLE, "Stilling", span=3, parse=parse_role, format=role_name),
    Field(HOURS, "Timer om ugen", FieldKind.HOURS, span=2),
    Field(TEAM, "Stue", span=3),
)


@dataclass(frozen=True)
class TypedPerson:
    """What one line says; the stue by its name, which may be a new one."""

    name: str
    role: str = ""
    minutes: int | None = None
    team: str = ""

    @classmethod
    def of(cls, row: StaffRow) -> "TypedPerson":
        return cls(row.name, row.role, row.minutes, row.team or "")

    def values(self) -> dict[str, object]:
        return {NAME: self.name, ROLE: self.role, HOURS: self.minutes, TEAM: self.team}

    def draft(self, team_id: int | None) -> NewEmployeeDraft:
        first, last = split_name(self.name)
        employee = EmployeeDraft(first, last, self.role)
        return NewEmployeeDraft(employee, self.minutes, (team_id,) if team_id is not None else ())


def split_name(name: str) -> tuple[str, str]:
    """'Anne Sofie Holm' → ('Anne Sofie', 'Holm')."""
    first, _, last = squeezed(name).rpartition(" ")
    return (first, last) if first else (last, "")


class TypedStaff:
    """Saves what is typed: a new line as a new employee, a field of an old one as it is left."""

    def __init__(self, staff: StaffService, settings: SettingsService) -> None:
        self._staff, self._settings = staff, settings

    def add(self, person: TypedPerson) -> int:
        person.draft(None).checked()  # before a stue is made for somebody who cannot be kept
        return self._staff.add(person.draft(self._team_id(person.team)))

    def change(self, employee_id: int, key: str, value: object) -> None:
        ways: dict[str, Callable[[int, object], None]] = {
            NAME: self._rename,
            ROLE: self._set_role,
            HOURS: self._set_hours,
            TEAM: self._set_team,
        }
        ways[key](employee_id, value)

    def _rename(self, employee_id: int, value: object) -> None:
        first, last = split_name(str(value))
        facts = self._staff.person(employee_id).facts
        self._staff.change(employee_id, replace(facts, first_name=first, last_name=last))

    def _set_role(self, employee_id: int, value: object) -> None:
        self._staff.change(employee_id, replace(self._staff.person(employee_id).facts, role=str(value)))

    def _set_hours(self, employee_id: int, value: object) -> None:
        self._staff.set_hours(employee_id, HoursDraft(value if isinstance(value, int) else None))

    def _set_team(self, employee_id: int, value: object) -> None:
        team_id = self._team_id(str(value))
        self._staff.move_to_teams(employee_id, [] if team_id is None else [team_id], None)

    def _team_id(self, name: str) -> int | None:
        """The stue of that name ('MARIEHØNEN' is Mariehønen), made where there is none."""
        if not name:
            return None
        team = same_team(self._settings.open_teams(), name)
        return team.id if team else self._settings.add_team(TeamDraft(name))


def same_team(teams: tuple[Team, ...], name: str) -> Team | None:
    return next((team for team in teams if fold(team.name) == fold(name)), None)
