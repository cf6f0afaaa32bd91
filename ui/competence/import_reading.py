"""A sheet of competences on its way in: how it is read with what was chosen and mended, shown, and taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from dagleder.competence.import_target import NEW, competence_of
from dagleder.competence.import_values import ImportPlan, SheetWishes
from dagleder.competence.service import CompetenceService
from dagleder.exchange.tables import read_table
from dagleder.exchange.tables_values import CellPlace, Column, column_index
from ui.competence import import_rows
from ui.competence.import_rows import KIND_NAMES, Kind
from ui.kit.fields import Option
from ui.kit.import_values import Reading, Shown, StartTexts, Style, Wishes, column_options


@dataclass(frozen=True)
class SheetChoices(Wishes):
    """With the day of the assessments (None: today), and who some rows are."""

    day: date | None = None
    people: Mapping[int, int] = field(default_factory=dict)

    def with_sheet(self, name: str) -> Self:
        return replace(super().with_sheet(name), day=self.day)

    def with_day(self, day: date) -> Self:
        return replace(self, day=day)

    def with_person(self, row: int, employee_id: int) -> Self:
        return replace(self, people={**self.people, row: employee_id})

    def for_core(self, waiting: frozenset[int] = frozenset()) -> SheetWishes:
        return SheetWishes(self.day, self.people, self.waiting | waiting)


class CompetenceSheets:
    """`dagleder.competence` as a kind of list."""

    start = StartTexts(
        "Hent kompetencer fra et regneark",
        "Træk filen hertil, eller vælg den. Dagleder finder kompetencerne i overskrifterne og medarbejderne i "
        "rækkerne, og du ser alt, før noget gemmes.",
        "Det kan være jeres eget ark over, hvem der kan hvad: .xlsx, .xls, .ods, .csv eller .tsv.",
        "Vælg dit ark over kompetencer",
    )
    tables = frozenset({"employee", "team_membership", "team", "competence", "competence_area", "assessment"})
    taking_in = "Importerer kompetencer"

    def __init__(self, competence: CompetenceService) -> None:
        self._competence = competence
        self._options: tuple[Option, ...] = ()
        self.style = Style(self._options_of, _field_of, KIND_NAMES)

    def wishes(self, path: Path) -> SheetChoices:
        return SheetChoices(path)

    def read(self, wishes: SheetChoices) -> Reading:
        """Raises UserProblem with a sentence when the file (or the sheet, or the day) cannot be used."""
        target = self._competence.import_target()
        table = read_table(wishes.path, target, wishes.choices)
        for (row, letter), text in wishes.mended.items():
            table = table.with_cell(CellPlace(row, column_index(letter)), text or None)
        plan = self._competence.plan_import(table, wishes.for_core())
        self._options = column_options(target)
        return Reading(wishes, table, plan)

    def kinds(self, reading: Reading) -> dict[int, Kind]:
        return import_rows.kinds_of(reading.plan)

    def shown(self, reading: Reading, kinds: Mapping[int, Kind]) -> Shown:
        table, plan = reading.table, reading.plan
        rows = import_rows.rows(table, plan, kinds)
        facts = tuple(import_rows.facts(table, plan, rows))
        remarks = import_rows.remarks(table, plan)
        offers = import_rows.offers(table, plan)
        return Shown(table, rows, facts, remarks, plan.unused, import_rows.ways_on(plan, rows), offers)

    def take_in(self, reading: Reading, waiting: frozenset[int]) -> ImportPlan:
        return self._competence.import_sheet(reading.table, reading.wishes.for_core(waiting))

    def _options_of(self, column: Column) -> tuple[Option, ...]:
        """What a column may be read as; under its own heading it may become a competence."""
        out, *others = self._options
        new = (Option(NEW, f"Ny kompetence: {column.heading}"),) if column.heading else ()
        return (out, *new, *others)


def _field_of(column: Column) -> str | None:
    """Cells are mended by their column: several may become competences of which nobody knows the number yet."""
    return column.letter if column.field == NEW or competence_of(column.field) is not None else None
