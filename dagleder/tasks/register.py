"""What the words of a command mean in this house: who, which stue, which kind, which competence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dagleder.base.cpr import without_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.text import fold
from dagleder.competence.facts import Competence
from dagleder.settings.places import Team
from dagleder.staff.people import StaffRow, find_employee
from dagleder.tasks.kinds import Kind
from dagleder.tasks.needs import CERTIFICATE_LEVEL, Need

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody and everything that can be named. UserProblem where a name means nothing, or several."""

    staff: Sequence[StaffRow]
    teams: Sequence[Team]
    kinds: Sequence[Kind]
    competences: Sequence[Competence]

    def employee(self, text: str) -> StaffRow:
        return find_employee(self.staff, text)

    def team(self, text: str) -> Team:
        return _one(text, "stue", ((team, (team.name,)) for team in self.teams))

    def kind(self, text: str) -> Kind:
        return _one(text, "opgavetype", ((kind, (kind.name, kind.key)) for kind in self.kinds))

    def need(self, text: str, usual: int, *, must: bool) -> Need:
        """'Sprogvurdering@3'; without a level it is the usual one."""
        name, _, level = text.rpartition("@") if "@" in text else (text, "", str(usual))
        if not level.isdecimal() or len(level) > 1:
            raise UserProblem(f"“{without_cpr(text, '…')}” har ikke et niveau fra 1 til 4. Skriv fx {name}@3.")
        names = ((each, (each.name, each.short_name, each.key)) for each in self.competences)
        found = _one(name, "kompetence", names)
        asked = CERTIFICATE_LEVEL if found.certificate and "@" not in text else int(level)
        return Need(found.id, asked, must, found.name, found.certificate)


def _one(text: str, what: str, named: Iterable[tuple[T, Sequence[str]]]) -> T:
    wanted = fold(text)
    found = [each for each, names in named if wanted and wanted in [fold(name) for name in names]]
    if len(found) == 1:
        return found[0]
    told = without_cpr(text, "…")
    raise UserProblem(f"Der er {len(found)} af navnet “{told}”." if found else f"Ingen {what} hedder “{told}”.")
