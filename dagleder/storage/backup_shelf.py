"""Where the copies of one house lie: on this computer, and in a second place when she gives one."""

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from dagleder.base import paths
from dagleder.storage.copying import Counts, verified_counts
from dagleder.storage.header import HEADER_BYTES, Header
from dagleder.storage.keys import Key
from dagleder.storage.rotation import worth_keeping

_MOMENT = "%Y-%m-%d %H.%M.%S"
_KEPT_ASIDE = timedelta(days=30)
KeyFor = Callable[[Header], Key | None]


class Occasion(StrEnum):
    """Why a copy was made; those made before something big are left alone by the rotation for 30 days."""

    WORK = ""
    UPDATE = " før opdatering"
    RESTORE = " før gendannelse"
    DELETION = " før sletning"
    REPLACED = " før udskiftning"  # what was open when another file took its name
    DAMAGED = " beskadiget"  # not a copy at all: set aside when a copy took its place


_NAME = re.compile(rf".* (\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d)({'|'.join(Occasion)})\.dagleder")


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A copy that was verified when it was made (or the damaged file that another took the place of)."""

    path: Path
    at: datetime
    occasion: Occasion

    @property
    def is_copy(self) -> bool:
        """False for a damaged file: it takes no copy's place in the rotation, and holds nothing to be sure of."""
        return self.occasion is not Occasion.DAMAGED

    @property
    def log(self) -> Path:
        """The log of a damaged file, under a name that keeps it from being read into anything."""
        return self.path.with_suffix(".log")

    def remove(self) -> None:
        """Raises OSError when the file is in use or out of reach."""
        self.path.unlink(missing_ok=True)
        self.log.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class InspectedBackup:
    """A copy as it is today; `rows` is None when it cannot be opened."""

    backup: KeptBackup
    rows: int | None

    @property
    def state(self) -> str:
        return "åbnet og talt" if self.rows is not None else "kan ikke åbnes"


class BackupShelf:
    """The copies of the house at `house`, newest first."""

    def __init__(self, house: Path, parent: Path | None = None) -> None:
        self._house = house
        # By path: two copies of one house that live side by side must not rotate each other's backups away.
        mark = hashlib.sha256(str(house.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        self.folder = (parent or paths.backups_folder()) / f"{house.stem} {mark}"

    def backups(self) -> list[KeptBackup]:
        found = []
        for path in self.folder.glob("*.dagleder"):
            match = _NAME.fullmatch(path.name)
            with suppress(ValueError):
                if match:
                    at = datetime.strptime(match[1], _MOMENT)  # noqa: DTZ007 -- the house has one wall clock
                    found.append(KeptBackup(path, at, Occasion(match[2])))
        return sorted(found, key=lambda backup: backup.at, reverse=True)

    def place_for(self, at: datetime, occasion: Occasion) -> KeptBackup:
        """A free name for a copy made now (the next free second when there already is one)."""
        while (path := self._path(at, occasion)).exists():
            at += timedelta(seconds=1)
        return KeptBackup(path, at.replace(microsecond=0), occasion)

    def _path(self, at: datetime, occasion: Occasion) -> Path:
        return self.folder / f"{self._house.stem} {at.strftime(_MOMENT)}{occasion}.dagleder"

    def inspected(self, key_for: KeyFor) -> list[InspectedBackup]:
        """Every copy opened and counted, also those that cannot be: none is hidden."""
        return [InspectedBackup(backup, _rows(backup_counts(backup.path, key_for))) for backup in self.backups()]

    def newest_verified(self, key_for: KeyFor) -> KeptBackup | None:
        return next((backup for backup in self.backups() if backup_counts(backup.path, key_for) is not None), None)

    def rotate(self) -> None:
        """Remove what is past its time. Called right after a verified copy was made, which is the newest and stays."""
        backups = self.backups()
        if not backups:
            return
        kept = worth_keeping(backup.at for backup in backups if backup.is_copy)
        aside_until = backups[0].at - _KEPT_ASIDE
        for backup in backups:
            aside = backup.occasion is not Occasion.WORK and backup.at > aside_until
            if not aside and not (backup.is_copy and backup.at in kept):
                with suppress(OSError):
                    backup.remove()


def backup_counts(path: Path, key_for: KeyFor) -> Counts | None:
    """The rows per table of a copy; None when it cannot be opened with what there is, or anything in it is wrong."""
    header = file_header(path)
    key = key_for(header) if header else None
    return verified_counts(path, key) if key else None


def file_header(path: Path) -> Header | None:
    """The header of a copy; None when it cannot be read or is not one."""
    try:
        with path.open("rb") as file:
            return Header.from_bytes(file.read(HEADER_BYTES))
    except OSError:
        return None


def _rows(counts: Counts | None) -> int | None:
    return None if counts is None else sum(counts.values())
