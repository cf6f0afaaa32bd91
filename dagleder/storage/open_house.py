"""The file of a house while it is open: its two engines, and whether it still is the same file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, QueuePool

from dagleder.base.errors import UserProblem
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.changes import Changes
from dagleder.storage.commit_count import count_commit
from dagleder.storage.connection import (
    OnDamage,
    RawConnection,
    connect,
    connected,
    make_ready,
    raw,
    reader_engine,
    told_as_problems,
    writer_engine,
)
from dagleder.storage.copying import (
    INCOMING,
    Counts,
    copy_file,
    copy_house,
    count_rows,
    remove_house,
    remove_log,
    take_over,
    unfinished,
)
from dagleder.storage.header import Header
from dagleder.storage.keys import Key
from dagleder.storage.problems import Replaced, not_written
from dagleder.storage.schema import FEATURE_TABLE_NAMES

_MANY_ROWS = 20
_MUCH = 10  # percent

# Writes a new file (its path is given) from the open house, and tells the new file's key.
Build = Callable[["OpenHouse", Path], Key]


class OpenHouse:
    """One file under one key. Replaced as a whole when the key changes or a backup is restored."""

    def __init__(self, path: Path, key: Key, on_damage: OnDamage) -> None:
        self.path = path
        self.key = key
        self.reader: Engine = reader_engine(self._connect, on_damage)
        self.writer: Engine = writer_engine(self._connect, on_damage, self._count_commit)
        self.commits = 0  # as counted in the file itself, after the newest one
        self.on_damage = on_damage
        self._stamp = _stamp(path)

    @property
    def replaced(self) -> bool:
        """Whether another file has taken the name: what we write would be lost with the old one."""
        return _stamp(self.path) != self._stamp

    def leave(self, now: datetime) -> None:
        """Close a file that has been replaced: kept as a backup, and its log must not meet the new file."""
        pool = self.writer.pool
        if isinstance(pool, QueuePool) and pool.checkedin():  # the connection that wrote still has the old file
            with suppress(UserProblem), self.writer.connect() as connection:
                copy_house(raw(connection), BackupShelf(self.path).place_for(now, Occasion.REPLACED).path, self.key)
        self.close()
        remove_log(self.path)

    @contextmanager
    def raw_reader(self) -> Iterator[RawConnection]:
        """A connection of its own in the driver's terms, for what concerns the file as a whole."""
        if self.replaced:
            raise Replaced
        with told_as_problems(self.on_damage), connected(self.path, self.key) as connection:
            connection.execute("PRAGMA query_only=ON")
            yield connection

    def _count_commit(self, connection: RawConnection) -> None:
        self.commits = count_commit(connection)

    def _connect(self) -> RawConnection:
        if self.replaced:  # a new connection would read our log into a file it does not belong to
            raise Replaced
        return connect(self.path, self.key)

    @contextmanager
    def ready_reader(self) -> Iterator[RawConnection]:
        """One of the open reading connections, for a statement of our own."""
        with told_as_problems(self.on_damage), self.reader.connect() as connection:
            yield raw(connection)

    @contextmanager
    def ready_writer(self) -> Iterator[RawConnection]:
        """The writing connection in a transaction, for statements of our own."""
        with told_as_problems(self.on_damage), self.writer.begin() as connection:
            yield raw(connection)

    def copy_to(self, target: Path, key: Key | None = None) -> Counts:
        """A verified copy of what has been saved, under the house's own key unless another is given."""
        with self.raw_reader() as source:
            return copy_house(source, target, key or self.key)

    def copy_out(self, target: Path) -> Counts:
        """The same in a place of hers. A stick or a network drive is no place for a database at work.

        It is made on the shelf, and only the finished file is brought there and compared.
        """
        work = unfinished(BackupShelf(self.path).folder / "kopi")
        try:
            counts = self.copy_to(work)
            copy_file(work, target)
        except OSError as error:
            raise not_written(error, target) from error
        finally:
            remove_house(work)
        return counts

    def key_for(self, header: Header) -> Key | None:
        """Our key, for a file with the same header; None for any other."""
        return self.key if self.key.header == header else None

    def shelves(self) -> tuple[BackupShelf, BackupShelf | None]:
        with self.raw_reader() as connection:
            row = connection.execute("SELECT backup_place FROM house").fetchone()
        return BackupShelf(self.path), BackupShelf(self.path, Path(row[0])) if row and row[0] else None

    def keep_before_mass_deletion(self, changes: Changes, now: datetime) -> None:
        """Before more than a tenth of all rows go, a verified copy of the house as it was."""
        gone = sum(change.after is None for change in changes.rows)
        if gone < _MANY_ROWS:
            return
        with self.raw_reader() as source:  # which still sees what was before
            rows = sum(count for table, count in count_rows(source).items() if table in FEATURE_TABLE_NAMES)
            if gone * 100 > _MUCH * rows:
                copy_house(source, BackupShelf(self.path).place_for(now, Occasion.DELETION).path, self.key)

    def empty_log(self) -> tuple[str, ...]:
        """Fold the log into the file and empty it; tells (in Danish) what hinders it."""
        with self.writer.connect() as connection:
            busy = raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return ("husets log, som et andet program læser i; den tømmes, når huset lukkes",) if busy else ()

    def fold(self) -> None:
        """Make the file stand alone, without a log, so that another can take its place.

        Raises WrittenElsewhere while anybody else has it open.
        """
        self.close()
        with connected(self.path, self.key) as connection:
            # Alone with the file, closing it removes the log. Leaving WAL would do so too, but writes the first page
            # under a rollback journal, which a kill leaves lying.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def give_way(self, build: Build) -> Key:
        """Let the file that `build` writes take this one's place. On any problem this one stays, and in use."""
        incoming = self.path.with_name(self.path.name + INCOMING)
        try:
            key = build(self, incoming)
            make_ready(incoming, key)
            self.fold()
            take_over(incoming, self.path)
        finally:
            remove_house(incoming)
        return key

    def close(self) -> None:
        self.reader.dispose()
        self.writer.dispose()


def _stamp(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        seen = path.stat()
        return seen.st_dev, seen.st_ino
    return None
