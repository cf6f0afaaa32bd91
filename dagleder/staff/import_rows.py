"""Goes through the rows of a staff list: which are people, what each says, and what is told about the rest. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.errors import UserProblem
from dagleder.base.text import fold, squeezed
from dagleder.exchange.tables_values import CellValue, Column, LeftCell, TableRead, TableRow, cell_text
from dagleder.staff.import_cells import CELL_READERS, CellRead, Context
from dagleder.staff.import_names import HEADINGS, not_a_person, read_name
from dagleder.staff.import_teams import team_spellings, teams_alone
from dagleder.staff.import_values import Correction, LeftOut, Notice, Record

YEAR_DROPPED = "Året i fødselsdagene gemmes ikke, kun dag og måned."
SAYS_NOTHING = "siger ingenting"
_NAME_KEYS = ("name", "first_name", "last_name")
_FACTS = {"team": "teams", "hours": "minutes"}  # fields whose fact has another name
_NOTHING = frozenset(("-", "--", "–", "—", "?", "??", "???", ".", "..", "...", "…", "/", "n/a", "ikke oplyst"))
_WITH_YEAR = re.compile(r"\d{4}|\d+\D+\d+\D+\d+")


@dataclass(frozen=True)
class RowsRead:
    """The rows as people and as what they are instead."""

    records: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[Notice, ...]
    corrections: tuple[Correction, ...]
    unused: tuple[LeftCell, ...]


def read_rows(table: TableRead, today: date, house_teams: tuple[str, ...]) -> RowsRead:
    """The people in the table, and what each other row and each unreadable cell is."""
    people, left_out = _sorted_out(table)
    teams = teams_alone((cell_text(table.value(row, "team")) for row in people), house_teams)
    reader = _Reader(table, Context(today, teams), house_teams)
    records = [reader.record(row) for row in people]
    records = reader.with_spellings(records)
    notices = [*about_cpr(table, lambda column: column.field), *reader.notices]
    if any(_has_year(table.value(row, "birthday")) for row in people):
        notices.append(Notice(table.heading_row, table.field_columns["birthday"].name, YEAR_DROPPED, "birthday"))
    return RowsRead(tuple(records), tuple(left_out), tuple(notices), tuple(reader.corrections), tuple(reader.unused))


def _has_year(value: CellValue | None) -> bool:
    return bool(_WITH_YEAR.search(value)) if isinstance(value, str) else value is not None


def _sorted_out(table: TableRead) -> tuple[list[TableRow], list[LeftOut]]:
    """The rows that are people, and the others with the reason."""
    headings = {column.index: fold(column.heading) for column in table.columns if column.heading}
    teams = (fold(cell_text(table.value(row, "team"))) for row in table.rows)
    known_words = frozenset((*headings.values(), *teams))
    only_names = all(key in _NAME_KEYS for key in table.field_columns)
    name_columns = {table.field_columns[key].index for key in _NAME_KEYS if key in table.field_columns}
    people: list[TableRow] = []
    left_out: list[LeftOut] = []
    for row in table.rows:
        filled = {i: cell_text(value) for i, value in enumerate(row.values) if value is not None}
        name = " ".join(text for i, text in filled.items() if i in name_columns)
        beside = [text for i, text in filled.items() if i not in name_columns]
        if not filled:
            reason = CPR_SENTENCE  # all that stood there
        elif headings and all(headings.get(i) == fold(text) for i, text in filled.items()):
            reason = HEADINGS
        else:
            reason = not_a_person(name, beside, known_words, only_names=only_names)
        if reason:
            left_out.append(LeftOut(row.number, reason))
        else:
            people.append(row)
    return people, left_out


@dataclass
class _Reader:
    """Collects what is worth telling while the rows are gone through."""

    table: TableRead
    context: Context
    house_teams: tuple[str, ...]
    notices: list[Notice] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    unused: list[LeftCell] = field(default_factory=list)

    def record(self, row: TableRow) -> Record:
        written = [cell_text(self.table.value(row, key)) for key in _NAME_KEYS]
        name = read_name(*written)
        column = next(self.table.field_columns[key].name for key in _NAME_KEYS if key in self.table.field_columns)
        if name.aside:
            self.notices.append(Notice(row.number, column, f"“{name.aside}” i navnet er ikke taget med.", "name"))
        whole = squeezed(" ".join(written))
        if fold(whole) == fold(name.full) and whole != name.full and (whole.isupper() or whole.islower()):
            self.corrections.append(Correction(row.number, column, whole, name.full))
        facts: dict[str, Any] = {}
        for key in CELL_READERS:
            value = self.table.value(row, key)
            if value is not None and (read := self._read(row, key, value)):
                facts[_FACTS.get(key, key)] = read.value
        return Record(row.number, name.first, name.last, name.guessed, **facts)

    def _read(self, row: TableRow, key: str, value: CellValue) -> CellRead | None:
        column = self.table.field_columns[key]
        text = squeezed(cell_text(value))
        if fold(text) in _NOTHING:
            self.unused.append(LeftCell(self.table.sheet, row.number, column.letter, text, SAYS_NOTHING))
            return None
        try:
            read = CELL_READERS[key](value, self.context)
        except UserProblem as problem:
            told = Notice(row.number, column.name, problem.sentence, key, problem.suggestion, taken=False)
            self.notices.append(told)
            return None
        if read.doubt:
            self.notices.append(Notice(row.number, column.name, read.doubt.sentence, key, read.doubt.suggestion))
        if read.mended:
            self.corrections.append(Correction(row.number, column.name, text, read.mended))
        if not read.value and read.value != 0:
            self.unused.append(LeftCell(self.table.sheet, row.number, column.letter, text, SAYS_NOTHING))
            return None
        return read

    def with_spellings(self, records: Iterable[Record]) -> list[Record]:
        """Each stue under one name; one that was written otherwise is told as mended."""
        records = list(records)
        names = team_spellings([team for record in records for team in record.teams], self.house_teams)
        mended = []
        for record in records:
            for team in record.teams:
                if names[team] != team:
                    column = self.table.field_columns["team"].name
                    self.corrections.append(Correction(record.row, column, team, names[team]))
            mended.append(replace(record, teams=tuple(dict.fromkeys(names[team] for team in record.teams))))
        return mended


def about_cpr(table: TableRead, field_of: Callable[[Column], str | None]) -> list[Notice]:
    """Where CPR numbers stood, of which nothing is kept."""
    columns = {column.index: column for column in table.columns}
    dropped = [
        Notice(table.heading_row, column.name, f"Kolonnen “{column.name}” er udeladt. {CPR_SENTENCE}")
        for column in table.columns
        if column.cpr
    ]
    cells = [
        Notice(place.row, columns[place.column].name, CPR_SENTENCE, field_of(columns[place.column]) or "", taken=False)
        for place in table.refused
    ]
    return dropped + cells
