"""One writer per house: a lock file beside it.

Never a lock on the house itself: closing any handle on it would drop SQLite's own. The system frees the
lock when its owner is gone, however it went, so a stale file or a process number used again cannot
keep the leader out. What stands in the file tells whose it is.
"""

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.storage.header import Header
from dagleder.storage.problems import DiskFull

_TEXT_BYTES = 1024
_COUNT_BYTES = 20
_LOCKED_BYTE = 1 << 20  # beyond the text, so that Windows lets others read it while the lock is held
_ON_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the house open for writing."""

    host: str
    pid: int
    started: str  # ISO, by the owner's clock
    header: str  # the house's first 16 bytes in hex, see `header_held_here`
    file: int  # which file it is (its inode): a log that was left belongs to no other

    @classmethod
    def this(cls, house: Path, started: str, header: Header) -> "Owner":
        file = house.stat().st_ino if house.exists() else 0
        return cls(socket.gethostname(), os.getpid(), started, header.to_bytes().hex(), file)

    @property
    def is_this_process(self) -> bool:
        return (self.host, self.pid) == (socket.gethostname(), os.getpid())


class HouseLock:
    """The lock on one house, held until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self.left = _read(handle)  # the mark of a program that was killed
        self.left_commits = _read_count(handle)  # how many commits it knew to be safe
        self._path = path
        self._handle = handle

    @classmethod
    def take(cls, house: Path, owner: Owner) -> "HouseLock | None":
        """The lock, or None while another program (or an earlier opening in this one) holds it.

        Raises UserProblem when another computer left its mark there: nobody can see from here whether it is alive.
        """
        path = lock_path(house)
        handle = _locked_handle(path)
        if handle is None:
            return None
        lock = cls(path, handle)
        if lock.left is not None and lock.left.host != owner.host:
            os.close(handle)
            raise UserProblem(
                f"Huset er åbent på computeren {lock.left.host}. Er det ikke det, "
                f"så slet filen {path.name} og prøv igen."
            )
        try:
            lock.tell(owner)
        except OSError as error:
            lock.release()
            raise DiskFull from error
        return lock

    def tell(self, owner: Owner) -> None:
        """Write whose lock it is."""
        _write(self._handle, 0, json.dumps(asdict(owner)).encode().ljust(_TEXT_BYTES, b"\0"))

    def note(self, commits: int) -> None:
        """Note that so many commits are safe on the disk: who opens the house after us will miss any that is not."""
        with suppress(OSError):  # on a full disk the older number stands, which claims less
            _write(self._handle, _TEXT_BYTES, b"%0*d" % (_COUNT_BYTES, commits))

    def release(self) -> None:
        if not _ON_WINDOWS:  # removed while held, or it could be the next owner's
            self._path.unlink(missing_ok=True)
        os.close(self._handle)
        if _ON_WINDOWS:  # where a file in use cannot be removed anyway
            with suppress(OSError):
                self._path.unlink()


def lock_path(house: Path) -> Path:
    return house.with_name(house.name + ".lock")


def is_held(house: Path) -> bool:
    """Whether any program has the house open for writing. Never asked by the program that has."""
    try:
        handle = os.open(lock_path(house), os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


def header_held_here(house: Path) -> Header | None:
    """The header of a house this very process has open for writing.

    Opening the file itself to read it, and closing it again, would drop SQLite's locks on it.
    """
    try:
        handle = os.open(lock_path(house), os.O_RDWR)
    except OSError:
        return None
    try:
        owner = _read(handle)
        # Tried only where it is ours by its text: to hold it for a moment would make another program read-only.
        held = owner is not None and owner.is_this_process and not _lock(handle)
    finally:
        os.close(handle)
    return Header.from_bytes(bytes.fromhex(owner.header)) if owner and held else None


def _locked_handle(path: Path) -> int | None:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise UserProblem(
                f"Dagleder kan ikke skrive i mappen {path.parent}. Flyt huset til en anden mappe."
            ) from error
        if not _lock(handle):
            os.close(handle)
            return None
        with suppress(OSError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)  # the owner before us removed the file in between


def _read(handle: int) -> Owner | None:
    os.lseek(handle, 0, os.SEEK_SET)
    with suppress(ValueError, TypeError):  # half written, or not ours
        return Owner(**json.loads(os.read(handle, _TEXT_BYTES).rstrip(b"\0")))
    return None


def _read_count(handle: int) -> int:
    os.lseek(handle, _TEXT_BYTES, os.SEEK_SET)
    count = os.read(handle, _COUNT_BYTES)
    return int(count) if len(count) == _COUNT_BYTES and count.isdigit() else 0


def _write(handle: int, at: int, text: bytes) -> None:
    os.lseek(handle, at, os.SEEK_SET)
    os.write(handle, text)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise UserProblem("Mappen er ikke til at låse filer i. Flyt huset til computerens egen disk.") from error
        return True
