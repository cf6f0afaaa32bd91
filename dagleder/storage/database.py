"""The house as the rest of the program knows it: one door to read, one door to write."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlmodel import Session, SQLModel

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug, UserProblem
from dagleder.storage import journal
from dagleder.storage.capture import Capture
from dagleder.storage.changes import Changes, HistoryStep, RowChange
from dagleder.storage.connection import Key, reader_engine, writer_engine
from dagleder.storage.header import HEADER_BYTES, Header, KeyKind
from dagleder.storage.journal_tables import STORAGE_METADATA
from dagleder.storage.keys import OPEN_COST, OPEN_KEY, calibrated_cost, password_key
from dagleder.storage.problems import DamagedHouse, WrittenElsewhere
from dagleder.storage.secret import Password, Secret

Listener = Callable[[Changes], None]


class Database:
    """One open house. Made by `create` or `open`; safe to use from several threads, one writing at a time."""

    def __init__(self, path: Path, key: Key, *, clock: Clock, author: str, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._clock = clock
        self._author = author
        self._reader: Engine = reader_engine(path, key)
        self._writer: Engine = writer_engine(path, key)
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._open_step: tuple[int, str, RowChange] | None = None  # what the next edit may be joined to

    @classmethod
    def create(cls, path: Path, *, secret: Secret | None, clock: Clock, author: str = "") -> "Database":
        """A new house; raises UserProblem where there already is a file."""
        if path.exists():
            raise UserProblem(f"Der ligger allerede en fil ved navn {path.name}. Vælg et andet navn.")
        if secret is None:
            key = Key(OPEN_KEY, Header.fresh(KeyKind.OPEN, OPEN_COST))
        elif isinstance(secret, Password):
            header = Header.fresh(KeyKind.PASSWORD, calibrated_cost())
            key = Key(password_key(secret.text, header), header)
        else:
            raise Bug("A new house is made with a password or without")
        database = cls(path, key, clock=clock, author=author, read_only=False)
        with database._writer.begin() as connection:
            SQLModel.metadata.create_all(connection)
            STORAGE_METADATA.create_all(connection)
        return database

    @classmethod
    def open(
        cls, path: Path, *, secret: Secret | None = None, clock: Clock, author: str = "", read_only: bool = False
    ) -> "Database":
        """Open a house that is there; raises UserProblem with the reason when it cannot be opened."""
        if not path.is_file():
            raise UserProblem(f"Filen {path.name} findes ikke.")
        with path.open("rb") as file:
            header = Header.from_bytes(file.read(HEADER_BYTES))
        if header is None:
            raise DamagedHouse
        raw = password_key(secret.text, header) if isinstance(secret, Password) else OPEN_KEY
        return cls(path, Key(raw, header), clock=clock, author=author, read_only=read_only)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one unchanging view of what has been saved; it cannot write."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def founding(self) -> Iterator[Session]:
        """The first rows of a new house: no history, no undo, and nobody is told."""
        with self._writing_turn(), Session(self._writer, expire_on_commit=False) as session:
            if journal.steps(session.connection(), 1):
                raise Bug("A house is founded before anything else is written in it")
            yield session
            session.commit()

    @contextmanager
    def writing(self, name: str) -> Iterator[Session]:
        """One transaction and one step of history under `name`, told to the listeners; all or nothing."""
        changes = Changes(name, ())
        with self._writing_turn(), Session(self._writer, expire_on_commit=False) as session:
            capture = Capture(session)
            yield session
            session.flush()
            changes = Changes(name, capture.changes())
            if changes.rows:
                step = self._journal(session.connection(), changes)
            session.commit()
            if changes.rows:
                self._open_step = step
        self._tell(changes)

    def _journal(self, connection: Connection, changes: Changes) -> tuple[int, str, RowChange] | None:
        """Record the step, or join it to the one before. Gives what a next edit may be joined to."""
        now = self._clock.now()
        edit = _single_edit(changes)
        if edit and self._open_step and _same_field(self._open_step, changes.name, edit):
            step = self._open_step[0]
            return (step, changes.name, edit) if journal.extend(connection, step, now, edit) else None
        step = journal.record(connection, at=now, by=self._author, changes=changes)
        return (step, changes.name, edit) if edit else None

    def end_visit(self) -> None:
        """The leader has left the page: what comes next is a step of its own, even in the same field."""
        self._open_step = None

    def undo(self) -> Changes:
        """Take the newest step back; UserProblem when there is none or it cannot be taken back."""
        return self._replay(journal.undo)

    def redo(self) -> Changes:
        """Do the step undone last once more; UserProblem when there is none."""
        return self._replay(journal.redo)

    def _replay(self, move: Callable[[Connection], Changes]) -> Changes:
        with self._writing_turn(), self._writer.begin() as connection:
            changes = move(connection)
        self._open_step = None
        self._tell(changes)
        return changes

    def undo_name(self) -> str | None:
        with self._reader.connect() as connection:
            return journal.undo_name(connection)

    def redo_name(self) -> str | None:
        with self._reader.connect() as connection:
            return journal.redo_name(connection)

    def history(self, limit: int | None = None) -> list[HistoryStep]:
        """What has been done, newest first."""
        with self._reader.connect() as connection:
            return journal.steps(connection, limit)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit, in the thread that wrote; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changes: Changes) -> None:
        if changes.rows:
            for listener in tuple(self._listeners):
                listener(changes)

    @contextmanager
    def _writing_turn(self) -> Iterator[None]:
        if self.read_only:
            raise WrittenElsewhere
        if self._writing_thread == threading.get_ident():
            raise Bug("A writing inside a writing")
        with self._turn:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def close(self) -> None:
        """Close the file; the last one to close it folds everything into the one file."""
        self._reader.dispose()
        self._writer.dispose()


def _single_edit(changes: Changes) -> RowChange | None:
    """The one edited row of the step, when it is no more than that."""
    if len(changes.rows) != 1:
        return None
    (row,) = changes.rows
    return row if row.before is not None and row.after is not None else None


def _same_field(kept: tuple[int, str, RowChange], name: str, edit: RowChange) -> bool:
    _, kept_name, kept_edit = kept
    same_row = (kept_edit.table, kept_edit.row_id) == (edit.table, edit.row_id)
    return same_row and kept_name == name and kept_edit.fields() == edit.fields()
