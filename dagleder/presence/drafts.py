"""Absence, loans and vikarer as they are entered; each draft checks itself with a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dagleder.base.dates import DAY_MINUTES, day_text, period_text, span_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line
from dagleder.base.periods import check_order
from dagleder.base.text import and_list
from dagleder.presence.facts import Absence, Person
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.pieces import Piece
from dagleder.staff.drafts import LONGEST_NAME

LONGEST_DAYS = 1100
"""Three years: no orlov is longer, and a year mistyped is."""


class OnOverlap(StrEnum):
    """What becomes of absence that was there before."""

    ASK = "ask"
    REPLACE = "replace"  # the new one takes its place
    KEEP_BOTH = "keep_both"  # the new one fills what the old one leaves free


class AbsenceOverlap(UserProblem):
    """Somebody already has absence of another kind at that time; call again with REPLACE or KEEP_BOTH.

    `existing` is what each of them has, by what she is called.
    """

    def __init__(self, existing: Mapping[str, tuple[Absence, ...]]) -> None:
        told = " ".join(
            f"{called} har allerede {and_list([absence_text(absence) for absence in absences])}."
            for called, absences in existing.items()
        )
        super().__init__(f"{told} Erstat, eller behold begge?", field="first")
        self.existing = existing


def absence_text(absence: Absence) -> str:
    """'kursus 20.–21. juli', 'afspadsering 3. marts kl. 12–14'."""
    times = "" if absence.start is None or absence.end is None else f" kl. {span_text(absence.start, absence.end)}"
    return f"{KIND_BY_KEY[absence.kind].name.lower()} {period_text(absence.first, absence.last)}{times}"


def check_period(first: date, last: date) -> None:
    """Raises UserProblem where the days stand the wrong way round or are too many."""
    check_order(first, last)
    if (last - first).days >= LONGEST_DAYS:
        raise UserProblem("Perioden er på over tre år. Se efter, om årstallet er rigtigt.", field="last")


def check_employed(person: Person, first: date, last: date) -> None:
    """Raises UserProblem where the period lies wholly outside her employment."""
    start, end = person.employment.start, person.employment.end
    if start is not None and last < start:
        raise UserProblem(f"{person.called} begynder først {day_text(start, year=True)}.", field="first")
    if end is not None and end < first:
        raise UserProblem(f"{person.called} er fratrådt {day_text(end, year=True)}.", field="first")


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Planned absence: whole days, or with clock times the same part of each day."""

    employee_id: int
    first: date
    last: date
    kind: str
    start: int | None = None
    end: int | None = None

    def check(self) -> None:
        check_period(self.first, self.last)
        if self.kind not in KIND_BY_KEY:
            raise UserProblem("Vælg hvad det er: ferie, kursus, orlov eller andet.", field="kind")
        if (self.start is None) != (self.end is None):
            raise UserProblem(
                "Skriv både hvornår det begynder og slutter.", field="end" if self.end is None else "start"
            )
        if self.start is not None and self.end is not None and not 0 <= self.start < self.end <= DAY_MINUTES:
            raise UserProblem("Det slutter, før det begynder.", field="end")

    @property
    def piece(self) -> Piece:
        return Piece(self.first, self.last, self.start or 0, DAY_MINUTES if self.end is None else self.end)


def absence_name(draft: AbsenceDraft, called: Sequence[str]) -> str:
    """'Ferie til Karen 20. marts', 'Kursus til 3 medarbejdere 20. marts'."""
    whom = called[0] if len(called) == 1 else f"{len(called)} medarbejdere"
    return f"{KIND_BY_KEY[draft.kind].name} til {whom} {period_text(draft.first, draft.last)}"


@dataclass(frozen=True, slots=True)
class LoanDraft:
    """Somebody lent to another stue, for days and (when given) one band."""

    employee_id: int
    team_id: int
    first: date
    last: date
    band_id: int | None = None

    def check(self) -> None:
        check_period(self.first, self.last)


@dataclass(frozen=True, slots=True)
class SubstituteDraft:
    """A vikar on a stue: one of the staff, a name, or (neither) nobody named yet.

    `pedagogue`: counts as pædagog; for one of the staff her role decides.
    """

    team_id: int
    first: date
    last: date
    employee_id: int | None = None
    name: str = ""
    band_id: int | None = None
    pedagogue: bool = False

    def check(self) -> None:
        check_period(self.first, self.last)
        line(self.name, "name", longest=LONGEST_NAME)
