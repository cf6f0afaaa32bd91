"""What happens before a house can be used: where it lies, whose it is, which revision it has."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dagleder.base.errors import Bug, UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.storage.backup_rewrite import finish_interrupted
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.checks import structure_findings
from dagleder.storage.commit_count import commits
from dagleder.storage.connection import RawConnection, damage_found
from dagleder.storage.copying import (
    INCOMING,
    clear_unsynced_journal,
    copy_house,
    log_path,
    put_in_place,
    remove_house,
    remove_log,
    unfinished,
)
from dagleder.storage.house_lock import HouseLock, Owner
from dagleder.storage.house_place import place_warnings, refuse_network
from dagleder.storage.keys import Key, fresh_key
from dagleder.storage.opening import find_key, first_look
from dagleder.storage.schema import current_revision, read_revision
from dagleder.storage.secret import RecoveryKey, Secret

_UPDATE_ELSEWHERE = "Huset skal først opdateres, og det er åbent i et andet program. Luk det der, og åbn det her igen."
_LOST = "De sidste ændringer blev ikke skrevet rigtigt på disken og mangler. Se i historikken, hvad der er med."

_REPLACED = (
    "Filen er skiftet ud, siden Dagleder sidst havde den åben. De allersidste ændringer i den forrige er ikke med."
)


@dataclass(frozen=True, slots=True)
class Start:
    """How a house was opened: its key, the lock (None: it can only be read), and what the leader should know."""

    path: Path
    key: Key
    lock: HouseLock | None
    notices: tuple[Finding, ...]


def create(path: Path, secret: Secret | None, now: datetime) -> Start:
    """A new house, which takes its name when it is whole: a kill leaves no half one."""
    path = _settled(path)
    _refuse_existing(path)
    if isinstance(secret, RecoveryKey):
        raise Bug("A new house is made with a password or without")
    if not path.parent.is_dir():
        raise UserProblem(f"Mappen {path.parent} findes ikke.")
    refuse_network(path)
    if secret is not None:
        secret.check_new()
    key = fresh_key(secret)
    lock = _take_lock(path, key, now)
    if lock is None:
        raise UserProblem(f"Et andet program er ved at lave et hus ved navn {path.name}. Vælg et andet navn.")
    try:
        _refuse_existing(path)
        _build(path, key)
    except BaseException:
        lock.release()
        raise
    return Start(path, key, lock, tuple(place_warnings(path)))


def open_up(path: Path, secret: Secret | None, now: datetime, *, read_only: bool) -> Start:
    """An existing house, brought up to date; locked for writing unless it is to be (or must be) read only."""
    path = _settled(path)
    key = find_key(path, secret)
    refuse_network(path)
    lock = None if read_only else _take_lock(path, key, now)
    try:
        notices = place_warnings(path)
        if lock:
            notices += _tidy(path, key, lock)
        with first_look(path, key, secret) as connection:
            revision = read_revision(connection)
            if lock and lock.left:
                notices += _after_a_kill(connection, lock)
        if revision != current_revision():
            _bring_up_to_date(path, key, now, held=lock is not None)
    except BaseException:
        if lock:
            lock.release()
        raise
    return Start(path, key, lock, tuple(notices))


def _settled(path: Path) -> Path:
    """The one name of the file: a link, or another working folder later on, must not lead to a second lock."""
    return path.resolve() if path.is_symlink() else path.absolute()


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise UserProblem(f"Der ligger allerede en fil ved navn {path.name}. Vælg et andet navn.")


def _build(path: Path, key: Key) -> None:
    from dagleder.storage.migrate import migrate  # noqa: PLC0415 -- Alembic costs 0.4 s and is seldom needed

    half = unfinished(path)
    remove_house(half)
    try:
        migrate(half, key)
        put_in_place(half, path)
    finally:
        remove_house(half)


def _take_lock(path: Path, key: Key, now: datetime) -> HouseLock | None:
    return HouseLock.take(path, Owner.this(path, now.isoformat(), key.header))


def _tidy(path: Path, key: Key, lock: HouseLock) -> list[Finding]:
    """Clear away what a killed program left."""
    incoming = path.with_name(path.name + INCOMING)
    for leftover in (unfinished(path), incoming, unfinished(incoming)):
        remove_house(leftover)
    clear_unsynced_journal(path)
    finish_interrupted(BackupShelf(path), key.header)
    if lock.left and lock.left.file != path.stat().st_ino:
        had_log = log_path(path).exists()
        remove_log(path)
        lock.left_commits = 0  # of another file
        return [Finding(Level.MUST, path.name, _REPLACED)] if had_log else []
    return []


def _after_a_kill(connection: RawConnection, lock: HouseLock) -> list[Finding]:
    """The log has been read in: what came of it has to hang together and to be all there."""
    if structure_findings(connection):
        raise damage_found()
    complete = commits(connection) >= lock.left_commits
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # every page of the file itself is sound from here on
    return [] if complete else [Finding(Level.MUST, "Filen", _LOST)]


def _bring_up_to_date(path: Path, key: Key, now: datetime, *, held: bool) -> None:
    """Verified backup, then every missing revision in one transaction."""
    from dagleder.storage.migrate import migrate  # noqa: PLC0415 -- as above

    lock = None if held else _take_lock(path, key, now)
    if lock is None and not held:
        raise UserProblem(_UPDATE_ELSEWHERE)
    try:
        with first_look(path, key, None) as connection:
            copy_house(connection, BackupShelf(path).place_for(now, Occasion.UPDATE).path, key)
        migrate(path, key)
    finally:
        if lock:
            lock.release()
