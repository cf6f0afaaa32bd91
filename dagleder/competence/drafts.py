"""Competences, assessments and goals as entered; each draft checks itself with a sentence."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dagleder.base.dates import YEARS, day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, plain_line, running_text
from dagleder.competence.facts import Assessed
from dagleder.competence.levels import ALONE, CERTIFICATE_LEVELS, GUIDES, LEVELS, NOT_YET, Source, Wish

LONGEST_NAME: Final = 120
LONGEST_SHORT_NAME: Final = 30
MOST_MONTHS: Final = 120
FIRST_YEAR: Final = 1950


@dataclass(frozen=True, slots=True)
class CompetenceDraft:
    """A competence as entered. `months` is how long a certificate holds, where it lapses.

    With `new_area` it stands in a new area of that name.
    """

    name: str
    area_id: int
    short_name: str = ""
    certificate: bool = False
    months: int | None = None
    new_area: str = ""

    def check(self) -> None:
        line(self.new_area, "new_area")
        line(self.name, "name", longest=LONGEST_NAME, empty="Skriv hvad kompetencen hedder.")
        line(self.short_name, "short_name", longest=LONGEST_SHORT_NAME)
        if self.months is None:
            return
        if not self.certificate:
            raise UserProblem("Kun et bevis eller en funktion udløber.", field="months")
        if not 1 <= self.months <= MOST_MONTHS:
            raise UserProblem(f"Skriv et antal måneder mellem 1 og {MOST_MONTHS}.", field="months")


@dataclass(frozen=True, slots=True)
class AssessmentDraft:
    """What somebody was found able to do. `valid_until` is the last day it holds; it may be past already."""

    employee_id: int
    competence_id: int
    level: int
    day: date
    source: Source = Source.LEADER
    valid_until: date | None = None
    evidence: str = ""
    note: str = ""

    @property
    def pair(self) -> tuple[int, int]:
        return self.employee_id, self.competence_id

    def over(self, known: Assessed | None) -> "AssessmentDraft":
        """With the evidence and note of what it takes the place of, where it has none of its own."""
        if known is None or (known.day, known.source) != (self.day, self.source):
            return self
        return replace(self, evidence=self.evidence or known.evidence, note=self.note or known.note)

    def adds_to(self, known: Assessed | None) -> bool:
        """Does it say something else than `known`? A draft without evidence or note says nothing of these."""
        if known is None or (self.level, self.valid_until) != (known.level, known.valid_until):
            return True
        return plain_line(self.evidence) not in ("", known.evidence) or running_text(self.note, "note") not in (
            "",
            known.note,
        )

    def check(self, *, certificate: bool, today: date) -> None:
        check_level(self.level, certificate=certificate)
        if self.day > today:
            raise UserProblem("Vælg en dag, der er kommet.", field="day")
        if self.day.year < FIRST_YEAR:
            raise UserProblem(
                f"{day_text(self.day, year=True)} er for længe siden. Se efter, om årstallet er rigtigt.", field="day"
            )
        if self.valid_until is not None and self.valid_until.year not in YEARS:
            raise UserProblem("Se efter, om årstallet for udløb er rigtigt.", field="valid_until")
        line(self.evidence, "evidence")
        running_text(self.note, "note")

    def check_order(self, known: Assessed | None = None) -> None:
        """Raises UserProblem where both days are written and the last it holds is before its own.

        A sheet tells what had lapsed by its day: as `known` that is left as it is.
        """
        backwards = self.level > NOT_YET and self.valid_until is not None and self.valid_until < self.day
        if backwards and (known is None or (known.day, known.valid_until) != (self.day, self.valid_until)):
            own = day_text(self.day, year=True)
            mend = "Er beviset udløbet, så skriv den dag, det er taget, som dag."
            raise UserProblem(f"Det er før {own}, som vurderingen er fra. {mend}", field="valid_until")


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A level somebody is to reach, as agreed."""

    employee_id: int
    competence_id: int
    level: int
    due: date | None = None
    source: Source = Source.LEADER
    note: str = ""

    @property
    def pair(self) -> tuple[int, int]:
        return self.employee_id, self.competence_id

    def check(self, *, certificate: bool, today: date) -> None:
        check_aim(self.level, certificate=certificate)
        if self.due is not None and (self.due < today or self.due.year not in YEARS):
            raise UserProblem("Et mål nås tidligst i dag. Se efter, om datoen er rigtig.", field="due")
        running_text(self.note, "note")


TAKEN_BACK: Final = ""
"""What is stored where somebody no longer wants anything with a competence."""


@dataclass(frozen=True, slots=True)
class WishDraft:
    """What somebody wants with a competence, and who told; without a wish it is taken back."""

    employee_id: int
    competence_id: int
    wish: Wish | None
    source: Source = Source.LEADER

    @property
    def stored(self) -> str:
        return self.wish.value if self.wish else TAKEN_BACK


def check_level(level: int, *, certificate: bool) -> None:
    """Raises UserProblem for a level the competence has not got."""
    if certificate and level not in CERTIFICATE_LEVELS:
        raise UserProblem("Et bevis eller en funktion har man, eller man har det ikke.", field="level")
    if level not in LEVELS:
        raise UserProblem(f"Vælg et niveau fra 0 til {GUIDES}.", field="level")


def check_aim(level: int, *, certificate: bool) -> None:
    """Raises UserProblem for a level nobody can aim at: a goal, or what a role is expected to have."""
    if certificate and level != ALONE:
        raise UserProblem("Et bevis eller en funktion har man, eller man har det ikke.", field="level")
    if not 1 <= level <= GUIDES:
        raise UserProblem(f"Vælg et niveau fra 1 til {GUIDES}.", field="level")
