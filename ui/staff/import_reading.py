"""A staff list on its way in: how it is read with what was chosen and mended, shown, and taken in."""

from collections.abc import Mapping
from pathlib import Path

from dagleder.exchange.tables import read_table
from dagleder.exchange.tables_values import Column
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.staff.import_values import ImportPlan
from dagleder.staff.service import StaffService
from ui.kit.fields import Option
from ui.kit.import_values import Reading, Shown, StartTexts, Style, Wishes, column_options
from ui.staff import import_rows
from ui.staff.import_rows import KIND_NAMES, Kind

_OPTIONS = column_options(STAFF_TARGET)


def _options(_column: Column) -> tuple[Option, ...]:
    return _OPTIONS


def _field_of(column: Column) -> str | None:
    return column.field


class StaffLists:
    """`dagleder.staff` as a kind of list."""

    style = Style(_options, _field_of, KIND_NAMES)
    start = StartTexts(
        "Hent medarbejdere fra et regneark",
        "Træk filen hertil, eller vælg den. Dagleder gætter, hvad kolonnerne er, og du ser alt, før noget gemmes. "
        "CPR-numre hentes ikke.",
        "Det kan være jeres egen liste eller et udtræk fra lønsystemet: .xlsx, .xls, .ods, .csv eller .tsv.",
        "Vælg din personaleliste",
    )
    tables = frozenset({"employee", "weekly_hours", "team_membership", "team"})
    taking_in = "Importerer medarbejdere"

    def __init__(self, staff: StaffService) -> None:
        self._staff = staff

    def wishes(self, path: Path) -> Wishes:
        return Wishes(path)

    def read(self, wishes: Wishes) -> Reading:
        """Raises UserProblem with a sentence when the file (or the sheet) cannot be used."""
        table = read_table(wishes.path, STAFF_TARGET, wishes.choices)
        for (row, key), text in wishes.mended.items():
            if key in table.field_columns:
                table = table.with_value(row, key, text or None)
        return Reading(wishes, table, self._staff.plan_import(table, wishes.waiting))

    def kinds(self, reading: Reading) -> dict[int, Kind]:
        return import_rows.kinds_of(reading.plan)

    def shown(self, reading: Reading, kinds: Mapping[int, Kind]) -> Shown:
        table, plan = reading.table, reading.plan
        rows = import_rows.rows(table, plan, kinds)
        facts = tuple(import_rows.facts(table, plan, rows))
        remarks = import_rows.remarks(table, plan)
        return Shown(table, rows, facts, remarks, plan.unused, import_rows.ways_on(plan, rows))

    def take_in(self, reading: Reading, waiting: frozenset[int]) -> ImportPlan:
        return self._staff.import_staff(reading.table, reading.wishes.waiting | waiting)
