"""What reading a sheet of competences comes to, as frozen values: shown before anything is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dagleder.base.dates import day_digits
from dagleder.competence.drafts import AssessmentDraft, CompetenceDraft
from dagleder.competence.facts import Area, Assessed, Competence
from dagleder.competence.levels import NOT_YET
from dagleder.exchange.tables_values import LeftCell
from dagleder.staff.import_values import Correction, Notice
from dagleder.staff.people import full_name

IMPORT_NAME = "Importér kompetencer"
NOBODY_IS_CALLED = "Ingen medarbejder hedder"
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the register, with the stuer of the day."""

    id: int
    first_name: str
    last_name: str
    known_as: str = ""
    initials: str = ""
    number: str = ""
    teams: tuple[str, ...] = ()
    left: bool = False

    @property
    def name(self) -> str:
        return full_name(self.first_name, self.last_name)


@dataclass(frozen=True)
class Register:
    """What a sheet is read against. `newest`: by person and competence, what others than herself found last."""

    people: tuple[KnownPerson, ...]
    areas: tuple[Area, ...]
    competences: tuple[Competence, ...]
    newest: Mapping[tuple[int, int], Assessed] = field(default_factory=dict)
    teams: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetWishes:
    """What the leader chose besides the columns: the day of it all, who some rows are, and which rows wait."""

    day: date | None = None  # None: today
    people: Mapping[int, int] = field(default_factory=dict)  # row -> employee
    waiting: frozenset[int] = frozenset()


NO_WISHES = SheetWishes()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not used, and why. With a `name` it is about somebody, perhaps one of the `candidates`."""

    row: int
    reason: str
    name: str = ""
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Whom a row is about; `guessed` when the sheet writes the name otherwise."""

    row: int
    employee_id: int
    name: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class NewCompetence:
    """A column that becomes a competence of the house."""

    column: int
    draft: CompetenceDraft


class Outcome(StrEnum):
    """What becomes of a cell that could be read."""

    ADDED = "added"  # nobody had said anything
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """One cell as an assessment. `competence_id` is None for a column that becomes a competence."""

    row: int
    column: int
    outcome: Outcome
    employee_id: int
    competence_id: int | None
    name: str  # of the competence
    certificate: bool
    level: int
    day: date
    valid_until: date | None = None
    note: str = ""
    before: Assessed | None = None

    @property
    def is_news(self) -> bool:
        return self.outcome is not Outcome.UNCHANGED

    def draft(self, competence_id: int) -> AssessmentDraft:
        draft = AssessmentDraft(
            self.employee_id, competence_id, self.level, self.day, valid_until=self.valid_until, note=self.note
        )
        return draft.over(self.before)

    def words(self) -> str:
        return held_words(self.level, self.valid_until, certificate=self.certificate)

    def words_before(self) -> str:
        before = self.before
        return held_words(before.level, before.valid_until, certificate=self.certificate) if before else ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What taking the sheet in would do.

    Every row of the table is in `people`, `left_out` or `waiting`; every cell that says something in the columns of
    competences is in `cells`, or told in `warnings` or `unused`.
    """

    file_name: str
    day: date
    people: tuple[FoundPerson, ...] = ()
    cells: tuple[PlannedCell, ...] = ()
    new_competences: tuple[NewCompetence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    waiting: tuple[FoundPerson, ...] = ()
    warnings: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unused: tuple[LeftCell, ...] = ()
    present: tuple[KnownPerson, ...] = ()  # whom a row may be about, by first name

    def count(self, outcome: Outcome) -> int:
        return sum(cell.outcome is outcome for cell in self.cells)

    @property
    def useful(self) -> bool:
        """Whether at least one row could be used."""
        return bool(self.people)

    @property
    def nobody_known(self) -> str:
        """What is told where the sheet has several names and the house none of them; else ''."""
        named = [row for row in self.left_out if row.name]
        unknown = [row for row in named if row.reason.startswith(NOBODY_IS_CALLED)]
        if self.people or self.waiting or len(unknown) < len(named) or len(named) < _SEVERAL:
            return ""
        return f"Ingen af de {len(named)} navne findes. Er det en anden institutions ark?"

    @property
    def changes_anything(self) -> bool:
        return bool(self.new_competences) or any(cell.is_news for cell in self.cells)


def held_words(level: int, valid_until: date | None, *, certificate: bool) -> str:
    """'3' of a level; '✓ til 31-03-2028', '✓' or '–' of a certificate."""
    if not certificate:
        return str(level)
    if level == NOT_YET:
        return "–"
    return f"✓ til {day_digits(valid_until)}" if valid_until else "✓"
