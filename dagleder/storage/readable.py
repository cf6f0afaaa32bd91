"""What can be asked of an open house, by whoever has it open for writing or only for reading."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from dagleder.base.findings import Finding, Level
from dagleder.storage import checks, commit_count, drafts, facts, journal
from dagleder.storage.backup_shelf import BackupShelf, KeptBackup
from dagleder.storage.changes import HistoryStep, Pointer, Recorded, RecordedAbout
from dagleder.storage.connection import RawConnection
from dagleder.storage.copy_target import refuse_other_file
from dagleder.storage.copying import Counts, count_rows
from dagleder.storage.header import Header, KeyKind
from dagleder.storage.keys import Key
from dagleder.storage.open_house import OpenHouse
from dagleder.storage.problems import DamagedHouse, Locked
from dagleder.storage.reading import ReadingSession
from dagleder.storage.secret import RecoveryKey

T = TypeVar("T")
REMEMBERED = "remembered: "  # keeps the names apart from storage's own facts


class Readable:
    """The questions; `dagleder.storage.database.Database` is the house itself."""

    _house: OpenHouse | None  # None while the window is locked

    @property
    def locked(self) -> bool:
        return self._house is None

    @property
    def has_password(self) -> bool:
        return self._open.key.header.kind is KeyKind.PASSWORD

    @property
    def key_name(self) -> str:
        """What the present key is known by: another one after each change of the password. It opens nothing."""
        return self._open.key.header.to_bytes().hex()

    @property
    def recovery_key(self) -> RecoveryKey | None:
        """What is printed for the safe; None for a house without a password."""
        return self._open.key.recovery

    def reading(self) -> AbstractContextManager[Session]:
        """A session on one unchanging view of what has been saved; it cannot write."""
        return ReadingSession(self._open.reader)

    def undo_name(self) -> str | None:
        return self._asked(journal.undo_name)

    def redo_name(self) -> str | None:
        return self._asked(journal.redo_name)

    def history(self, limit: int | None = None) -> list[HistoryStep]:
        """What has been done, newest first."""
        return self._asked(lambda connection: journal.steps(connection, limit))

    def recorded_about(self, table: str, row_id: int, pointers: Iterable[Pointer]) -> RecordedAbout:
        """Everything the history holds of a row and of those that ever belonged to it.

        `pointers` tell how; those to a table come before those from it.
        """
        return self._asked(lambda connection: journal.recorded_about(connection, (table, row_id), pointers))

    def newest_recorded(self, tables: Iterable[str]) -> list[Recorded]:
        """Of each row in these tables its newest change that holds, oldest first: costs as many as are given."""
        return self._asked(lambda connection: journal.newest_recorded(connection, tables))

    def commits(self) -> int:
        """How often the house has been written to: it tells whether another program has done so since."""
        return self._asked(commit_count.commits)

    def remembered(self, name: str) -> str | None:
        return self._asked(lambda connection: facts.read(connection, REMEMBERED + name))

    def drafts(self) -> dict[str, str]:
        """The texts that were in the making, by place."""
        return self._asked(drafts.kept)

    def _asked(self, question: Callable[[RawConnection], T]) -> T:
        with self._open.ready_reader() as connection:
            return question(connection)

    def check(self) -> list[Finding]:
        """Everything that is wrong with the file, gravest first; an empty list is a whole house."""
        try:
            with self._open.raw_reader() as connection:
                return checks.check(connection)
        except DamagedHouse as damage:
            return [Finding(Level.MUST, "Filen", damage.sentence)]

    def counts(self) -> Counts:
        """The rows of each table."""
        with self._open.raw_reader() as connection:
            return count_rows(connection)

    def copy_to(self, target: Path) -> Counts:
        """A verified copy of what has been saved at `target`: a house with the same password.

        It takes the place of an older copy of this house, and of nothing else. Raises UserProblem.
        """
        house = self._open
        refuse_other_file(target, house.path, house.key.header)
        return house.copy_out(target)

    def copy_to_shelf(self, backup: KeptBackup) -> Counts:
        """A verified copy under a free name on the shelf."""
        return self._open.copy_to(backup.path)

    def key_for(self, header: Header) -> Key | None:
        """The house's key, for a file with the same header; None for any other."""
        return self._open.key_for(header)

    def shelves(self) -> tuple[BackupShelf, BackupShelf | None]:
        """Where the house's own copies lie: on this computer, and in the leader's second place."""
        return self._open.shelves()

    @property
    def _open(self) -> OpenHouse:
        if self._house is None:
            raise Locked
        return self._house
