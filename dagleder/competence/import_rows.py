"""Goes through the rows of a sheet: whom each is about, and what is told about the rest. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.text import and_list, fold
from dagleder.competence.import_people import Staff, Written
from dagleder.competence.import_target import NAME_KEYS, PERSON_KEYS
from dagleder.competence.import_values import FoundPerson, KnownPerson, LeftOut, Register, SheetWishes
from dagleder.exchange.tables_values import Column, TableRead, TableRow, cell_text
from dagleder.staff.import_names import HEADINGS, NO_NAME, not_a_person, read_name
from dagleder.staff.import_teams import cell_teams, teams_alone

SAYS_NOTHING_OF = "Der står intet om kompetencer i rækken."

RowOf = tuple[TableRow, FoundPerson]
"""A row, and whom it is about."""


@dataclass(frozen=True)
class RowsFound:
    """The rows that are about somebody, each person once, and the others."""

    people: tuple[RowOf, ...]
    waiting: tuple[FoundPerson, ...]
    left_out: tuple[LeftOut, ...]


def find_people(table: TableRead, register: Register, wishes: SheetWishes, columns: Sequence[Column]) -> RowsFound:
    """`columns` are those of competences."""
    finder = _Finder(table, register, wishes, columns)
    found = [(row, person) for row in table.rows if (person := finder.person_of(row))]
    waiting = tuple(person for _, person in found if person.row in wishes.waiting)
    kept, doubles = _without_doubles(
        [(row, person) for row, person in found if person.row not in wishes.waiting], columns
    )
    left_out = sorted((*finder.left_out, *doubles), key=lambda item: item.row)
    return RowsFound(tuple(kept), waiting, tuple(left_out))


@dataclass
class _Finder:
    table: TableRead
    register: Register
    wishes: SheetWishes
    columns: Sequence[Column]
    left_out: list[LeftOut] = field(default_factory=list)

    def __post_init__(self) -> None:
        table = self.table
        self._below: tuple[str, ...] = ()
        self._staff = Staff(self.register.people)
        self._by_id = {person.id: person for person in self.register.people}
        self._headings = {column.index: fold(column.heading) for column in table.columns if column.heading}
        stuer = [cell_text(table.value(row, "team")) for row in table.rows]
        self._teams = teams_alone(stuer, self.register.teams)
        self._known_words = frozenset((*self._headings.values(), *self._teams))
        self._naming = {table.field_columns[key].index for key in PERSON_KEYS if key in table.field_columns}

    def person_of(self, row: TableRow) -> FoundPerson | None:
        """Whom the row is about; a row about nobody is left out with the reason."""
        written = self._written(row)
        name = written.shown
        chosen = self._by_id.get(self.wishes.people.get(row.number, 0))
        if chosen:
            return self._found(row, chosen, name)
        if reason := self._no_person(row, written):
            self._heading_of_a_stue(written)
            self.left_out.append(LeftOut(row.number, reason))
            return None
        answer = self._staff.who_is(written)
        if answer.person is None:
            candidates = tuple(person.id for person in answer.candidates)
            self.left_out.append(LeftOut(row.number, answer.reason, name, candidates))
            return None
        return self._found(row, answer.person, name)

    def _found(self, row: TableRow, person: KnownPerson, name: str) -> FoundPerson | None:
        if not any(row.values[column.index] is not None for column in self.columns):
            self.left_out.append(LeftOut(row.number, SAYS_NOTHING_OF))
            return None
        return FoundPerson(row.number, person.id, person.name, guessed=fold(name) != fold(person.name))

    def _written(self, row: TableRow) -> Written:
        text = {key: cell_text(self.table.value(row, key)) for key in PERSON_KEYS}
        teams = cell_teams(text["team"], self._teams) or self._below
        return Written(read_name(*(text[key] for key in NAME_KEYS)), text["number"], text["initials"], teams)

    def _heading_of_a_stue(self, written: Written) -> None:
        """Lists are often in groups: a stue alone in its row is that of the rows below."""
        if fold(written.name.full) in map(fold, self.register.teams):
            self._below = (written.name.full,)

    def _no_person(self, row: TableRow, written: Written) -> str:
        """Why the row is about nobody, or ''."""
        filled = {i: cell_text(value) for i, value in enumerate(row.values) if value is not None}
        if not filled:
            return CPR_SENTENCE  # all that stood there
        if self._headings and all(self._headings.get(i) == fold(text) for i, text in filled.items()):
            return HEADINGS
        beside = [text for i, text in filled.items() if i not in self._naming]
        reason = not_a_person(written.name.full, beside, self._known_words, only_names=True)
        known_otherwise = reason == NO_NAME and (written.number or written.initials)
        return "" if known_otherwise else reason


def _without_doubles(found: Iterable[RowOf], columns: Sequence[Column]) -> tuple[list[RowOf], list[LeftOut]]:
    """Of two rows about one person the fuller counts; the other is told with what it says otherwise."""
    rows: dict[int, list[RowOf]] = {}
    for row, person in found:
        rows.setdefault(person.employee_id, []).append((row, person))
    kept, left_out = [], []
    for same in rows.values():
        fullest = max(same, key=lambda pair: len(_said(pair[0], columns)))  # the first of equals
        kept.append(fullest)
        left_out += [_double(pair, fullest, columns) for pair in same if pair is not fullest]
    return sorted(kept, key=lambda pair: pair[1].row), left_out


def _double(double: RowOf, kept: RowOf, columns: Sequence[Column]) -> LeftOut:
    (row, person), counted = double, _said(kept[0], columns)
    otherwise = [f"{name}: {text}" for name, text in _said(row, columns).items() if counted.get(name) != text]
    reason = f"{person.name} står også i række {kept[1].row}, som er brugt."
    return LeftOut(person.row, f"{reason} Her står i stedet {and_list(otherwise)}." if otherwise else reason)


def _said(row: TableRow, columns: Sequence[Column]) -> dict[str, str]:
    values = ((column.name, row.values[column.index]) for column in columns)
    return {name: cell_text(value) for name, value in values if value is not None}
