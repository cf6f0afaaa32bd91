"""The only place that knows the driver: connections with the right key and pragmas, and engines over them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from dagleder.base.errors import Bug
from dagleder.storage.header import Header

_WAIT_SECONDS = 5.0
_READERS = 4


@dataclass(frozen=True, slots=True)
class Key:
    """A file's key and the header that is its salt."""

    raw: bytes
    header: Header

    def pragma(self) -> str:
        return f"PRAGMA key=\"x'{self.raw.hex()}{self.header.to_bytes().hex()}'\""

    def __repr__(self) -> str:
        return "Key(…)"


def connect(path: Path, key: Key, *, foreign_keys: bool = True) -> Any:
    """A connection in the driver's own terms; a wrong key shows at the first read."""
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=_WAIT_SECONDS)
    connection.execute(key.pragma())
    if not connection.execute("PRAGMA cipher_version").fetchone():
        connection.close()
        raise Bug("The driver does not encrypt")
    for pragma in (
        "cipher_log_level=NONE",
        "journal_mode=WAL",
        "synchronous=FULL",
        f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def writer_engine(path: Path, key: Key) -> Engine:
    """The one connection that writes; each transaction takes the write lock at once."""
    engine = _engine(lambda: connect(path, key), 1)
    event.listen(engine, "begin", _begin_writing)
    return engine


def reader_engine(path: Path, key: Key) -> Engine:
    """Connections that cannot write, each session with one unchanging view."""

    def reader() -> Any:
        connection = connect(path, key)
        connection.execute("PRAGMA query_only=ON")
        return connection

    engine = _engine(reader, _READERS)
    event.listen(engine, "begin", _begin_reading)
    return engine


def _engine(creator: Callable[[], Any], size: int) -> Engine:
    return create_engine(
        "sqlite://", module=dbapi2, creator=creator, poolclass=QueuePool, pool_size=size, max_overflow=0
    )


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    # Without Relationship the flush order knows nothing of foreign keys: look at them when the transaction ends.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
