"""A whole house copied through the backup API, opened and counted before it takes its name."""

import hashlib
import os
import shutil
import sys
import time
from contextlib import suppress
from io import FileIO
from pathlib import Path

from sqlcipher3 import dbapi2

from dagleder.base.errors import UserProblem
from dagleder.storage.connection import RawConnection, connected, damage_found
from dagleder.storage.keys import Key
from dagleder.storage.problems import not_written

Counts = dict[str, int]
INCOMING = ".ny"  # the ending of a finished file that is about to take the place of another
UNFINISHED = ".ufærdig"
_LOOKS = 3
_CHUNK_BYTES = 1 << 20
_PAUSE_SECONDS = 0.05


class BadCopy(UserProblem):
    """The copy could not be opened, or does not hold what its source held; it was thrown away."""

    def __init__(self) -> None:
        super().__init__("Kopien kunne ikke læses igen og er kasseret. Prøv igen, eller vælg et andet sted.")


def unfinished(target: Path) -> Path:
    """The name a file bears until it is whole."""
    return target.with_name(target.name + UNFINISHED)


def copy_house(source: RawConnection, target: Path, key: Key) -> Counts:
    """Copy all of `source` to `target` under `key`, whatever its own key; gives the rows per table.

    `target` is replaced in one move and only by a copy that was opened, checked page by page and
    counted. Raises DiskFull, WriteRefused or BadCopy, and leaves what was there before.
    """
    half = unfinished(target)
    remove_house(half)
    try:
        source.execute("BEGIN")  # the count and the copy see the same moment
        try:
            _refuse_damage(source)
            counts = count_rows(source)
            _write(source, half, key)
        finally:
            source.rollback()
        if verified_counts(half, key) != counts:
            raise BadCopy
        put_in_place(half, target)
    finally:
        remove_house(half)
    return counts


def verified_counts(path: Path, key: Key) -> Counts | None:
    """Open the file, check every page and structure and count its rows; None when anything is wrong."""
    if not path.is_file():
        return None
    try:
        with connected(path, key) as connection:
            connection.execute("PRAGMA query_only=ON")
            if connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return None
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return None
            return count_rows(connection)
    except (dbapi2.Error, UserProblem):
        return None


def count_rows(connection: RawConnection) -> Counts:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608 -- the house's own names


def put_in_place(finished: Path, target: Path) -> None:
    """Give `finished` the name `target` in one move that survives a power cut."""
    try:
        with finished.open("rb+") as file:
            os.fsync(file.fileno())
        finished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise not_written(error, target) from error


def take_over(finished: Path, target: Path) -> None:
    """As `put_in_place`, and what bore the name before is overwritten: it may be open, or hold somebody erased.

    As well as a program can: Windows lets no file be replaced that we hold on to, an SSD writes to other cells than
    those it frees, and a file system may keep states of its own.
    """
    old = _held(target)
    try:
        put_in_place(finished, target)
        if old is not None and os.fstat(old.fileno()).st_nlink == 0:  # else it still has a name somewhere
            _overwrite(old)
    finally:
        if old is not None:
            old.close()


def overwrite(path: Path) -> None:
    """The same for a file that is about to be removed."""
    with suppress(OSError), path.open("rb+", buffering=0) as file:
        _overwrite(file)


def _held(path: Path) -> FileIO | None:
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        return path.open("rb+", buffering=0)
    return None


def _overwrite(file: FileIO) -> None:
    with suppress(OSError):  # what counts has been done
        left = file.seek(0, os.SEEK_END)
        file.seek(0)
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK_BYTES)))
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a move in the folder durable, where the system has such a thing (Windows has not)."""
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _refuse_damage(source: RawConnection) -> None:
    """Raise the driver's error of a damaged file: its own backup copies a damaged page as zeros, under a fresh MAC."""
    for _ in range(_LOOKS):
        if not source.execute("PRAGMA cipher_integrity_check").fetchall():
            return
        time.sleep(_PAUSE_SECONDS)  # a page being written at this moment is not damage
    raise damage_found()


def _write(source: RawConnection, target: Path, key: Key) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch(0o600)
    except OSError as error:
        raise not_written(error, target) from error
    with connected(target, key) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # made durable once, when it is finished
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # all of it in the one file


def copy_file(finished: Path, target: Path) -> None:
    """Copy a file nobody has open to another place, compared before it takes its name.

    Raises OSError, or the UserProblem of a copy that differs or cannot take its name.
    """
    half = unfinished(target)
    remove_house(half)
    try:
        half.touch(0o600)
        shutil.copyfile(finished, half)
        if _digest(half) != _digest(finished):
            raise BadCopy
        put_in_place(half, target)
    finally:
        remove_house(half)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def remove_house(path: Path) -> None:
    """Remove an unfinished file with its log."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
    remove_log(path)


def log_path(house: Path) -> Path:
    return house.with_name(house.name + "-wal")


def remove_log(house: Path) -> None:
    """Remove the log of a house nobody has open, so that it is not read into another file of that name."""
    for ending in ("-wal", "-shm", "-journal"):
        with suppress(OSError):
            house.with_name(house.name + ending).unlink(missing_ok=True)


def clear_unsynced_journal(house: Path) -> None:
    """Remove a rollback journal that says nothing, as a program leaves it that is killed before its first sync.

    By SQLite's own rule one whose first byte is zero is not read: nothing has been written to the house yet.
    Any other is SQLite's to play back.
    """
    journal = house.with_name(house.name + "-journal")
    with suppress(OSError):
        with journal.open("rb") as file:
            unsynced = file.read(1) in {b"", b"\0"}
        if unsynced:
            journal.unlink()
