"""History with undo and redo, kept in the house beside the rows it tells about.

A step is `done`, `undone` (redo brings it back) or `dropped` (undone, and something else was done since).
"""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Table

from dagleder.base.errors import UserProblem
from dagleder.models.tables import FEATURE_TABLES
from dagleder.storage import facts, revisions
from dagleder.storage.capture import stored_rows
from dagleder.storage.changes import Changes, HistoryStep, Pointer, Recorded, RecordedAbout, RowChange, StoredRow
from dagleder.storage.connection import RawConnection

_TABLES = {table.name: table for table in FEATURE_TABLES}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FLOOR = "undo_floor"
_FLOOR_SENTENCE = "undo_floor_sentence"
_NOTHING_TO_UNDO = "Der er ikke mere at fortryde."
_NOTHING_TO_REDO = "Der er ikke noget at gendanne: intet er fortrudt siden sidst."


def record(connection: RawConnection, *, at: datetime, by: str, changes: Changes) -> int:
    """Write `changes` as the newest step, after which nothing undone can be redone. Gives its number.

    Done by the house's leader, by the name she has given; `by` says who it was where the house names none.
    """
    connection.execute("UPDATE history_step SET state = 'dropped' WHERE state = 'undone'")
    step: int = connection.execute(
        'INSERT INTO history_step (at, "by", name, state)'
        " VALUES (?, coalesce((SELECT leader_name FROM house WHERE leader_name <> '' LIMIT 1), ?), ?, 'done')"
        " RETURNING id",
        (at.isoformat(), by, changes.name),
    ).fetchone()[0]
    _keep_rows(connection, step, changes.rows)
    return step


def extend(connection: RawConnection, step: int, at: datetime, change: RowChange) -> bool:
    """Join `change` to the one row of `step`. True when the step still changes something; else it is gone."""
    (kept,) = _rows_of(connection, step)
    joined = RowChange(kept.table, kept.row_id, kept.before, change.after)
    connection.execute("DELETE FROM history_row WHERE step_id = ?", (step,))
    if joined.before == joined.after:
        connection.execute("DELETE FROM history_step WHERE id = ?", (step,))
        return False
    connection.execute("UPDATE history_step SET at = ? WHERE id = ?", (at.isoformat(), step))
    _keep_rows(connection, step, (joined,))
    return True


def undo(connection: RawConnection) -> Changes:
    """Take the newest step back. Raises UserProblem when there is none, or rows are not as it left them."""
    found = _to_undo(connection)
    if found is None:
        raise UserProblem(facts.read(connection, _FLOOR_SENTENCE) or _NOTHING_TO_UNDO)
    step, name = found
    changes = Changes(name, tuple(row.reverse() for row in reversed(_rows_of(connection, step))))
    _apply(connection, changes, "fortrydes")
    connection.execute("UPDATE history_step SET state = 'undone' WHERE id = ?", (step,))
    return changes


def redo(connection: RawConnection) -> Changes:
    """Do the step undone last once more. Raises as `undo` does."""
    found = _to_redo(connection)
    if found is None:
        raise UserProblem(_NOTHING_TO_REDO)
    step, name = found
    changes = Changes(name, tuple(_rows_of(connection, step)))
    _apply(connection, changes, "gøres igen")
    connection.execute("UPDATE history_step SET state = 'done' WHERE id = ?", (step,))
    return changes


def undo_name(connection: RawConnection) -> str | None:
    found = _to_undo(connection)
    return found[1] if found else None


def redo_name(connection: RawConnection) -> str | None:
    found = _to_redo(connection)
    return found[1] if found else None


def steps(connection: RawConnection, limit: int | None) -> list[HistoryStep]:
    """The history, newest first."""
    rows = connection.execute(
        'SELECT id, at, "by", name, state FROM history_step ORDER BY id DESC LIMIT ?',
        (-1 if limit is None else limit,),
    )
    return [
        HistoryStep(step, datetime.fromisoformat(at), by, name, state != "done") for step, at, by, name, state in rows
    ]


def recorded_about(connection: RawConnection, root: tuple[str, int], pointers: Iterable[Pointer]) -> RecordedAbout:
    """Every change of a row and of those that ever belonged to it; `pointers` to a table come before those from it."""
    ids = {root[0]: {root[1]}}
    for pointer in pointers:
        mine = ids.setdefault(pointer.table, set())
        mine |= _ever_pointing(connection, pointer, ids.get(pointer.parent, set()))
    rows = _JSON.encode([(table, row_id) for table, found in ids.items() for row_id in found])
    theirs = "(r.table_name, r.row_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))"
    changes = _recorded(connection, theirs, (rows,))
    return RecordedAbout({table: frozenset(found) for table, found in ids.items()}, tuple(changes))


def _ever_pointing(connection: RawConnection, pointer: Pointer, parents: set[int]) -> set[int]:
    """The rows of a table that have belonged to one of `parents`: sought in the file, so that no other is brought."""
    values, path = _JSON.encode(list(parents)), f"$.{pointer.column}"
    rows = connection.execute(
        "SELECT DISTINCT row_id FROM history_row WHERE table_name = ?1"
        " AND (before ->> ?2 IN (SELECT value FROM json_each(?3))"
        " OR after ->> ?2 IN (SELECT value FROM json_each(?3)))",
        (pointer.table, path, values),
    )
    return {row_id for (row_id,) in rows}


def newest_recorded(connection: RawConnection, tables: Iterable[str]) -> list[Recorded]:
    """Of each row the newest change that holds (is not undone), oldest first; no other is read."""
    names = tuple(tables)
    newest = (
        "SELECT max(r.id) FROM history_row r JOIN history_step s ON s.id = r.step_id "  # noqa: S608 -- marks only
        f"WHERE r.table_name IN ({_marks(names)}) AND s.state = 'done' GROUP BY r.table_name, r.row_id"
    )
    return _recorded(connection, f"r.id IN ({newest})", names)


def _recorded(connection: RawConnection, condition: str, names: tuple[str, ...]) -> list[Recorded]:
    rows = connection.execute(
        'SELECT s.id, s.at, s."by", s.name, s.state, r.table_name, r.row_id, r.before, r.after '  # noqa: S608 -- conditions of our own
        f"FROM history_row r JOIN history_step s ON s.id = r.step_id WHERE {condition} ORDER BY r.id",
        names,
    )
    return [
        (
            HistoryStep(step, datetime.fromisoformat(at), by, name, state != "done"),
            RowChange(table, row_id, _from_json(before), _from_json(after)),
        )
        for step, at, by, name, state, table, row_id, before, after in rows
    ]


def _marks(names: tuple[str, ...]) -> str:
    return ", ".join("?" * len(names))


def end_undo_line(connection: RawConnection, sentence: str) -> None:
    """From here on nothing older is undone or redone; `sentence` is what the leader reads there."""
    newest = connection.execute("SELECT coalesce(max(id), 0) FROM history_step").fetchone()[0]
    connection.execute("UPDATE history_step SET state = 'dropped' WHERE state = 'undone'")
    facts.keep(connection, _FLOOR, str(newest))
    facts.keep(connection, _FLOOR_SENTENCE, sentence)


def _to_undo(connection: RawConnection) -> tuple[int, str] | None:
    # Whatever is undone is newer than all that is done: nothing of it is looked through.
    row = connection.execute(
        "SELECT id, name FROM history_step WHERE state = 'done' AND id > ? AND id <"
        " (SELECT coalesce(min(id), 9223372036854775807) FROM history_step WHERE state = 'undone')"
        " ORDER BY id DESC LIMIT 1",
        (int(facts.read(connection, _FLOOR) or 0),),
    ).fetchone()
    return row or None


def _to_redo(connection: RawConnection) -> tuple[int, str] | None:
    sql = "SELECT id, name FROM history_step WHERE state = 'undone' ORDER BY id LIMIT 1"
    return connection.execute(sql).fetchone() or None


def _keep_rows(connection: RawConnection, step: int, rows: Iterable[RowChange]) -> None:
    connection.executemany(
        "INSERT INTO history_row (step_id, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
        [(step, row.table, row.row_id, _to_json(row.before), _to_json(row.after)) for row in rows],
    )


def _rows_of(connection: RawConnection, step: int) -> list[RowChange]:
    rows = connection.execute(
        "SELECT table_name, row_id, before, after FROM history_row WHERE step_id = ? ORDER BY id", (step,)
    )
    return [RowChange(table, row_id, _from_json(before), _from_json(after)) for table, row_id, before, after in rows]


def _to_json(row: StoredRow | None) -> str | None:
    return None if row is None else _JSON.encode(row)


def _from_json(text: str | None) -> StoredRow | None:
    return None if text is None else json.loads(text)


def _apply(connection: RawConnection, changes: Changes, verb: str) -> None:
    """Bring the rows from `before` to `after`, checked.

    Every row is taken out before any is put in, so that unique values may trade places;
    foreign keys are looked at when the transaction ends.
    """
    for change in changes.rows:
        table = _TABLES[change.table]
        if stored_rows(connection, table, (change.row_id,)).get(change.row_id) != change.before:
            raise UserProblem(f"'{changes.name}' kan ikke {verb}: noget af det er ændret siden.")
        if change.before is not None:
            connection.execute(f'DELETE FROM "{table.name}" WHERE id = ?', (change.row_id,))  # noqa: S608 -- our own names
    for change in changes.rows:
        if change.after is not None:
            _insert(connection, _TABLES[change.table], change.after)
    revisions.count(connection, changes.rows)


def _insert(connection: RawConnection, table: Table, row: StoredRow) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.execute(
        f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})',  # noqa: S608 -- names from our own metadata
        tuple(row.values()),
    )
