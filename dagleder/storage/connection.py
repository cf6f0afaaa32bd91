"""The only place that knows the driver: connections with the right key and pragmas, and engines over them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from dagleder.base.errors import Bug, UserProblem
from dagleder.storage.keys import Key
from dagleder.storage.problems import DamagedHouse, is_damage, is_refused_write, problem_of

# Before 3.51.3 SQLite could lose a checkpoint's pages (the WAL-reset bug).
_OLDEST_SQLITE = (3, 51, 3)
_WAIT_SECONDS = 5.0
_READERS = 8

RawConnection = Any  # the driver ships no types
OnDamage = Callable[[], UserProblem]
Connect = Callable[[], RawConnection]


def connect(path: Path, key: Key) -> RawConnection:
    """A connection in the driver's own terms that neither has read nor written yet.

    The file must be there (an empty one for a new house): opening never makes one.
    """
    if not path.is_file():
        raise UserProblem(f"Filen {path.name} findes ikke.")
    if dbapi2.sqlite_version_info < _OLDEST_SQLITE:
        raise Bug(f"SQLite {dbapi2.sqlite_version} is too old to be trusted with a house")
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=_WAIT_SECONDS)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.raw.hex()}{key.header.to_bytes().hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        connection.close()
        raise Bug("The driver does not encrypt")
    connection.execute("PRAGMA secure_delete=ON")
    return connection


@contextmanager
def connected(path: Path, key: Key) -> Iterator[RawConnection]:
    """A connection for one task, with the driver's errors told as problems (damage as the driver's own error)."""
    with closing(connect(path, key)) as connection, told_as_problems(None):
        yield connection


def make_ready(copy: Path, key: Key) -> None:
    """Give a copy (one file, no log) the form a house at work has, before it takes a house's place.

    The first to open it would do so otherwise, under a rollback journal beside the house.
    """
    with connected(copy, key) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


@contextmanager
def told_as_problems(on_damage: OnDamage | None) -> Iterator[None]:
    """The driver's own errors inside, told as problems; damage too when there is something to say about it."""
    try:
        yield
    except dbapi2.Error as error:
        problem = on_damage() if on_damage and is_damage(error) else problem_of(error)
        if problem is None:
            raise
        raise problem from error


def damage_found() -> Exception:
    """The driver's own error for damage, for what it does not find itself."""
    error: Exception = dbapi2.DatabaseError("database disk image is malformed")
    return error


def writer_engine(new: Connect, on_damage: OnDamage, on_commit: Callable[[RawConnection], None]) -> Engine:
    """The one connection that writes and checkpoints; each transaction takes the write lock at once.

    `on_commit` is called as the last thing inside each transaction.
    """
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
    engine = _engine(_with_pragmas(new, pragmas), 1, _teller(on_damage))
    event.listen(engine, "begin", _begin_writing)
    event.listen(engine, "commit", lambda connection: on_commit(raw(connection)))
    return engine


def migration_engine(path: Path, key: Key) -> Engine:
    """One connection without foreign keys: they must be off before the transaction begins."""
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF")
    engine = _engine(_with_pragmas(lambda: connect(path, key), pragmas), 1, _teller(DamagedHouse))
    event.listen(engine, "begin", _begin_writing)
    return engine


def reader_engine(new: Connect, on_damage: OnDamage) -> Engine:
    """Connections that cannot write, each session with one unchanging view."""

    def tell(context: ExceptionContext) -> None:
        if is_refused_write(context.original_exception):
            raise Bug("A reading session cannot write") from context.original_exception

    engine = _engine(_with_pragmas(new, ("query_only=ON",)), _READERS, tell)
    event.listen(engine, "handle_error", _teller(on_damage))
    event.listen(engine, "begin", _begin_reading)
    return engine


def _engine(creator: Connect, size: int, tell: Callable[[ExceptionContext], None]) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "handle_error", tell)
    return engine


def _with_pragmas(new: Connect, pragmas: Iterable[str]) -> Connect:
    def connection() -> RawConnection:
        made = new()
        try:
            for pragma in pragmas:
                made.execute(f"PRAGMA {pragma}")
        except BaseException:
            made.close()  # a handle left open would keep the file from being put right (Windows)
            raise
        return made

    return connection


def _teller(on_damage: OnDamage) -> Callable[[ExceptionContext], None]:
    def tell(context: ExceptionContext) -> None:
        with told_as_problems(on_damage):
            raise context.original_exception

    return tell


def raw(connection: Connection) -> RawConnection:
    """The driver's connection under SQLAlchemy's: ten times quicker for a plain statement."""
    return connection.connection.driver_connection


def _begin_writing(connection: Connection) -> None:
    raw(connection).execute("BEGIN IMMEDIATE")
    # Without Relationship the flush order knows nothing of foreign keys: look at them when the transaction ends.
    raw(connection).execute("PRAGMA defer_foreign_keys=ON")


def _begin_reading(connection: Connection) -> None:
    raw(connection).execute("BEGIN")
