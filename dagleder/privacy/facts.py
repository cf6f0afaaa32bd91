"""Everything kept about one person as tables of words. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Table

from dagleder.base.dates import clock_digits, day_text
from dagleder.privacy.relations import naming_column, owns, table_named
from dagleder.privacy.telling import Names, ToldTable
from dagleder.privacy.told import NAMED_IN, TOLD
from dagleder.storage.changes import HistoryStep, RecordedAbout, RowChange, StoredRow


@dataclass(frozen=True)
class FactTable:
    """A heading with rows under labels; columns that are empty all the way down are left out."""

    heading: str
    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PersonFacts:
    """All of it: one table per kind of fact that there is any of, and what the history keeps."""

    name: str
    tables: tuple[FactTable, ...]
    history: FactTable | None


def fact_tables(told: ToldTable, rows: Sequence[Mapping[str, Any]], names: Names) -> Iterator[FactTable]:
    """The rows of one table as told. A single record (the person herself) stands as label and value, line by line."""
    labels = tuple(column.label for column in told.columns)
    cells = [tuple(column.said(row, names) for column in told.columns) for row in rows]
    if told is TOLD["employee"]:
        pairs = tuple((label, cell) for row in cells for label, cell in zip(labels, row, strict=True) if cell)
        yield FactTable(told.heading, ("", ""), pairs)
    elif told.parted:
        for part in dict.fromkeys(row[0] for row in cells):
            yield _filled(f"{told.heading} {part}", labels[1:], [row[1:] for row in cells if row[0] == part])
    elif cells:
        yield _filled(told.heading, labels, cells)


def _filled(heading: str, labels: Sequence[str], cells: Sequence[Sequence[str]]) -> FactTable:
    used = [place for place in range(len(labels)) if any(row[place] for row in cells)]
    return FactTable(
        heading,
        tuple(labels[place] for place in used),
        tuple(tuple(row[place] for place in used) for row in cells),
    )


def history_table(recorded: RecordedAbout, names: Names) -> FactTable | None:
    """What the history keeps of the person's rows, oldest first; None when it keeps nothing."""
    lines = []
    for step, change in recorded.changes:
        text = _change_text(change, recorded.ids, names)
        if text:
            lines.append((_moment(step), step.name, text, "fortrudt" if step.undone else ""))
    return FactTable("Hvad historikken gemmer", ("Hvornår", "Trin", "Ændring", ""), tuple(lines)) if lines else None


def _moment(step: HistoryStep) -> str:
    at = f"{day_text(step.at.date(), year=True)} kl. {clock_digits(step.at.hour * 60 + step.at.minute)}"
    return f"{at}, {step.by}" if step.by else at


def _change_text(change: RowChange, ids: Mapping[str, Collection[int]], names: Names) -> str:
    """Only the side of a change that is about the person: a row may have been somebody else's before."""
    table = table_named(change.table)
    was, told = _told_as(table, change.before, ids), _told_as(table, change.after, ids)
    before, after = _told_row(was, change.before, table, names), _told_row(told, change.after, table, names)
    if was is told:
        moved = (
            f"{label}: {old or '–'} → {after[label] or '–'}" for label, old in before.items() if old != after[label]
        )
        said, verb = ", ".join(moved), ""
    else:
        said = ", ".join(f"{label}: {words}" for label, words in (after or before).items() if words)
        verb = " tilføjet" if after else " fjernet"
    heading = told or was
    return f"{heading.heading}{verb}. {said}" if heading and said else ""


def _told_as(table: Table, stored: StoredRow | None, ids: Mapping[str, Collection[int]]) -> ToldTable | None:
    """How a row is told to the person whose ids these are; None where it is not about her."""
    if stored is None:
        return None
    if owns(table, stored, ids):
        return TOLD[table.name]
    column = naming_column(table, stored, ids)
    return NAMED_IN[table.name, column] if column else None


def _told_row(told: ToldTable | None, stored: StoredRow | None, table: Table, names: Names) -> dict[str, str]:
    if told is None or stored is None:
        return {}
    row = {name: _value(table, name, value) for name, value in stored.items()}
    return {column.label: column.said(row, names) for column in told.columns}


def _value(table: Table, column: str, stored: Any) -> Any:
    """The stored value as the program knows it: only dates are kept as something else (ISO text)."""
    is_date = isinstance(table.c[column].type, Date) and isinstance(stored, str)
    return date.fromisoformat(stored) if is_date else stored
