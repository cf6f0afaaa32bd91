"""Everything kept about one person as tables of words. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Table

from dagleder.base.dates import clock_digits, day_text
from dagleder.privacy.relations import owns, table_named
from dagleder.privacy.told import TOLD, Names
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


def fact_tables(name: str, rows: Sequence[Mapping[str, Any]], names: Names) -> Iterator[FactTable]:
    """The rows of one table as told. A single record (the person herself) stands as label and value, line by line."""
    told = TOLD[name]
    labels = tuple(column.label for column in told.columns)
    cells = [tuple(column.said(row, names) for column in told.columns) for row in rows]
    if name == "employee":
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
    told = TOLD[change.table]
    table = table_named(change.table)
    before = _told_row(table, change.before, ids, names)
    after = _told_row(table, change.after, ids, names)
    if before and after:
        moved = (
            f"{label}: {old or '–'} → {after[label] or '–'}" for label, old in before.items() if old != after[label]
        )
        said = ", ".join(moved)
    else:
        said = ", ".join(f"{label}: {words}" for label, words in (before or after).items() if words)
    if not said:
        return ""
    verb = "" if before and after else " fjernet" if before else " tilføjet"
    return f"{told.heading}{verb}. {said}"


def _told_row(
    table: Table, stored: StoredRow | None, ids: Mapping[str, Collection[int]], names: Names
) -> dict[str, str]:
    if stored is None or not owns(table, stored, ids):
        return {}
    row = {name: _value(table, name, value) for name, value in stored.items()}
    return {column.label: column.said(row, names) for column in TOLD[table.name].columns}


def _value(table: Table, column: str, stored: Any) -> Any:
    """The stored value as the program knows it: only dates are kept as something else (ISO text)."""
    is_date = isinstance(table.c[column].type, Date) and isinstance(stored, str)
    return date.fromisoformat(stored) if is_date else stored
