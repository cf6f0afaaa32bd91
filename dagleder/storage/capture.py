"""Sees every row a session changes, by reading it before and after each flush.

Rows are read back from the file, so what is journalled is what is stored: defaults, SQL expressions
and objects that came from an older session cannot make it lie.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from dagleder.base.errors import Bug
from dagleder.storage.changes import RowChange, StoredRow

_CHUNK = 500
_Key = tuple[str, int]


class Capture:
    """The changes of one writing session, joined to one per row."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[_Key, StoredRow | None] = {}
        self._after: dict[_Key, StoredRow | None] = {}
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def changes(self) -> tuple[RowChange, ...]:
        """What the visit comes to, in the order the rows were first touched."""
        return tuple(
            RowChange(table, row_id, before, self._after.get((table, row_id)))
            for (table, row_id), before in self._before.items()
            if before != self._after.get((table, row_id))
        )

    def _before_flush(self, session: Session, *_: object) -> None:
        touched = [*session.dirty, *session.deleted]
        for table, ids in _ids_by_table(touched).items():
            unseen = [row_id for row_id in ids if (table.name, row_id) not in self._before]
            rows = stored_rows(session.connection(), table, unseen)
            self._before.update(((table.name, row_id), rows.get(row_id)) for row_id in unseen)

    def _after_flush(self, session: Session, *_: object) -> None:
        for instance in session.new:
            self._before.setdefault((_table(instance).name, instance.id), None)
        for table, ids in _ids_by_table([*session.new, *session.dirty]).items():
            rows = stored_rows(session.connection(), table, ids)
            self._after.update(((table.name, row_id), rows.get(row_id)) for row_id in ids)
        for table, ids in _ids_by_table(session.deleted).items():
            self._after.update(((table.name, row_id), None) for row_id in ids)


def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise Bug("A writing session changes rows through objects only: the door must see every row")


def _table(instance: object) -> Table:
    table: Table = inspect(instance).mapper.local_table
    return table


def _ids_by_table(instances: Iterable[Any]) -> dict[Table, list[int]]:
    ids: dict[Table, list[int]] = defaultdict(list)
    for instance in instances:
        identity = inspect(instance).identity
        if identity is not None and identity[0] != instance.id:
            raise Bug("A row keeps its id")
        ids[_table(instance)].append(instance.id)
    return ids


def stored_rows(connection: Connection, table: Table, ids: Sequence[int]) -> dict[int, StoredRow]:
    """The rows with these ids as the file holds them; those that are missing are left out."""
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    found: dict[int, StoredRow] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        marks = ", ".join("?" * len(part))
        sql = f'SELECT {columns} FROM "{table.name}" WHERE id IN ({marks})'  # noqa: S608 -- names from our own metadata
        for row in connection.exec_driver_sql(sql, part):
            stored = dict(zip(names, row, strict=True))
            found[stored["id"]] = stored
    return found
