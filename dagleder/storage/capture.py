"""Sees every row a session changes, by reading it before and after each flush.

Rows are read back from the file, so what is journalled is what is stored: defaults, SQL expressions
and objects that came from an older session cannot make it lie.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Engine, Table, event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from dagleder.base.errors import Bug
from dagleder.storage.changes import RowChange, StoredRow
from dagleder.storage.connection import RawConnection, raw

_CHUNK = 500


class CapturingSession(Session):
    """A session that knows what it has changed, joined to one change per row."""

    def __init__(self, writer: Engine) -> None:
        super().__init__(writer, expire_on_commit=False)
        self._before: dict[Table, dict[int, StoredRow | None]] = defaultdict(dict)

    def changes(self) -> tuple[RowChange, ...]:
        """What the flushes so far come to, table by table in the order they were first touched.

        Read at the end and not after each flush, so that what a savepoint took back is no change.
        """
        found = []
        for table, before in self._before.items():
            after = stored_rows(raw(self.connection()), table, tuple(before))
            found += [RowChange(table.name, row_id, row, after.get(row_id)) for row_id, row in before.items()]
        return tuple(change for change in found if change.before != change.after)

    def before_flush(self) -> None:
        for table, ids in _ids_by_table([*self.dirty, *self.deleted]).items():
            seen = self._before[table]
            unseen = [row_id for row_id in ids if row_id not in seen]
            if unseen:
                rows = stored_rows(raw(self.connection()), table, unseen)
                seen.update((row_id, rows.get(row_id)) for row_id in unseen)

    def after_flush(self) -> None:
        for table, ids in _ids_by_table(self.new).items():
            for row_id in ids:
                self._before[table].setdefault(row_id, None)


@event.listens_for(CapturingSession, "before_flush")
def _before_flush(session: CapturingSession, *_: object) -> None:
    session.before_flush()


@event.listens_for(CapturingSession, "after_flush")
def _after_flush(session: CapturingSession, *_: object) -> None:
    session.after_flush()


@event.listens_for(CapturingSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise Bug("A writing session changes rows through objects only: the door must see every row")


def _ids_by_table(instances: Iterable[Any]) -> dict[Table, list[int]]:
    ids: dict[Table, list[int]] = defaultdict(list)
    for instance in instances:
        identity = instance._sa_instance_state.key  # noqa: SLF001 -- what sqlalchemy.inspect() gives, without its detour
        if identity is not None and identity[1][0] != instance.id:
            raise Bug("A row keeps its id")
        ids[instance.__table__].append(instance.id)
    return ids


@cache
def _select(table: Table, count: int) -> str:
    columns = ", ".join(f'"{name}"' for name in table.columns.keys())  # noqa: SIM118 -- the names, not the columns
    marks = ", ".join("?" * count)
    return f'SELECT {columns} FROM "{table.name}" WHERE id IN ({marks})'  # noqa: S608 -- names from our own metadata


def stored_rows(connection: RawConnection, table: Table, ids: Sequence[int]) -> dict[int, StoredRow]:
    """The rows with these ids as the file holds them; those that are missing are left out."""
    names = table.columns.keys()
    found: dict[int, StoredRow] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        for row in connection.execute(_select(table, len(part)), part):
            stored = dict(zip(names, row, strict=True))
            found[stored["id"]] = stored
    return found
