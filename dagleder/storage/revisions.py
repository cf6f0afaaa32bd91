"""A number for each row that others have been given a copy of, which neither undo nor an older copy sets back.

Whoever was given the row (a calendar) keeps it until something comes under a higher number: an undone change must
have one too. A row has the number of the step it was last written in, by writing, undo, redo or erasing; a row counts
as written when a row that is part of it is. Which tables: see COUNTED and PART in `dagleder.models.row`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlmodel import Session

from dagleder.models.tables import FEATURE_TABLES
from dagleder.storage import facts
from dagleder.storage.changes import RowChange
from dagleder.storage.connection import RawConnection
from dagleder.storage.journal_tables import row_revision

_NEWEST = "revisions"
# Above anything that can have been given out since an older copy of the house was made.
_LEAP = 1_000_000
_COUNTED = frozenset(table.name for table in FEATURE_TABLES if table.info.get("counted"))
# Table → its columns that name the row it is part of, each with that row's table.
_PARTS = {
    table.name: tuple(
        (column.name, next(iter(column.foreign_keys)).column.table.name)
        for column in table.columns
        if column.info.get("part")
    )
    for table in FEATURE_TABLES
}


def count(connection: RawConnection, changes: Iterable[RowChange]) -> None:
    """Give the rows of a step a new number, in the step's own transaction."""
    rows = {row for change in changes for row in _written(change)}
    if rows:
        number = facts.add(connection, _NEWEST, 1)
        connection.executemany(
            "INSERT OR REPLACE INTO row_revision (table_name, row_id, revision) VALUES (?, ?, ?)",
            [(*row, number) for row in sorted(rows)],
        )


def _written(change: RowChange) -> Iterator[tuple[str, int]]:
    if change.table in _COUNTED:
        yield change.table, change.row_id
    for column, whole in _PARTS[change.table]:
        for row in (change.before, change.after):
            if row is not None and isinstance(row_id := row[column], int):
                yield whole, row_id


def revisions(session: Session, table: str) -> Mapping[int, int]:
    """The number of each row of `table` that has one, in the session's view of the house."""
    columns = row_revision.c
    found = session.connection().execute(select(columns.row_id, columns.revision).where(columns.table_name == table))
    return {row.row_id: row.revision for row in found}


def forget(connection: RawConnection, removed: Mapping[str, Sequence[int]]) -> None:
    """Rows that were erased leave no number behind."""
    rows = [(table, row_id) for table, ids in removed.items() for row_id in ids]
    connection.executemany("DELETE FROM row_revision WHERE table_name = ? AND row_id = ?", rows)


def leap(connection: RawConnection) -> None:
    """A copy takes the house's place: its rows, though older, are what holds from now on."""
    number = facts.add(connection, _NEWEST, _LEAP)
    connection.execute("UPDATE row_revision SET revision = ?", (number,))
