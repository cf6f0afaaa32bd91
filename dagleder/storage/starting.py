"""What happens before a house can be used: where it lies, whose it is, which revision it has."""

from datetime import datetime
from pathlib import Path

from dagleder.base.errors import Bug, UserProblem
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.copying import copy_house, put_in_place, unfinished
from dagleder.storage.house_lock import HouseLock, Owner
from dagleder.storage.keys import Key, fresh_key
from dagleder.storage.opening import find_key, first_look
from dagleder.storage.schema import current_revision, read_revision
from dagleder.storage.secret import RecoveryKey, Secret

_UPDATE_ELSEWHERE = "Huset skal først opdateres, og det er åbent i et andet program. Luk det der, og åbn det her igen."


def create(path: Path, secret: Secret | None, now: datetime) -> tuple[Key, HouseLock]:
    """A new house, which takes its name when it is whole: a kill leaves no half one."""
    _refuse_existing(path)
    if isinstance(secret, RecoveryKey):
        raise Bug("A new house is made with a password or without")
    if not path.parent.is_dir():
        raise UserProblem(f"Mappen {path.parent} findes ikke.")
    key = fresh_key(secret)
    lock = _lock_for_writing(path, key, now)
    try:
        _refuse_existing(path)
        _build(path, key)
    except BaseException:
        lock.release()
        raise
    return key, lock


def open_up(path: Path, secret: Secret | None, now: datetime, *, read_only: bool) -> tuple[Key, HouseLock | None]:
    """The key of an existing house, brought up to date, and the lock unless it is to be (or must be) read only."""
    key = find_key(path, secret)
    lock = None if read_only else HouseLock.take(path, Owner.this(now.isoformat(), key.header))
    try:
        if lock:
            unfinished(path).unlink(missing_ok=True)
        if _revision(path, key, secret) != current_revision():
            _bring_up_to_date(path, key, now, held=lock is not None)
    except BaseException:
        if lock:
            lock.release()
        raise
    return key, lock


def unlock(path: Path, secret: Secret) -> Key:
    """The key of a house this program has locked but not closed."""
    return find_key(path, secret)


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise UserProblem(f"Der ligger allerede en fil ved navn {path.name}. Vælg et andet navn.")


def _lock_for_writing(path: Path, key: Key, now: datetime) -> HouseLock:
    lock = HouseLock.take(path, Owner.this(now.isoformat(), key.header))
    if lock is None:
        raise UserProblem(f"Et andet program er ved at lave et hus ved navn {path.name}. Vælg et andet navn.")
    return lock


def _build(path: Path, key: Key) -> None:
    from dagleder.storage.migrate import migrate  # noqa: PLC0415 -- Alembic costs 0.4 s and is seldom needed

    half = unfinished(path)
    half.unlink(missing_ok=True)
    try:
        migrate(half, key)
        put_in_place(half, path)
    finally:
        half.unlink(missing_ok=True)


def _revision(path: Path, key: Key, secret: Secret | None) -> str:
    with first_look(path, key, secret) as connection:
        return read_revision(connection)


def _bring_up_to_date(path: Path, key: Key, now: datetime, *, held: bool) -> None:
    from dagleder.storage.migrate import migrate  # noqa: PLC0415 -- as above

    lock = None
    if not held:
        lock = HouseLock.take(path, Owner.this(now.isoformat(), key.header))
        if lock is None:
            raise UserProblem(_UPDATE_ELSEWHERE)
    try:
        backup = BackupShelf(path).place_for(now, Occasion.UPDATE)
        with first_look(path, key, None) as connection:
            copy_house(connection, backup.path, key)
        migrate(path, key)
    finally:
        if lock:
            lock.release()
