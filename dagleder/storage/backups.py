"""Backups: on demand, at close, and after every 30 minutes of work; each verified before it counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.storage.backup_rewrite import finish_interrupted
from dagleder.storage.backup_shelf import BackupShelf, InspectedBackup, KeptBackup, Occasion, file_header
from dagleder.storage.changes import Changes
from dagleder.storage.copying import Counts, copy_file
from dagleder.storage.database import Database

WORK_BETWEEN = timedelta(minutes=30)
MUCH = 20  # rows in one step: a list that was read in, a year of meetings


@dataclass(frozen=True, slots=True)
class BackupReceipt:
    """A copy that was opened and counted; `elsewhere` is its twin in the second place.

    `problem` is the sentence to show when there is a second place and it could not be reached.
    """

    backup: KeptBackup
    rows: int
    elsewhere: Path | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder she gave for a further copy, and when the newest copy in it was made."""

    folder: Path
    reached: bool
    newest: datetime | None = None


def make_backup(database: Database, out: Path) -> Counts:
    """A verified copy at `out`, which is a house with the same password; gives the rows per table."""
    if not out.parent.is_dir():
        raise UserProblem(f"Mappen {out.parent} findes ikke.")
    return database.copy_to(out)


def keep_backup(database: Database, at: datetime, occasion: Occasion = Occasion.WORK) -> BackupReceipt:
    """A verified copy on the house's own shelf and in the second place, after which old ones are let go.

    Not after one that is made before something big: what is about to be restored may be among the old ones.
    """
    shelf, second = database.shelves()
    backup = shelf.place_for(at, occasion)
    rows = sum(database.copy_to_shelf(backup).values())
    if occasion is Occasion.WORK:
        shelf.rotate()
    if second is None:
        return BackupReceipt(backup, rows)
    try:
        elsewhere = _copy_elsewhere(backup, second)
    except (OSError, UserProblem):
        return BackupReceipt(
            backup, rows, problem=f"Kopien kunne ikke lægges i {second.folder.parent}. Er drevet tilsluttet?"
        )
    return BackupReceipt(backup, rows, elsewhere)


def kept_backups(database: Database) -> list[InspectedBackup]:
    """Every copy on this computer, opened and counted, newest first; slow enough to be background work."""
    shelf, _ = database.shelves()
    return shelf.inspected(database.key_for)


def remove_backup(backup: KeptBackup) -> None:
    """Throw a copy away, as she asked for one that cannot be opened."""
    try:
        backup.remove()
    except OSError as error:
        raise UserProblem(f"Kopien {backup.path.name} kunne ikke fjernes. Er den åben et andet sted?") from error


def newest_elsewhere(database: Database) -> SecondPlace | None:
    """How the second place stands; None where she has given none. May wait for a drive: background work."""
    _, second = database.shelves()
    if second is None:
        return None
    folder = second.folder.parent
    if not folder.is_dir():
        return SecondPlace(folder, reached=False)
    newest = next(iter(second.backups()), None)
    return SecondPlace(folder, reached=True, newest=newest.at if newest else None)


def _copy_elsewhere(backup: KeptBackup, shelf: BackupShelf) -> Path:
    """Copied only now that it is verified: a network drive is no place for a database at work."""
    if not shelf.folder.parent.is_dir():
        raise FileNotFoundError(shelf.folder.parent)
    shelf.folder.mkdir(exist_ok=True)
    if header := file_header(backup.path):
        finish_interrupted(shelf, header)  # from when the place was away
    target = shelf.folder / backup.path.name
    copy_file(backup.path, target)
    if backup.occasion is Occasion.WORK:
        shelf.rotate()
    return target


def _uncopied_since(database: Database) -> datetime | None:
    """When the newest step was done, if it is in no copy: the program was killed, or closed while it was locked."""
    newest = next(iter(database.history(1)), None)
    if newest is None:
        return None
    shelf, _ = database.shelves()
    copied = max((copy.at for copy in shelf.backups() if copy.is_copy), default=datetime.min)  # noqa: DTZ901 -- the house has one wall clock
    return newest.at if newest.at.replace(microsecond=0) > copied else None


class BackupKeeper:
    """Knows when a copy is due. The window asks it every minute and calls `keep` in the background."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._copied = 0
        self._much = 0  # the last change of many rows, counted as they are
        left = _uncopied_since(database)
        self._changes = 0 if left is None else 1
        self._first_uncopied = left or clock.now()
        self._stop = database.subscribe(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not self.behind:
            self._first_uncopied = self._clock.now()
        self._changes += 1
        if len(changes.rows) >= MUCH:
            self._much = self._changes

    @property
    def behind(self) -> bool:
        """Whether anything has been changed that is in no copy."""
        return self._changes > self._copied

    @property
    def due(self) -> bool:
        """Whether the oldest change without a copy is 30 minutes old, or much was changed at once."""
        waited = self.behind and self._clock.now() - self._first_uncopied >= WORK_BETWEEN
        return waited or self._much > self._copied

    def keep(self) -> BackupReceipt:
        """Make a copy now. A change made meanwhile counts as not yet copied."""
        began, changes = self._clock.now(), self._changes
        receipt = keep_backup(self._database, began)
        self._copied, self._first_uncopied = changes, began
        return receipt

    def close(self) -> BackupReceipt | None:
        """The copy at close, before the house is closed; None when nothing has changed since the last."""
        self._stop()
        if not self.behind or self._database.read_only or self._database.locked:
            return None
        return self.keep()
