"""From a path and a secret to a key that fits, without touching a byte of the file."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from dagleder.base.dates import clock_digits, day_text
from dagleder.base.errors import UserProblem
from dagleder.storage.backup_shelf import BackupShelf
from dagleder.storage.connection import RawConnection, connected
from dagleder.storage.foreign import foreign
from dagleder.storage.header import HEADER_BYTES, Header, KeyKind, of_a_newer_program
from dagleder.storage.house_lock import header_held_here, lock_path
from dagleder.storage.keys import Key, key_of
from dagleder.storage.log_pages import pages_in_log
from dagleder.storage.pages import Examined, examine
from dagleder.storage.problems import NEWER, DamagedHouse, WrongSecret, is_damage
from dagleder.storage.secret import Secret

_LOOKS = 3
_PAUSE_SECONDS = 0.05
_PLAIN_SQLITE = b"SQLite format 3\0"


def find_key(path: Path, secret: Secret | None) -> Key:
    """The key of the house at `path`.

    Raises WrongSecret (nothing has been touched), DamagedHouse, or UserProblem when the file is
    missing or is something else.
    """
    held = header_held_here(path)
    header = held or read_header(path)
    if header is None:
        raise _unknown(path, secret)
    key = key_of(secret, header)
    seen = Examined(_opens(path, key), ()) if held else _examined(path, key)
    if not seen.fits and header.kind is KeyKind.PASSWORD:
        raise WrongSecret
    if seen.damaged or not seen.fits:
        raise damaged(path, secret, key if seen.fits else None)
    return key


def _unknown(path: Path, secret: Secret | None) -> UserProblem:
    """Whose beginning is no header: a damaged house where there are copies of one, else perhaps another file."""
    problem = None if BackupShelf(path).backups() else foreign(path)
    return problem or damaged(path, secret)


def _examined(path: Path, key: Key) -> Examined:
    """Where another program may be at work, a page it is writing at this moment gets a second look."""
    seen = examine(path, key, pages_in_log(path))
    for _ in range(_LOOKS - 1):
        if not (seen.fits and seen.damaged and lock_path(path).exists()):
            break
        time.sleep(_PAUSE_SECONDS)
        seen = examine(path, key, pages_in_log(path))
    return seen


def _opens(path: Path, key: Key) -> bool:
    """The same for a file this process has open, which must not be opened by any other hand than SQLite's."""
    try:
        with connected(path, key) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.Error as error:
        if is_damage(error):
            return False
        raise
    return True


def read_header(path: Path) -> Header | None:
    """The file's header; None when these bytes are not what was written. UserProblem when it is no house at all."""
    try:
        with path.open("rb") as file:
            raw = file.read(HEADER_BYTES)
    except FileNotFoundError:
        raise UserProblem(f"Filen {path.name} findes ikke.") from None
    except OSError as error:
        raise UserProblem(f"Filen {path.name} kan ikke læses. Se efter, om du må åbne den.") from error
    if raw == _PLAIN_SQLITE:
        raise UserProblem(f"Filen {path.name} er ikke et hus fra Dagleder: den er ikke beskyttet mod skader.")
    if of_a_newer_program(raw):
        raise UserProblem(NEWER)
    return Header.from_bytes(raw)


@contextmanager
def first_look(path: Path, key: Key, secret: Secret | None) -> Iterator[RawConnection]:
    """A connection that only reads, with damage told as DamagedHouse."""
    try:
        with connected(path, key) as connection:
            connection.execute("PRAGMA query_only=ON")
            yield connection
    except dbapi2.Error as error:
        if not is_damage(error):
            raise
        raise damaged(path, secret, key) from error


def damaged(path: Path, secret: Secret | None, key: Key | None = None) -> DamagedHouse:
    """The problem with the newest copy that this secret (or key) opens."""

    def key_for(header: Header) -> Key | None:
        if key is not None:
            return key if key.header == header else None
        try:
            return key_of(secret, header)
        except UserProblem:
            return None

    backup = BackupShelf(path).newest_verified(key_for)
    if backup is None:
        return DamagedHouse()
    time = clock_digits(backup.at.hour * 60 + backup.at.minute)
    return DamagedHouse(backup.path, f"{day_text(backup.at.date(), year=True)} kl. {time}")
