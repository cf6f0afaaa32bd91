"""The program's own copies written anew, when their key changes or somebody is erased from them.

First every copy gets a verified successor beside it; when the house itself has been dealt with, the
successors take their places. A kill in between is made good at the next opening: a successor under
the house's own header is finished, any other is thrown away.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.storage.backup_shelf import BackupShelf, KeptBackup, KeyFor, file_header
from dagleder.storage.connection import RawConnection, connected
from dagleder.storage.copying import (
    INCOMING,
    UNFINISHED,
    BadCopy,
    copy_file,
    copy_house,
    overwrite,
    put_in_place,
    remove_house,
    take_over,
    verified_counts,
)
from dagleder.storage.header import Header
from dagleder.storage.keys import Key

_WORK = "arbejde"
Treatment = Callable[[RawConnection, str], None]
"""What is done with a copy, and what that copy is called in a sentence."""


@dataclass(frozen=True, slots=True)
class RewriteReceipt:
    """What became of the copies: how many were written anew, which were removed, and what was not reached."""

    rewritten: int
    removed: tuple[str, ...]
    not_reached: tuple[str, ...]


class BackupRewrite:
    """One rewriting of all the copies of a house."""

    def __init__(self, shelf: BackupShelf, second: BackupShelf | None, key_for: KeyFor, new_key: Key) -> None:
        self._shelf = shelf
        self._second = second
        self._key_for = key_for
        self._new_key = new_key
        self._ready: list[KeptBackup] = []
        self._failed: list[KeptBackup] = []

    def prepare(self, treat: Treatment | None = None) -> None:
        """A verified successor under the new key beside each copy that can be opened, changed by `treat`."""
        for shelf in self._shelves():
            for backup in shelf.backups():
                ready = self._write_successor(backup, treat, elsewhere=shelf is self._second)
                (self._ready if ready else self._failed).append(backup)

    def finish(self, *, remove_failed: bool) -> RewriteReceipt:
        """Let the successors take their places. A copy without one is removed, or told as not reached."""
        ready = [backup for backup in self._ready if _take_over(backup)]
        failed = [*self._failed, *(backup for backup in self._ready if backup not in ready)]
        removed = [backup for backup in failed if remove_failed and _removed(backup)]
        left = [_name(backup) for backup in failed if backup not in removed]
        return RewriteReceipt(len(ready), tuple(map(_name, removed)), (*self._missing_place(), *left))

    def abandon(self) -> None:
        """Throw the successors away; the copies stay as they were."""
        for backup in self._ready:
            with suppress(OSError):
                _successor(backup.path).unlink(missing_ok=True)

    def _shelves(self) -> Sequence[BackupShelf]:
        return [self._shelf] if self._second is None else [self._shelf, self._second]

    def _missing_place(self) -> Sequence[str]:
        if self._second is None or self._second.folder.parent.is_dir():
            return ()
        return (f"kopierne i {self._second.folder.parent}, som ikke er tilsluttet",)

    def _write_successor(self, backup: KeptBackup, treat: Treatment | None, *, elsewhere: bool) -> bool:
        """Always made on this computer; a network drive only ever gets a finished file."""
        work = self._shelf.folder / _WORK
        try:
            self._shelf.folder.mkdir(parents=True, exist_ok=True)
            source = work.with_suffix(".kilde") if elsewhere else backup.path
            if elsewhere:
                shutil.copyfile(backup.path, source)
            self._rewrite(source, work, treat, _name(backup))
            copy_file(work, _successor(backup.path)) if elsewhere else put_in_place(work, _successor(backup.path))
        except (OSError, UserProblem, dbapi2.Error):
            return False
        finally:
            remove_house(work)
            remove_house(work.with_suffix(".kilde"))
        return True

    def _rewrite(self, source: Path, target: Path, treat: Treatment | None, called: str) -> None:
        header = file_header(source)
        key = self._key_for(header) if header else None
        if key is None:
            raise BadCopy
        with connected(source, key) as connection:
            copy_house(connection, target, self._new_key)
        if treat is not None:
            with connected(target, self._new_key) as connection:
                treat(connection, called)
            if verified_counts(target, self._new_key) is None:
                raise BadCopy


def finish_interrupted(shelf: BackupShelf, header: Header) -> None:
    """Make good what was cut off, a rewriting (see the head of this file) or a copy: nothing half is left lying."""
    for successor in shelf.folder.glob(f"*.dagleder{INCOMING}"):
        if file_header(successor) == header:
            with suppress(UserProblem):
                take_over(successor, successor.with_suffix(""))
    for pattern in (f"*{INCOMING}*", f"*{UNFINISHED}*", f"{_WORK}*"):
        for left in shelf.folder.glob(pattern):
            with suppress(OSError):
                left.unlink()


def _successor(path: Path) -> Path:
    return path.with_name(path.name + INCOMING)


def _take_over(backup: KeptBackup) -> bool:
    try:
        take_over(_successor(backup.path), backup.path)
    except UserProblem:
        return False
    return True


def _removed(backup: KeptBackup) -> bool:
    overwrite(backup.path)
    try:
        backup.remove()
    except OSError:
        return False
    return True


def _name(backup: KeptBackup) -> str:
    return f"kopien af {day_text(backup.at.date(), year=True)} ({backup.path.name})"
