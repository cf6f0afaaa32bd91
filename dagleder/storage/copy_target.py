"""Where a copy may be put: in a new file, or over an older copy of the same house."""

from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.storage.backup_shelf import file_header
from dagleder.storage.header import Header
from dagleder.storage.house_lock import is_held


def refuse_other_file(target: Path, house: Path, header: Header) -> None:
    """Raise UserProblem where a copy of `house` would take the place of anything but an older copy of it.

    Copies bear the header of their house until its password changes.
    """
    if not target.exists():
        return
    if target.is_dir():
        raise UserProblem(f"{target} er en mappe. Skriv også et filnavn.")
    if target.resolve() == house.resolve():
        raise UserProblem("Kopien kan ikke få samme navn som huset selv.")
    if is_held(target):
        raise UserProblem(f"{target.name} er et hus, der er åbent. Giv kopien et andet navn.")
    if file_header(target) != header:
        raise UserProblem(f"{target.name} findes allerede og er ikke en kopi af dette hus. Giv kopien et andet navn.")
