"""Going back to a copy: first what it holds, then the exchange, with the present house kept first."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.storage import revisions
from dagleder.storage.backup_shelf import BackupShelf, Occasion, file_header
from dagleder.storage.backups import BackupReceipt, keep_backup
from dagleder.storage.connection import connected, make_ready
from dagleder.storage.copying import (
    INCOMING,
    Counts,
    copy_house,
    log_path,
    put_in_place,
    remove_house,
    remove_log,
    verified_counts,
)
from dagleder.storage.database import Database
from dagleder.storage.house_lock import HouseLock, Owner
from dagleder.storage.keys import Key
from dagleder.storage.open_house import OpenHouse
from dagleder.storage.opening import find_key, first_look
from dagleder.storage.problems import WrittenElsewhere
from dagleder.storage.schema import FEATURE_TABLE_NAMES, current_revision, read_revision
from dagleder.storage.secret import Secret

_MUCH = 10  # percent


@dataclass(frozen=True, slots=True)
class TableDifference:
    """Rows of one table in the house now and in the copy."""

    table: str
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What a copy holds, shown before anything is changed."""

    saved_at: datetime | None  # its newest line of history
    last_step: str
    tables: tuple[TableDifference, ...]

    @property
    def asks(self) -> bool:
        """Whether more than a tenth of the rows would go, so that she should be asked."""
        gone = sum(max(0, table.now - table.then) for table in self.tables)
        return gone * 100 > _MUCH * sum(table.now for table in self.tables)


def preview(database: Database, backup: Path, secret: Secret | None = None) -> RestorePreview:
    """What is in `backup` against what is in the house. `secret` when the copy has another password.

    Raises UserProblem when the copy cannot be opened.
    """
    key = _backup_key(database, backup, secret)
    then = _verified(backup, key)
    with first_look(backup, key, secret) as connection:
        read_revision(connection)
        row = connection.execute("SELECT at, name FROM history_step ORDER BY id DESC LIMIT 1").fetchone()
    now = database.counts()
    tables = tuple(
        TableDifference(table, now.get(table, 0), then.get(table, 0)) for table in sorted(FEATURE_TABLE_NAMES)
    )
    return RestorePreview(datetime.fromisoformat(row[0]) if row else None, row[1] if row else "", tables)


def restore(database: Database, backup: Path, clock: Clock, secret: Secret | None = None) -> BackupReceipt:
    """Put `backup` in the place of the open house, under the password the house has now.

    The present house is kept as a verified backup first, which is what is given back. Raises UserProblem,
    and the house stays as it is.
    """
    key = _backup_key(database, backup, secret)
    _verified(backup, key)
    kept = keep_backup(database, clock.now(), Occasion.RESTORE)

    def build(house: OpenHouse, target: Path) -> Key:
        _write(backup, key, target, house.key)
        return house.key

    database.exchange(build)
    return kept


def restore_damaged(house: Path, backup: Path, clock: Clock, secret: Secret | None = None) -> Path | None:
    """Put `backup` in the place of a house that cannot be opened (or is gone).

    The damaged file is set aside among the copies, not removed: gives where it is now, None when there was none.
    The house then opens with the copy's password.
    """
    key = find_key(backup, secret)
    _verified(backup, key)
    lock = HouseLock.take(house, Owner.this(house, clock.now().isoformat(), key.header))
    if lock is None:
        raise WrittenElsewhere
    incoming = house.with_name(house.name + INCOMING)
    try:
        _write(backup, key, incoming, key)
        make_ready(incoming, key)
        aside = _set_aside(house, clock.now())
        put_in_place(incoming, house)
    finally:
        remove_house(incoming)
        lock.release()
    return aside


def _backup_key(database: Database, backup: Path, secret: Secret | None) -> Key:
    """The house's own key where the copy is under it, else the key of `secret`."""
    header = file_header(backup)
    own = database.key_for(header) if header else None
    return own or find_key(backup, secret)


def _verified(backup: Path, key: Key) -> Counts:
    counts = verified_counts(backup, key)
    if counts is None:
        raise UserProblem(f"Kopien {backup.name} kan ikke læses. Vælg en anden.")
    return counts


def _write(backup: Path, key: Key, target: Path, target_key: Key) -> None:
    """The copy as a house of today at `target`."""
    with first_look(backup, key, None) as connection:
        revision = read_revision(connection)
        copy_house(connection, target, target_key)
    if revision != current_revision():
        from dagleder.storage.migrate import migrate  # noqa: PLC0415 -- Alembic costs 0.4 s and is seldom needed

        migrate(target, target_key)
    with connected(target, target_key) as copy, copy:
        copy.execute("BEGIN")
        revisions.leap(copy)


def _set_aside(house: Path, now: datetime) -> Path | None:
    """The damaged file with its log: an expert may get more out of it. The log must not meet the new file."""
    aside = BackupShelf(house).place_for(now, Occasion.DAMAGED)
    aside.path.parent.mkdir(parents=True, exist_ok=True)
    for file, target in ((house, aside.path), (log_path(house), aside.log)):
        if file.exists():
            shutil.copyfile(file, target)
    remove_log(house)
    return aside.path if aside.path.exists() else None
