"""A sheet of competences that has been read, as rows, chips and buttons. No widgets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dagleder.base.text import plural
from dagleder.competence.import_target import NAME_KEYS, NEW
from dagleder.competence.import_values import ImportPlan, LeftOut, Outcome, PlannedCell
from dagleder.exchange.tables import ABOVE
from dagleder.exchange.tables_values import Column, TableRead, TableRow, cell_text, column_index
from dagleder.staff.import_values import Notice
from ui.kit.import_values import HIDDEN_CPR, HOUSE_CHANGE, LEAVE_EMPTY, Cell, ColumnOffer, Fact, Mend, Row, WaysOn
from ui.kit.table_values import Change, RowNote

NOTHING_NEW = "Alt er, som det allerede står."
_MOST_OFFERS = 3  # ticks above the list
CHOOSE_WHO, CHOOSE_ANOTHER = "Vælg hvem…", "Vælg en anden…"


class Kind(StrEnum):
    """What becomes of a row."""

    WHO = "who"
    NEWS = "news"
    SAME = "same"
    OUT = "out"


KIND_NAMES = {
    Kind.WHO: "Hvem er det?",
    Kind.NEWS: "Vurderinger, der hentes",
    Kind.SAME: "Uændrede",
    Kind.OUT: "Rækker, der ikke er med",
}


@dataclass(frozen=True, slots=True)
class Who:
    """What the link of a row is about whose person is not certain; the likely ones."""

    candidates: tuple[int, ...] = ()


def rows(table: TableRead, plan: ImportPlan, kinds: Mapping[int, Kind]) -> list[Row]:
    """Every row, in groups by what becomes of it, each in the order of the file.

    `kinds` are those of rows that wait now, as they were before.
    """
    view = _View(table, plan, kinds)
    order: list[StrEnum] = list(Kind)
    return sorted(map(view.row, table.rows), key=lambda row: order.index(row.kind))


def kinds_of(plan: ImportPlan) -> dict[int, Kind]:
    """What becomes of each row that is taken in."""
    news = {cell.row for cell in plan.cells if cell.is_news} | {told.row for told in plan.warnings if not told.taken}
    return {person.row: Kind.NEWS if person.row in news else Kind.SAME for person in plan.people}


class _View:
    def __init__(self, table: TableRead, plan: ImportPlan, kinds: Mapping[int, Kind]) -> None:
        self._table = table
        self._kinds = {**kinds, **kinds_of(plan)}
        self._out = {item.row: item for item in plan.left_out}
        self._people = {person.row: person for person in (*plan.people, *plan.waiting)}
        self._waiting = {person.row for person in plan.waiting}
        self._cells = {(cell.row, cell.column): cell for cell in plan.cells}
        self._guessed = {(c.row, c.column): Change(c.before, c.after) for c in plan.corrections}
        self._notices: dict[int, list[Notice]] = {}
        for notice in plan.warnings:
            if notice.field:
                self._notices.setdefault(notice.row, []).append(notice)

    def row(self, row: TableRow) -> Row:
        if out := self._out.get(row.number):
            return self._left_out(row, out)
        notices = sorted(self._notices.get(row.number, ()), key=_urgency)
        to_mend = tuple(dict.fromkeys(notice.field for notice in notices if not notice.taken))
        return Row(
            row.number,
            self._kinds.get(row.number, Kind.NEWS),
            self._people[row.number].name,
            tuple(self._cell(row, column, wrong=column.letter in to_mend) for column in self._table.columns),
            row.number not in self._waiting,
            (*map(_note, notices), *self._about_name(row)),
            to_mend,
        )

    def _about_name(self, row: TableRow) -> Iterator[RowNote]:
        """Whom a name that is not written out was taken for."""
        for (number, _), change in self._guessed.items():
            if number == row.number:
                text = f"“{change.before}” er læst som {change.after}."
                yield RowNote(text, CHOOSE_ANOTHER, "text2", Who())

    def _left_out(self, row: TableRow, out: LeftOut) -> Row:
        cells = tuple(self._cell(row, column) for column in self._table.columns)
        if not out.name:
            return Row(row.number, Kind.OUT, "", cells, notes=(RowNote(out.reason, tone="text2"),))
        note = RowNote(out.reason, CHOOSE_WHO, "warn", Who(out.candidates))
        return Row(row.number, Kind.WHO, out.name, cells, notes=(note,))

    def _cell(self, row: TableRow, column: Column, *, wrong: bool = False) -> Cell:
        if column.cpr:
            return Cell(HIDDEN_CPR, quiet=True)
        text = cell_text(row.values[column.index])
        planned = self._cells.get((row.number, column.index))
        change = _meant(text, planned) if planned else None
        if column.field in NAME_KEYS:
            change = self._guessed.get((row.number, column.name))
        return Cell(text, change, wrong, quiet=column.field is None)


def _urgency(notice: Notice) -> tuple[bool, int]:
    """What cannot be used first, from left to right."""
    return notice.taken, column_index(notice.field)


def _meant(text: str, cell: PlannedCell) -> Change | None:
    """What the house has and is to have; else what the cell was read as, where that is not what stands there."""
    if cell.outcome is Outcome.CHANGED and cell.words() != cell.words_before():
        return Change(cell.words_before(), cell.words(), HOUSE_CHANGE)
    plain = text == cell.words() or (cell.valid_until is not None and text in cell.words())
    return None if plain else Change(text, cell.words(), "")


def _note(notice: Notice) -> RowNote:
    """What is to be said under a row, with a link that mends it."""
    text = f"{notice.column}: {notice.text}"
    if notice.taken:
        return RowNote(text, tone="warn")
    return RowNote(text, notice.suggestion or LEAVE_EMPTY, "danger", Mend(notice.field, notice.suggestion))


# --- what is said about all of it ----------------------------------------------------------------


def facts(table: TableRead, plan: ImportPlan, shown: Iterable[Row]) -> Iterator[Fact]:
    """What she may want to know before she takes the sheet in."""
    shown = list(shown)
    yield Fact(f"{_assessments(len(_news(plan)))} klar", "ok", "check")
    if changed := plan.count(Outcome.CHANGED):
        yield Fact(f"{changed} ændres", "info", HOUSE_CHANGE)
    if noted := sum(bool(cell.note) and cell.is_news for cell in plan.cells):
        yield Fact(f"{plural(noted, 'kommentar bliver note', 'kommentarer bliver noter')}", "info", "message-square")
    if wrong := sum(len(row.to_mend) for row in shown if row.ticked):
        yield Fact(f"{plural(wrong, 'celle', 'celler')} skal du rette", "danger", "octagon-alert")
    if unknown := sum(row.kind is Kind.WHO for row in shown):
        yield Fact(f"{plural(unknown, 'række', 'rækker')} uden kendt navn", "warn", "triangle-alert")
    if out := sum(row.kind is Kind.OUT for row in shown):
        yield Fact(f"{plural(out, 'række', 'rækker')} ikke med", "plain", "list")
    if table.refused or any(column.cpr for column in table.columns):
        yield Fact("CPR-numre hentes ikke", "plain", "shield-check")


def remarks(table: TableRead, plan: ImportPlan) -> list[str]:
    """What is said once about the sheet as a whole."""
    cpr = {column.name for column in table.columns if column.cpr}
    said = [plan.nobody_known] if plan.nobody_known else []
    said += [notice.text for notice in plan.warnings if notice.row == table.heading_row and notice.column in cpr]
    above = [cell.text for cell in plan.unused if cell.why == ABOVE and cell.sheet == table.sheet]
    if above:
        said.append(f"Over tabellen står “{above[0]}”. Vurderingerne får den dag, du vælger her.")
    unknown = len(_unknown(table)) - _MOST_OFFERS
    if unknown > 0:
        said.append(f"{plural(unknown, 'kolonne', 'kolonner')} mere er ikke med. Vælg over dem, hvad de skal være.")
    made = {new.column for new in plan.new_competences}
    refused = {column.letter for column in table.columns if column.field == NEW and column.index not in made}
    said += dict.fromkeys(
        f"{cell.why}." for cell in plan.unused if cell.column in refused and cell.row > table.heading_row
    )
    return said


def offers(table: TableRead, plan: ImportPlan) -> list[ColumnOffer]:
    """The first of the columns that no competence was found for: each may become one."""
    made = {new.column: new.draft for new in plan.new_competences}
    found = []
    for column in _unknown(table)[:_MOST_OFFERS]:
        text = f"Tag “{column.heading}” med som ny kompetence"
        found.append(ColumnOffer(column.index, NEW, text, taken=column.index in made))
    return found


def _unknown(table: TableRead) -> list[Column]:
    """With something in them, and a heading that can be a name."""
    filled = {i for row in table.rows for i, value in enumerate(row.values) if value is not None}
    return [c for c in table.columns if c.heading and c.field in (None, NEW) and not c.cpr and c.index in filled]


# --- the ways on ---------------------------------------------------------------------------------


def ways_on(plan: ImportPlan, shown: Iterable[Row]) -> WaysOn:
    news = _news(plan)
    if not news:
        return WaysOn(NOTHING_NEW, "Intet at importere", NOTHING_NEW)
    said = "Intet gemmes, før du trykker Importér."
    text = f"Importér {_assessments(len(news))}"
    wrong = [row for row in shown if row.to_mend and row.ticked]
    if not wrong:
        return WaysOn(said, text)
    waiting = frozenset(row.number for row in wrong)
    rest = sum(cell.row not in waiting for cell in news)
    who = wrong[0].name.split()[0] if len(wrong) == 1 else str(len(wrong))
    why = "Ret først det, der er markeret, eller lad det vente."
    return WaysOn(said, text, why, f"Importér {rest}, lad {who} vente" if rest else "", waiting)


def done_text(plan: ImportPlan) -> str:
    """'201 vurderinger er hentet, 1 ny kompetence'."""
    taken = plural(len(_news(plan)), "vurdering er hentet", "vurderinger er hentet")
    new = len(plan.new_competences)
    return f"{taken}, {plural(new, 'ny kompetence', 'nye kompetencer')}" if new else taken


def _news(plan: ImportPlan) -> list[PlannedCell]:
    return [cell for cell in plan.cells if cell.is_news]


def _assessments(count: int) -> str:
    return plural(count, "vurdering", "vurderinger")
