"""Erasing a person: out of the tables, the history, the drafts and every copy within reach, without undo."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from dagleder.base.errors import Bug
from dagleder.storage import journal, revisions
from dagleder.storage.backup_rewrite import BackupRewrite
from dagleder.storage.changes import Changes, RowChange, StoredRow
from dagleder.storage.connection import RawConnection
from dagleder.storage.copying import BadCopy
from dagleder.storage.open_house import OpenHouse

_NO_NAME = "Slettet"
_ENDS_UNDO = "En person er slettet helt siden. Det, du gjorde før sletningen, kan ikke fortrydes."


@dataclass(frozen=True, slots=True)
class ErasureReceipt:
    """What was erased and what was not: kept by the leader, so without the person's name."""

    rows: dict[str, int]  # removed from the house, per table
    copies: int  # backups written anew without the person
    not_reached: tuple[str, ...]


class ErasedCopy:
    """A copy out of which the house's erased rows have been taken. It may hold rows that the house lost before."""

    def __init__(self, connection: RawConnection, name: str) -> None:
        self._connection = connection
        self.name = name  # 'kopien af 3. marts 2026 (…)'

    def rows(self, table: str) -> list[dict[str, Any]]:
        """As the file holds them; nothing where the copy is of an older revision without that table."""
        if not _columns(self._connection, table):
            return []
        found = self._connection.execute(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608 -- our own names
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def remove(self, table: str, ids: Sequence[int]) -> None:
        _remove_with_dependents(self._connection, {table: list(ids)})


CopyTreatment = Callable[[ErasedCopy], None]


class Erasure:
    """What is to be erased: delete (or blank) rows in `session`, and name the texts to be forgotten.

    Rows that refer to a removed one must be removed or changed too; in the copies, which may hold
    rows the house no longer has, they follow by themselves.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.receipt: ErasureReceipt | None = None  # there when `erasing` has been left
        self._texts: list[str] = []
        self._rows: dict[str, int] = {}
        self._in_copies: list[CopyTreatment] = []

    def in_each_copy(self, treat: CopyTreatment) -> None:
        """Let `treat` see to what is about her in the copies alone. It is called before `erasing` has been left."""
        self._in_copies.append(treat)

    def forget(self, *texts: str) -> None:
        """Names (first, last, initials) that no line of history and no draft may hold any longer."""
        self._texts += [text for text in texts if text.strip()]

    @contextmanager
    def carried_out(self, connection: RawConnection, changes: Changes, house: OpenHouse) -> Iterator[BackupRewrite]:
        """Do what the session's changes do not: history, drafts, and successors of the copies, ready to be finished.

        The house's own transaction is to be ended inside; when that fails the copies stay as they were.
        """
        erased = Erased.of(changes.rows, self._texts)
        revisions.count(connection, changes.rows)
        forget_in_house(connection, erased)
        copies = BackupRewrite(*house.shelves(), house.key_for, house.key)
        self._rows = erased.counts()
        try:
            copies.prepare(lambda copy, name: erase_in_copy(copy, name, erased, self._in_copies))
            yield copies
        except BaseException:
            copies.abandon()
            raise

    def give_receipt(self, copies: BackupRewrite, hindered: tuple[str, ...]) -> None:
        """The house is done: finish the copies too."""
        done = copies.finish(remove_failed=False)
        self.receipt = ErasureReceipt(self._rows, done.rewritten, (*hindered, *done.not_reached))


@dataclass(frozen=True, slots=True)
class Erased:
    """The rows of one erasure, ready to be carried out in a copy too."""

    removed: dict[str, list[int]]
    changed: tuple[tuple[str, int, StoredRow], ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, changes: Sequence[RowChange], texts: Iterable[str]) -> "Erased":
        removed: dict[str, list[int]] = defaultdict(list)
        changed = []
        for change in changes:
            if change.after is None:
                removed[change.table].append(change.row_id)
            elif change.before is not None:
                values = {name: change.after[name] for name in change.fields()}
                changed.append((change.table, change.row_id, values))
            else:
                raise Bug("An erasure adds nothing")
        return cls(dict(removed), tuple(changed), tuple(texts))

    def counts(self) -> dict[str, int]:
        return {table: len(ids) for table, ids in sorted(self.removed.items())}


def forget_in_house(connection: RawConnection, erased: Erased) -> None:
    """Take the person out of history and drafts, and end the undo line there.

    What rows looked like goes from all steps, not hers alone: her name may stand in anybody's note,
    and undo could not go back past this anyway.
    """
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise Bug(f"The erasure left rows in {sorted({row[0] for row in broken})} that refer to what is gone")
    _forget(connection, erased)
    journal.end_undo_line(connection, _ENDS_UNDO)


def erase_in_copy(copy: RawConnection, name: str, erased: Erased, treatments: Iterable[CopyTreatment]) -> None:
    """The same in a backup, which may be of an older revision and hold rows the house no longer has."""
    copy.execute("BEGIN IMMEDIATE")
    copy.execute("PRAGMA defer_foreign_keys=ON")
    _remove_with_dependents(copy, erased.removed)
    for table, row_id, values in erased.changed:
        for column in values.keys() & _columns(copy, table):
            copy.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (values[column], row_id))  # noqa: S608 -- our own names
    for treat in treatments:
        treat(ErasedCopy(copy, name))
    _forget(copy, erased)
    if copy.execute("PRAGMA foreign_key_check").fetchall():
        raise BadCopy
    copy.execute("COMMIT")


def _forget(connection: RawConnection, erased: Erased) -> None:
    touched = set()
    for table, ids in erased.removed.items():
        marks = ", ".join("?" * len(ids))
        sql = f"SELECT step_id FROM history_row WHERE table_name = ? AND row_id IN ({marks})"  # noqa: S608 -- marks only
        touched |= {step for (step,) in connection.execute(sql, (table, *ids))}
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in erased.texts) or r"(?!)", re.IGNORECASE
    )
    steps = connection.execute("SELECT id, name FROM history_step").fetchall()
    named = {step for step, name in steps if step in touched or pattern.search(name)}
    connection.executemany("UPDATE history_step SET name = ? WHERE id = ?", [(_NO_NAME, step) for step in named])
    for (by,) in connection.execute('SELECT DISTINCT "by" FROM history_step WHERE "by" <> \'\'').fetchall():
        if all(pattern.search(word) for word in by.split()):  # her whole name: another may share her first
            connection.execute('UPDATE history_step SET "by" = \'\' WHERE "by" = ?', (by,))
    connection.execute("DELETE FROM history_row")
    revisions.forget(connection, erased.removed)
    connection.execute("UPDATE history_step SET state = 'dropped' WHERE state = 'undone'")
    for place, text in connection.execute("SELECT place, text FROM draft").fetchall():
        if pattern.search(text) or pattern.search(place):
            connection.execute("DELETE FROM draft WHERE place = ?", (place,))


def _remove_with_dependents(copy: RawConnection, removed: dict[str, list[int]]) -> None:
    """Remove rows, and whatever refers to them: the row itself, or (where it may be empty) the reference only."""
    references = _references(copy)
    waiting = [(table, row_id) for table, ids in removed.items() for row_id in ids]
    seen = set(waiting)
    while waiting:
        table, row_id = waiting.pop()
        for child, column, needed in references.get(table, ()):
            if needed:
                rows = copy.execute(f'SELECT id FROM "{child}" WHERE "{column}" = ?', (row_id,)).fetchall()  # noqa: S608 -- our own names
                new = {(child, found) for (found,) in rows} - seen
                seen |= new
                waiting += new
            else:
                copy.execute(f'UPDATE "{child}" SET "{column}" = NULL WHERE "{column}" = ?', (row_id,))  # noqa: S608 -- our own names
        if _columns(copy, table):
            copy.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608 -- our own names


def _references(copy: RawConnection) -> dict[str, list[tuple[str, str, bool]]]:
    """Parent table → (child table, its column, whether the column must be filled)."""
    found: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    rows = copy.execute(
        'SELECT fk."table", t.name, fk."from", c."notnull" FROM sqlite_master t, pragma_foreign_key_list(t.name) fk, '
        "pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = fk.\"from\""
    )
    for parent, child, column, needed in rows:
        found[parent].append((child, column, bool(needed)))
    return found


def _columns(copy: RawConnection, table: str) -> set[str]:
    return {name for (name,) in copy.execute("SELECT name FROM pragma_table_info(?)", (table,))}
