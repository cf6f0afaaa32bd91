"""A staff list that has been read, as rows, chips and buttons. No widgets."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from dagleder.base.text import and_list, fold, plural
from dagleder.exchange.tables_values import Column, TableRead, TableRow, cell_text
from dagleder.staff.import_target import FIELD_TITLES
from dagleder.staff.import_values import ImportPlan, Notice
from dagleder.staff.roles import read_role, role_name
from ui.kit.import_values import HIDDEN_CPR, HOUSE_CHANGE, LEAVE_EMPTY, Cell, Fact, Mend, Row, WaysOn
from ui.kit.table_values import Change, RowNote

NOTHING_NEW = "Alt er, som det allerede står."
_KEY_OF_TITLE = {title: key for key, title in FIELD_TITLES.items()}
_NAME_KEYS = ("name", "first_name", "last_name")


class Kind(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OUT = "out"


KIND_NAMES = {
    Kind.NEW: "Nye medarbejdere",
    Kind.CHANGED: "Medarbejdere, der ændres",
    Kind.SAME: "Uændrede",
    Kind.OUT: "Rækker, der ikke er medarbejdere",
}


def rows(table: TableRead, plan: ImportPlan, kinds: Mapping[int, Kind]) -> list[Row]:
    """Every row, in groups by what becomes of it, each in the order of the file.

    `kinds` are those of rows that wait now, as they were before.
    """
    view = _View(table, plan, kinds)
    found = [view.row(row) for row in table.rows]
    order: list[StrEnum] = list(Kind)
    return sorted(found, key=lambda row: order.index(row.kind))


def kinds_of(plan: ImportPlan) -> dict[int, Kind]:
    """What becomes of each row that is taken in."""
    return {
        **{person.row: Kind.NEW for person in plan.added},
        **{person.row: Kind.CHANGED for person in plan.changed},
        **{person.row: Kind.SAME for person in plan.unchanged},
    }


class _View:
    def __init__(self, table: TableRead, plan: ImportPlan, kinds: Mapping[int, Kind]) -> None:
        self._table = table
        self._kinds = {**kinds, **kinds_of(plan)}
        self._out = {item.row: item.reason for item in plan.left_out}
        self._waiting = {item.row for item in plan.waiting}
        self._changed = {person.row: person for person in plan.changed}
        self._names = {person.row: person.name for person in plan.added}
        self._names |= {person.row: person.name for person in plan.changed}
        self._names |= {person.row: person.name for person in plan.unchanged}
        self._notices = _by_row(plan.warnings)
        self._corrections = {(c.row, self._column_named(c.column)): Change(c.before, c.after) for c in plan.corrections}

    def row(self, row: TableRow) -> Row:
        kind = Kind.OUT if row.number in self._out else self._kinds.get(row.number, Kind.NEW)
        notices = [] if kind is Kind.OUT else sorted(self._notices.get(row.number, []), key=self._urgency)
        to_mend = tuple(dict.fromkeys(n.field for n in notices if not n.taken and n.field))
        cells = tuple(self._cell(row, column, to_mend) for column in self._table.columns)
        notes = tuple(_note(notice, named=len(notices) > 1) for notice in notices)
        if kind is Kind.OUT:
            notes = (RowNote(self._out[row.number], tone="text2"),)
        name = self._names.get(row.number) or self._written_name(row)
        ticked = None if kind is Kind.OUT else row.number not in self._waiting
        return Row(row.number, kind, name, cells, ticked, notes, to_mend)

    def _urgency(self, notice: Notice) -> tuple[bool, int]:
        """What cannot be used first, from left to right."""
        column = self._table.field_columns.get(notice.field)
        return notice.taken, column.index if column else len(self._table.columns)

    def _cell(self, row: TableRow, column: Column, to_mend: Collection[str]) -> Cell:
        if column.cpr:
            return Cell(HIDDEN_CPR, quiet=True)
        text = cell_text(row.values[column.index])
        corrected = self._corrections.get((row.number, column.index))
        change = self._house_change(row.number, column) or corrected or _role_meant(column, text)
        return Cell(text, change, wrong=column.field in to_mend, quiet=column.field is None)

    def _house_change(self, number: int, column: Column) -> Change | None:
        """What the house has now, and what it is to have."""
        person = self._changed.get(number)
        for change in person.changes if person and column.field else ():
            key = _KEY_OF_TITLE.get(change.field)
            if key == column.field or (key in _NAME_KEYS and column.field in _NAME_KEYS):
                return Change(change.before or "–", change.after, HOUSE_CHANGE)
        return None

    def _column_named(self, name: str) -> int:
        return next((c.index for c in self._table.columns if c.name == name and c.field), -1)

    def _written_name(self, row: TableRow) -> str:
        texts = (cell_text(self._table.value(row, key)) for key in _NAME_KEYS)
        return " ".join(text for text in texts if text)


def _role_meant(column: Column, text: str) -> Change | None:
    """What a short form is read as: 'PAU' is Pædagogisk assistent. Nothing is mended by that."""
    meant = read_role(text) if column.field == "role" else None
    if meant is None or meant.guessed or fold(text) == fold(role_name(meant.key)):
        return None
    return Change(text, role_name(meant.key), "")


def _by_row(notices: Iterable[Notice]) -> dict[int, list[Notice]]:
    """Those that are about a person's row: of a field, or of the row as a whole."""
    found: dict[int, list[Notice]] = {}
    for notice in notices:
        if notice.field or not notice.column:
            found.setdefault(notice.row, []).append(notice)
    return found


def _note(notice: Notice, *, named: bool) -> RowNote:
    """What is to be said under a row, with a link that mends it; `named` by its column, where there are several."""
    text = f"{notice.column}: {notice.text}" if named and notice.column else notice.text
    tone = "warn" if notice.taken else "danger"
    if notice.taken and not notice.suggestion:
        return RowNote(text, tone=tone)
    return RowNote(text, notice.suggestion or LEAVE_EMPTY, tone, Mend(notice.field, notice.suggestion))


# --- what is said about all of it ----------------------------------------------------------------


def facts(table: TableRead, plan: ImportPlan, shown: Iterable[Row]) -> Iterator[Fact]:
    """What she may want to know before she takes the list in."""
    shown = list(shown)
    to_mend = sum(bool(row.to_mend) and not row.waits for row in shown)
    ready = sum(row.ticked is True for row in shown) - to_mend
    yield Fact(f"{plural(ready, 'medarbejder', 'medarbejdere')} klar", "ok", "check")
    if plan.changed:
        yield Fact(f"{len(plan.changed)} ændres", "info", HOUSE_CHANGE)
    if plan.corrections:
        yield Fact(f"{len(plan.corrections)} rettet for dig", "info", "wand-sparkles")
    if to_mend:
        yield Fact(f"{to_mend} skal du rette", "danger", "octagon-alert")
    if plan.left_out:
        yield Fact(f"{plural(len(plan.left_out), 'række', 'rækker')} ikke med", "plain", "list")
    if table.refused or any(column.cpr for column in table.columns):
        yield Fact("CPR-numre hentes ikke", "plain", "shield-check")


def remarks(table: TableRead, plan: ImportPlan) -> list[str]:
    """What is said once about the list as a whole."""
    said = [notice.text for notice in plan.warnings if notice.row == table.heading_row and notice.field]
    if plan.new_teams:
        word = "Ny stue" if len(plan.new_teams) == 1 else "Nye stuer"
        said.append(f"{word}: {and_list(plan.new_teams)}.")
    return said


# --- the ways on ---------------------------------------------------------------------------------


def ways_on(plan: ImportPlan, shown: Iterable[Row]) -> WaysOn:
    added, changed = len(plan.added), len(plan.changed)
    if not added and not changed:
        return WaysOn(NOTHING_NEW, "Intet at importere", NOTHING_NEW)
    text = _deed(added, changed)
    said = f"Intet gemmes, før du trykker {text.split()[0]}."
    if not (added and changed):
        text += f" {'medarbejder' if added + changed == 1 else 'medarbejdere'}"
    wrong = [row for row in shown if row.to_mend and row.ticked]
    if not wrong:
        return WaysOn(said, text)
    kinds = [row.kind for row in wrong]
    some = _deed(added - kinds.count(Kind.NEW), changed - kinds.count(Kind.CHANGED))
    who = wrong[0].name.split()[0] if len(wrong) == 1 and wrong[0].name else str(len(wrong))
    why = "Ret først det, der er markeret, eller lad det vente."
    return WaysOn(said, text, why, f"{some}, lad {who} vente" if some else "", frozenset(row.number for row in wrong))


def _deed(added: int, changed: int) -> str:
    """'Importér 23', 'Ret 23', 'Tilføj 2, ret 21'; '' where there is nothing to do."""
    if added and changed:
        return f"Tilføj {added}, ret {changed}"
    return f"Importér {added}" if added else f"Ret {changed}" if changed else ""
