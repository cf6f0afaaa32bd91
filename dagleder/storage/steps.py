"""Turns what a writing changed into a step of history, joined to the one before where they are one thought."""

from dataclasses import dataclass

from dagleder.base.clock import Clock
from dagleder.storage import journal, revisions
from dagleder.storage.changes import Changes, RowChange
from dagleder.storage.connection import RawConnection


@dataclass(frozen=True, slots=True)
class _Edit:
    """The newest step, while it is one edited row: what the next edit may be joined to."""

    step: int
    name: str
    row: RowChange

    def continues_in(self, name: str, row: RowChange) -> bool:
        same_row = (self.row.table, self.row.row_id) == (row.table, row.row_id)
        return same_row and self.name == name and self.row.fields() == row.fields()


class Steps:
    """The history as it grows in one opening of a house.

    Edits of the same fields of the same row under the same name are one step, as long as nothing else
    is done in between and the leader stays on the page.
    """

    def __init__(self, clock: Clock, author: str) -> None:
        self._clock = clock
        self._author = author
        self._newest: _Edit | None = None
        self._next: _Edit | None = None

    def record(self, connection: RawConnection, changes: Changes) -> None:
        """Write the step in the transaction of its rows; `committed` is called when that has ended well."""
        now = self._clock.now()
        revisions.count(connection, changes.rows)
        row = _edited_row(changes)
        if row and self._newest and self._newest.continues_in(changes.name, row):
            step = self._newest.step
            self._next = _Edit(step, changes.name, row) if journal.extend(connection, step, now, row) else None
        else:
            step = journal.record(connection, at=now, by=self._author, changes=changes)
            self._next = _Edit(step, changes.name, row) if row else None

    def committed(self) -> None:
        self._newest = self._next

    def end_visit(self) -> None:
        """What comes next is a step of its own."""
        self._newest = None


def _edited_row(changes: Changes) -> RowChange | None:
    """The one edited row of the step, when it is no more than that."""
    if len(changes.rows) != 1:
        return None
    (row,) = changes.rows
    return row if row.before is not None and row.after is not None else None
