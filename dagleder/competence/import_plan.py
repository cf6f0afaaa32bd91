"""What a sheet of competences would change: what its cells say against what is known. Pure.

An empty cell says nothing. What is known already is unchanged; what was assessed after the day of the sheet stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from dagleder.base.dates import day_digits, day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import running_text
from dagleder.base.text import danish_key, fold
from dagleder.competence.cell_words import CellRead, read_cell
from dagleder.competence.drafts import FIRST_YEAR, CompetenceDraft
from dagleder.competence.facts import Assessed, Competence
from dagleder.competence.import_rows import find_people
from dagleder.competence.import_target import NEW, PERSON_KEYS, competence_of
from dagleder.competence.import_values import (
    FoundPerson,
    ImportPlan,
    NewCompetence,
    Outcome,
    PlannedCell,
    Register,
    SheetWishes,
)
from dagleder.exchange.tables_values import CellPlace, Column, LeftCell, TableRead, TableRow, cell_text
from dagleder.staff.import_plan import about_unused, cells_without_field, joined_notes
from dagleder.staff.import_rows import SAYS_NOTHING, about_cpr
from dagleder.staff.import_values import Correction, Notice

AREA_OF_NEW = "metoder"
AREA_OF_NEW_CERTIFICATE = "funktioner"


def plan_import(table: TableRead, register: Register, today: date, wishes: SheetWishes) -> ImportPlan:
    """What taking the table in would do."""
    day = _day(wishes.day or today, today)
    columns = _Columns(table, register, today)
    rows = find_people(table, register, wishes, columns.all)
    reader = _Reader(table, register, columns, today, day)
    for row, person in rows.people:
        reader.read(row, person)
    used = {person.row for _, person in rows.people}
    unused = (
        *table.left,
        *columns.unused(),
        *reader.unused,
        *(table.unused_comment(place, "en kommentar til en celle, der ikke er brugt") for place in reader.silent(used)),
    )
    notices = (*about_cpr(table, columns.place_of), *reader.notices, *about_unused(unused))
    return ImportPlan(
        file_name=table.file_name,
        day=day,
        people=tuple(person for _, person in rows.people),
        cells=tuple(reader.cells),
        new_competences=columns.new,
        left_out=rows.left_out,
        waiting=rows.waiting,
        warnings=tuple(sorted(notices, key=lambda notice: (notice.row, notice.column))),
        corrections=tuple(reader.corrections),
        unused=unused,
        present=tuple(sorted((p for p in register.people if not p.left), key=lambda p: danish_key(p.name))),
    )


def _day(day: date, today: date) -> date:
    if day > today:
        raise UserProblem("Vurderingerne kan ikke gælde fra en dag, der ikke er kommet.", field="day")
    if day.year < FIRST_YEAR:
        raise UserProblem(f"{day_text(day, year=True)} er for længe siden. Se efter, om året er rigtigt.", field="day")
    return day


class _Columns:
    """The columns that say what people can: of competences the house has, and of those that become one."""

    def __init__(self, table: TableRead, register: Register, today: date) -> None:
        self._register = register
        self._table = table
        self._today = today
        self._known = {each.id: each for each in register.competences if not each.hidden}
        self._refused: dict[int, str] = {}
        self.by_index: dict[int, Competence | NewCompetence] = {}
        for column in table.columns:
            if found := self._meaning(column):
                self.by_index[column.index] = found

    @property
    def all(self) -> list[Column]:
        return [column for column in self._table.columns if column.index in self.by_index]

    @property
    def new(self) -> tuple[NewCompetence, ...]:
        return tuple(each for each in self.by_index.values() if isinstance(each, NewCompetence))

    def place_of(self, column: Column) -> str:
        """Where a cell of the column is mended; '' in a column that says nothing of what people can."""
        return column.letter if column.index in self.by_index else ""

    def unused(self) -> Iterator[LeftCell]:
        """What stands in columns that say neither what people can nor who they are."""
        naming = {*PERSON_KEYS}
        columns = (
            column if column.index in self.by_index or column.field in naming else replace(column, field=None)
            for column in self._table.columns
        )
        yield from cells_without_field(replace(self._table, columns=tuple(columns)), self._why_not_used)

    def _why_not_used(self, column: Column) -> str:
        if column.index in self._refused:
            return self._refused[column.index]
        same = self._named(column.heading)
        if same and not same.hidden:
            return f"“{same.name}” er fundet i forvejen"
        return _switched_off(same) if same else f"“{column.name}” er ikke i kataloget"

    def _meaning(self, column: Column) -> Competence | NewCompetence | None:
        if column.field != NEW:
            competence_id = competence_of(column.field)
            return self._known.get(competence_id) if competence_id is not None else None
        same = self._named(column.heading)
        if same and not same.hidden:  # made when the sheet was read in before
            return same
        try:
            return self._new(column, same)
        except UserProblem as problem:
            self._refused[column.index] = problem.sentence.rstrip(".")
            return None

    def _named(self, heading: str) -> Competence | None:
        wanted = fold(heading)
        same = (each for each in self._register.competences if wanted in (fold(each.name), fold(each.head)))
        return next(same, None) if wanted else None

    def _new(self, column: Column, hidden: Competence | None) -> NewCompetence:
        """Raises UserProblem where the column cannot become one."""
        if hidden:
            raise UserProblem(_switched_off(hidden))
        if any(fold(each.draft.name) == fold(column.heading) for each in self.new):
            raise UserProblem(f"“{column.heading}” står over to kolonner, og den første er brugt")
        certificate = self._has_dates(column)
        areas = {area.key: area.id for area in self._register.areas}
        last = self._register.areas[-1].id
        area_id = areas.get(AREA_OF_NEW_CERTIFICATE if certificate else AREA_OF_NEW, last)
        draft = CompetenceDraft(column.heading, area_id, certificate=certificate)
        draft.check()
        return NewCompetence(column.index, draft)

    def _has_dates(self, column: Column) -> bool:
        """Only a function or certificate is held until a day."""
        return any(self._is_date(row, column) for row in self._table.rows)

    def _is_date(self, row: TableRow, column: Column) -> bool:
        try:
            read = read_cell(row.values[column.index], certificate=True, today=self._today)
        except UserProblem:
            return False
        return read.valid_until is not None


@dataclass
class _Reader:
    """Decides for each cell what it would change, and collects what is worth telling."""

    table: TableRead
    register: Register
    columns: _Columns
    today: date
    day: date
    cells: list[PlannedCell] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    unused: list[LeftCell] = field(default_factory=list)
    said: set[CellPlace] = field(default_factory=set)  # the comments that became a note

    def read(self, row: TableRow, person: FoundPerson) -> None:
        self._tell_who(row, person)
        same: dict[Competence | NewCompetence, list[tuple[Column, CellRead]]] = {}
        for column in self.columns.all:
            meaning = self.columns.by_index[column.index]
            if row.values[column.index] is not None and (read := self._cell(row, column)):
                same.setdefault(meaning, []).append((column, read))
        for cells in same.values():
            # 'Førstehjælp' and 'Udløb' may both be about first aid: the one with a date says more.
            column, read = next((cell for cell in cells if cell[1].valid_until), cells[0])
            self._plan(row, column, person, read)
            for other, _ in cells:
                if other is not column:
                    self._tell(row, other, f"Det samme som kolonnen “{column.name}”, som er brugt.")

    def silent(self, rows: set[int]) -> Iterator[CellPlace]:
        """The comments in these rows that became no note."""
        return (place for place in self.table.comments if place.row in rows and place not in self.said)

    def _tell_who(self, row: TableRow, person: FoundPerson) -> None:
        columns = [self.table.field_columns[key] for key in PERSON_KEYS if key in self.table.field_columns]
        written = next(
            ((c.name, cell_text(row.values[c.index])) for c in columns if row.values[c.index] is not None), None
        )
        if person.guessed and written:
            name, text = written
            self.notices.append(Notice(row.number, name, f"“{text}” er læst som {person.name}."))
            self.corrections.append(Correction(row.number, name, text, person.name))

    def _tell(self, row: TableRow, column: Column, text: str, *, suggestion: str = "", taken: bool = True) -> None:
        self.notices.append(Notice(row.number, column.name, text, column.letter, suggestion, taken))

    def _cell(self, row: TableRow, column: Column) -> CellRead | None:
        value = row.values[column.index]
        certificate = _is_certificate(self.columns.by_index[column.index])
        try:
            read = read_cell(value, certificate=certificate, today=self.today)
        except UserProblem as problem:
            self._tell(row, column, problem.sentence, suggestion=problem.suggestion, taken=False)
            return None
        if read.level is None:
            left = LeftCell(self.table.sheet, row.number, column.letter, cell_text(value), SAYS_NOTHING)
            self.unused.append(left)
            return None
        if read.warning:
            self._tell(row, column, read.warning)
        if read.valid_until and read.valid_until < self.today:
            self._tell(row, column, f"Udløb {day_digits(read.valid_until)}, og tages med som udløbet.")
        return read

    def _plan(self, row: TableRow, column: Column, person: FoundPerson, read: CellRead) -> None:
        meaning = self.columns.by_index[column.index]
        competence_id = meaning.id if isinstance(meaning, Competence) else None
        before = self.register.newest.get((person.employee_id, competence_id)) if competence_id else None
        if before and before.day > self.day:
            self._tell(
                row, column, f"Vurderet {day_text(before.day, year=True)}, efter arkets dag. Den vurdering bliver."
            )
            return
        cell = PlannedCell(
            row.number,
            column.index,
            Outcome.CHANGED if before else Outcome.ADDED,
            person.employee_id,
            competence_id,
            meaning.head if isinstance(meaning, Competence) else meaning.draft.name,
            _is_certificate(meaning),
            read.level or 0,
            self.day,
            read.until(before, self.day),
            self._note(row, column),
            before,
        )
        self.cells.append(_against(before, cell) if before else cell)

    def _note(self, row: TableRow, column: Column) -> str:
        """The comment beside the cell."""
        place = CellPlace(row.number, column.index)
        try:
            note = running_text(self.table.comments.get(place, ""), "note")
        except UserProblem as problem:
            self._tell(row, column, f"Kommentaren er ikke taget med. {problem.sentence}")
            return ""
        self.said.add(place)
        return note


def _switched_off(competence: Competence) -> str:
    return f"“{competence.name}” er slået fra i kataloget"


def _is_certificate(meaning: Competence | NewCompetence) -> bool:
    return meaning.certificate if isinstance(meaning, Competence) else meaning.draft.certificate


def _against(before: Assessed, cell: PlannedCell) -> PlannedCell:
    """The cell as what it is to somebody of whom something is known."""
    same_day = before.day == cell.day or (before.level, before.valid_until) == (cell.level, cell.valid_until)
    cell = replace(cell, note=joined_notes(before.note, cell.note) if same_day else cell.note)
    adds = cell.draft(before.competence_id).adds_to(before)
    return cell if adds else replace(cell, outcome=Outcome.UNCHANGED)
