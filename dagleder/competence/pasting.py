"""A block copied in a spreadsheet, laid onto the matrix: what it would set, or why it cannot. Pure."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.text import plural
from dagleder.competence.cell_words import CellRead, read_cell
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.reading import GONE
from dagleder.staff.reading import GONE as EMPLOYEE_GONE

_MOST_TOLD: Final = 3

_Cell = tuple[int, int, str]
"""Who, what, and what stands there."""


@dataclass(frozen=True, slots=True)
class Paste:
    """What a block sets, how many of its cells say what is known already, and how doubtful ones were taken."""

    drafts: tuple[AssessmentDraft, ...]
    unchanged: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the step is called."""
        return f"Indsæt {plural(len(self.drafts), 'vurdering', 'vurderinger')}"


def read_paste(text: str, people: Sequence[int], competences: Sequence[int], facts: Facts) -> Paste:
    """The block laid from the first of `people` down and the first of `competences` on, as of the day of the facts.

    An empty cell leaves what is there. Raises UserProblem where the block is too large, a cell cannot be used or
    somebody has gone: it goes in whole or not at all.
    """
    rows = _rows(text)
    _refuse_too_large(rows, len(people), len(competences))
    cells = tuple(_cells(rows, people, competences))
    _refuse_gone(cells, facts)
    drafts, warnings, refused, unchanged = [], [], [], 0
    for who, what, cell in cells:
        competence = facts.competences[what]
        about = f"{facts.people[who].called}, {competence.head}"
        try:
            read = read_cell(cell, certificate=competence.certificate, today=facts.day)
        except UserProblem as problem:
            refused.append(f"{about}: {problem.sentence}")
            continue
        if read.warning:
            warnings.append(f"{about}: {read.warning}")
        draft = _draft(who, competence, read, facts)
        if draft:
            drafts.append(draft)
        unchanged += draft is None
    if refused:
        raise UserProblem(_refused(refused))
    return Paste(tuple(drafts), unchanged, tuple(warnings))


def _rows(text: str) -> list[list[str]]:
    """The cells as they are copied: tabs between them, those with a tab or a line end in quotes."""
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:
        raise UserProblem("Det kopierede kan ikke læses. Kopiér felterne i regnearket igen.") from None


def _refuse_too_large(rows: Sequence[Sequence[str]], height: int, width: int) -> None:
    """UserProblem where something would land outside the matrix."""
    filled = [(y, x) for y, row in enumerate(rows, 1) for x, cell in enumerate(row, 1) if cell.strip()]
    if not filled:
        raise UserProblem("Der er ikke kopieret noget, der kan sættes ind.")
    high, wide = max(y for y, _ in filled), max(x for _, x in filled)
    if high > height:
        said = plural(height, "medarbejder", "medarbejdere")
        raise UserProblem(f"Du har kopieret {high} rækker, og herfra er der {said}. Intet er sat ind.")
    if wide > width:
        said = plural(width, "kompetence", "kompetencer")
        raise UserProblem(f"Du har kopieret {wide} kolonner, og herfra er der {said}. Intet er sat ind.")


def _cells(rows: Sequence[Sequence[str]], people: Sequence[int], competences: Sequence[int]) -> Iterator[_Cell]:
    for who, row in zip(people, rows, strict=False):
        for what, cell in zip(competences, row, strict=False):
            if cell.strip():
                yield who, what, cell


def _refuse_gone(cells: Iterable[_Cell], facts: Facts) -> None:
    """UserProblem where a cell is of somebody, or of something, that has gone since the matrix was shown."""
    for who, what, _ in cells:
        if who not in facts.people:
            raise UserProblem(EMPLOYEE_GONE)
        if what not in facts.competences:
            raise UserProblem(GONE)


def _draft(employee_id: int, competence: Competence, read: CellRead, facts: Facts) -> AssessmentDraft | None:
    """None where it says nothing new."""
    if read.level is None:
        return None
    known = facts.holding(employee_id, competence.id).by_others
    until = read.until(known, facts.day)
    draft = AssessmentDraft(employee_id, competence.id, read.level, facts.day, valid_until=until).over(known)
    return draft if draft.adds_to(known) else None


def _refused(sentences: Sequence[str]) -> str:
    """'2 felter kan ikke bruges, så intet er sat ind. Bo, TRAS: “7” er ikke et niveau. …'."""
    told = " ".join(sentences[:_MOST_TOLD])
    count = plural(len(sentences), "felt", "felter")
    return f"{count} kan ikke bruges, så intet er sat ind. {told}" + (" …" if len(sentences) > _MOST_TOLD else "")
