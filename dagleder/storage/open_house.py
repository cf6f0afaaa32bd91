"""The file of a house while it is open: its two engines, and whether it still is the same file."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from dagleder.base.errors import UserProblem
from dagleder.storage.connection import connected, reader_engine, writer_engine
from dagleder.storage.copying import Counts, copy_house
from dagleder.storage.keys import Key
from dagleder.storage.problems import Replaced

_Stamp = tuple[int, int]


class OpenHouse:
    """One file under one key. Replaced as a whole when the key changes or a backup is restored."""

    def __init__(self, path: Path, key: Key, on_damage: Callable[[], UserProblem]) -> None:
        self.path = path
        self.key = key
        self.reader: Engine = reader_engine(path, key, on_damage)
        self.writer: Engine = writer_engine(path, key, on_damage)
        self._stamp = _stamp(path)

    def refuse_replaced(self) -> None:
        """Raise Replaced when another file has taken the name: what we write would be lost with the old one."""
        if _stamp(self.path) != self._stamp:
            raise Replaced

    def copy_to(self, target: Path, key: Key | None = None) -> Counts:
        """A verified copy of what has been saved, under the house's own key unless another is given."""
        with connected(self.path, self.key) as source:
            return copy_house(source, target, key or self.key)

    def checkpoint(self) -> bool:
        """Fold the log into the file and empty it. False while somebody still reads from the log."""
        with self.writer.connect() as connection:
            busy: int = connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def fold(self) -> None:
        """Make the file stand alone, without a log, so that another can take its place.

        Raises WrittenElsewhere while anybody else has it open.
        """
        self.close()
        with connected(self.path, self.key) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")

    def close(self) -> None:
        self.reader.dispose()
        self.writer.dispose()


def _stamp(path: Path) -> _Stamp | None:
    with suppress(OSError):
        seen = path.stat()
        return seen.st_dev, seen.st_ino
    return None
