"""What can go wrong with a house, each with its sentence."""

import errno
from pathlib import Path
from typing import Any

from dagleder.base.errors import UserProblem

NEWER = "Huset er gemt af en nyere udgave af Dagleder. Opdater programmet, og åbn det så igen."
_WRONG_SECRET = "Adgangskoden passer ikke. Store og små bogstaver skal være ens."  # noqa: S105 -- a sentence
_WRITTEN_ELSEWHERE = "Huset er åbent i et andet program. Luk det der, før du ændrer noget her."
_LOCKED = "Huset er låst. Lås op, før du går videre."
_DISK_FULL = "Der er ikke plads på disken, eller den tager ikke imod. Ændringen er ikke gemt; alt fra før er uændret."
_REPLACED = "Filen er skiftet ud, mens den var åben. Luk huset og åbn det igen, så intet skrives oven i det nye."

# SQLite's primary result codes: https://sqlite.org/rescode.html
_ERROR, _BUSY, _LOCKED_TABLE, _READ_ONLY, _IO_ERROR, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_HOUSE = (
    1,
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    26,
)

_SENTENCES = {
    "database is locked": _BUSY,
    "disk I/O error": _IO_ERROR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANNOT_OPEN,
    "file is not a database": _NOT_A_HOUSE,
}


class WrongSecret(UserProblem):
    """The password or the recovery key does not open the house."""

    def __init__(self) -> None:
        super().__init__(_WRONG_SECRET, field="password")


class WrittenElsewhere(UserProblem):
    """Another program has the house open for writing."""

    def __init__(self) -> None:
        super().__init__(_WRITTEN_ELSEWHERE)


class Locked(UserProblem):
    """The window is locked: nothing is read or written until it is unlocked."""

    def __init__(self) -> None:
        super().__init__(_LOCKED)


class DiskFull(UserProblem):
    """There was no room (or the disk refused); the change was rolled back."""

    def __init__(self) -> None:
        super().__init__(_DISK_FULL)


class WriteRefused(UserProblem):
    """The system does not let her write there, however much room there is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Du må ikke gemme i mappen {folder}. Vælg en anden mappe.")


class Replaced(UserProblem):
    """A file of the same name has taken the place of the open one."""

    def __init__(self) -> None:
        super().__init__(_REPLACED)


class DamagedHouse(UserProblem):
    """A page (or the first 16 bytes) of the file is not what was written.

    `backup` is the newest copy that could be opened and counted, ready to be restored; None when there is none.
    """

    def __init__(self, backup: Path | None = None, backup_day: str = "") -> None:
        mend = f"Gendan fra kopien af {backup_day}." if backup else "Der er ingen kopi at gendanne fra her."
        super().__init__(f"Filen er beskadiget. {mend}")
        self.backup = backup


def is_damage(error: BaseException) -> bool:
    """Whether this error of the driver means that a page is not what was written."""
    # After a damaged page SQLCipher refuses to write with an error that says nothing at all.
    return _code(error) in {_CORRUPT, _NOT_A_HOUSE} or (_code(error) == _ERROR and not str(error))


def is_refused_write(error: BaseException) -> bool:
    """Whether something was written on a connection that only reads."""
    return _code(error) == _READ_ONLY


def not_written(error: OSError, target: Path) -> UserProblem:
    """The problem with a file of our own that could not be written."""
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return WriteRefused(target.parent)
    return DiskFull()


def problem_of(error: BaseException) -> UserProblem | None:
    """The sentence for an error of the driver that is not our fault (damage excepted: it needs the backups)."""
    code = _code(error)
    if code in {_FULL, _IO_ERROR}:
        return DiskFull()
    if code in {_BUSY, _LOCKED_TABLE}:
        return WrittenElsewhere()
    if code in {_CANNOT_OPEN, _READ_ONLY}:
        return UserProblem("Filen kan ikke åbnes. Se efter, om mappen stadig er der, og om du må skrive i den.")
    return None


def _code(error: BaseException) -> int | None:
    code: Any = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the driver's backup gives the sentence only
        return _SENTENCES.get(str(error))
    return int(code) & 0xFF
