"""What somebody leaves in who is there: days planned after the last one, and what her stue would lack. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dagleder.base.dates import day_text, period_text
from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.departure.orphans import NOBODY, Line, Section, section
from dagleder.presence.attendance import Attendance
from dagleder.presence.facts import Absence, Loan, Substitute
from dagleder.presence.what_if import coverage_meaning, with_employment
from dagleder.staff.employment import Employment

_FEATURE: Final = "presence"


@dataclass(frozen=True, slots=True)
class Planned:
    """What is entered for her and reaches beyond the day."""

    absences: Sequence[Absence]
    loans: Sequence[Loan]
    substitutes: Sequence[Substitute]


@dataclass(frozen=True, slots=True)
class Presence:
    """`attendance` is of the weeks after `day`, as everybody is employed now."""

    employment: Employment
    day: date
    planned: Planned
    attendance: Attendance

    def sections(self) -> tuple[Section, ...]:
        return (
            section("coverage", "Bemanding", self._coverage()),
            section("planned", "Planlagt fravær, udlån og vikar", self._planned()),
        )

    def _coverage(self) -> Iterator[Line]:
        """What lacks in the weeks after that would not, had she stayed."""
        stays = with_employment(self.attendance, replace(self.employment, end=None))
        gone = with_employment(self.attendance, replace(self.employment, end=self.day))
        for meaning in coverage_meaning(stays, gone):
            if meaning.level in (Level.MUST, Level.SHOULD):
                successor = "" if meaning.rest else NOBODY
                by = self.attendance.facts.first
                yield Line(meaning.title, meaning.text, successor, meaning.level, by, paper=meaning.paper)

    def _planned(self) -> Iterator[Line]:
        """Places that are left empty; of absence only that there is some, as nobody takes it over."""
        teams = {team.id: team.name for team in self.attendance.facts.house.teams}
        for loan in self.planned.loans:
            yield self._empty(f"Udlån til {teams[loan.team_id]}", loan.first, loan.last)
        for place in self.planned.substitutes:
            yield self._empty(f"Vikar på {teams[place.team_id]}", place.first, place.last)
        if absences := self.planned.absences:
            count = plural(len(absences), "periode", "perioder")
            detail = f"{count}, den sidste {_period(absences[-1].first, absences[-1].last)}. Tæller ikke efter den dag."
            yield self._line("Fravær", detail, "", Level.INFO)

    def _empty(self, what: str, first: date, last: date) -> Line:
        return self._line(what, f"{_period(first, last)}. Pladsen bliver tom.", NOBODY, Level.SHOULD, first)

    def _line(self, what: str, detail: str, successor: str, level: Level, by: date | None = None) -> Line:
        return Line(what, detail, successor, level, by, (_FEATURE, self.employment.employee_id))


def _period(first: date, last: date) -> str:
    return day_text(first, year=True) if first == last else period_text(first, last, year=True)
