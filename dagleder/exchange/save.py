"""Files that leave the house: written whole beside their place, then renamed over it."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from dagleder.base.errors import UserProblem

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def save_by_rename(path: Path, content: bytes) -> None:
    """Writes a file so that either the old or the whole new one is there, also when the power goes.

    Raises UserProblem with a sentence to act on: no such folder, no leave to write, a full disk, the file
    open in another program (then `suggestion` is a free name beside it).
    """
    folder = path.parent
    beside = folder / f".dagleder-{token_hex(6)}.tmp"
    try:
        if not folder.is_dir():
            raise UserProblem(f"Mappen {folder} findes ikke. Opret den, eller vælg en anden.")
        _write(beside, content)
        _rename(beside, path)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _settle(folder)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _rename(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except PermissionError as error:
        if not path.exists():
            raise
        # Windows refuses to replace a file that a program such as Excel has open.
        free = free_name(path).name
        raise UserProblem(
            f"{path.name} er åben i et andet program. Luk den, eller gem som “{free}”.", suggestion=free
        ) from error


def free_name(path: Path) -> Path:
    """'Ferieplan (2).pdf' where 'Ferieplan.pdf' is taken; the next number that is free."""
    number = 2
    while (candidate := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return candidate


def _settle(folder: Path) -> None:
    """Makes the new name itself last, where the file system can; Windows does so by itself and opens no folders."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _problem(path: Path, error: OSError) -> UserProblem:
    if error.errno == errno.EISDIR:
        return UserProblem(f"{path} er en mappe. Skriv også et filnavn.")
    if error.errno in _FULL:
        return UserProblem(f"Der er ikke plads til {path.name}. Slet noget på drevet, eller gem et andet sted.")
    if error.errno in _FORBIDDEN:
        return UserProblem(f"Du har ikke lov til at gemme i mappen {path.parent}. Vælg en anden mappe.")
    if error.errno in {errno.ENAMETOOLONG, errno.EINVAL}:
        return UserProblem("Filnavnet kan ikke bruges. Vælg et kortere navn uden særlige tegn.")
    return UserProblem(f"{path.name} kunne ikke gemmes i {path.parent}. Prøv igen, eller vælg en anden mappe.")
