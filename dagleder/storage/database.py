"""The house as the rest of the program knows it: one door to read, one door to write."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug
from dagleder.storage import drafts, journal, opening, starting
from dagleder.storage.capture import Capture
from dagleder.storage.changes import Changes, HistoryStep, RowChange
from dagleder.storage.house_lock import HouseLock
from dagleder.storage.keys import Key
from dagleder.storage.open_house import OpenHouse
from dagleder.storage.problems import DamagedHouse, Locked, WrittenElsewhere
from dagleder.storage.secret import RecoveryKey, Secret

Listener = Callable[[Changes], None]


class Database:
    """One open house. Made by `create` or `open`; safe to use from several threads, one writing at a time."""

    def __init__(self, path: Path, key: Key, lock: HouseLock | None, *, clock: Clock, author: str) -> None:
        self.path = path
        self._house: OpenHouse | None = None
        self._lock = lock
        self._clock = clock
        self._author = author
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._open_step: tuple[int, str, RowChange] | None = None  # what the next edit may be joined to
        self._enter(key)

    @classmethod
    def create(cls, path: Path, *, secret: Secret | None, clock: Clock, author: str = "") -> "Database":
        """A new house; raises UserProblem where there already is a file, or a house cannot lie there."""
        key, lock = starting.create(path, secret, clock.now())
        return cls(path, key, lock, clock=clock, author=author)

    @classmethod
    def open(
        cls, path: Path, *, secret: Secret | None = None, clock: Clock, author: str = "", read_only: bool = False
    ) -> "Database":
        """Open a house that is there, brought up to date first.

        While another program has it open (or with `read_only`) everything can be read and nothing written.
        Raises WrongSecret, DamagedHouse, or UserProblem with the reason why it cannot be opened.
        """
        key, lock = starting.open_up(path, secret, clock.now(), read_only=read_only)
        return cls(path, key, lock, clock=clock, author=author)

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on one unchanging view of what has been saved; it cannot write."""
        with Session(self._open.reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def founding(self) -> Iterator[Session]:
        """The first rows of a new house: no history, no undo, and nobody is told."""
        with self._writing_turn() as house, Session(house.writer, expire_on_commit=False) as session:
            if journal.steps(session.connection(), 1):
                raise Bug("A house is founded before anything else is written in it")
            yield session
            session.commit()

    @contextmanager
    def writing(self, name: str) -> Iterator[Session]:
        """One transaction and one step of history under `name`, told to the listeners; all or nothing."""
        with self._writing_turn() as house, Session(house.writer, expire_on_commit=False) as session:
            capture = Capture(session)
            yield session
            session.flush()
            changes = Changes(name, capture.changes())
            step = self._journal(session.connection(), changes) if changes.rows else self._open_step
            session.commit()
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
        with self._writing_turn() as house, house.writer.begin() as connection:
            changes = move(connection)
        self._open_step = None
        self._tell(changes)
        return changes

    def undo_name(self) -> str | None:
        with self._open.reader.connect() as connection:
            return journal.undo_name(connection)

    def redo_name(self) -> str | None:
        with self._open.reader.connect() as connection:
            return journal.redo_name(connection)

    def history(self, limit: int | None = None) -> list[HistoryStep]:
        """What has been done, newest first."""
        with self._open.reader.connect() as connection:
            return journal.steps(connection, limit)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit, in the thread that wrote; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changes: Changes) -> None:
        if changes.rows:
            for listener in tuple(self._listeners):
                listener(changes)

    def keep_draft(self, place: str, text: str) -> None:
        """Keep text in the making, outside history and undo."""
        with self._writing_turn() as house, house.writer.begin() as connection:
            drafts.keep(connection, place, text)

    def drafts(self) -> dict[str, str]:
        """The texts that were in the making, by place."""
        with self._open.reader.connect() as connection:
            return drafts.kept(connection)

    def drop_draft(self, place: str) -> None:
        with self._writing_turn() as house, house.writer.begin() as connection:
            drafts.drop(connection, place)

    @contextmanager
    def _writing_turn(self) -> Iterator[OpenHouse]:
        if self._writing_thread == threading.get_ident():
            raise Bug("A writing inside a writing")
        with self._turn:
            house = self._open
            if self.read_only:
                raise WrittenElsewhere
            house.refuse_replaced()
            self._writing_thread = threading.get_ident()
            try:
                yield house
            finally:
                self._writing_thread = None

    @property
    def _open(self) -> OpenHouse:
        if self._house is None:
            raise Locked
        return self._house

    def _enter(self, key: Key) -> None:
        def on_damage() -> DamagedHouse:
            return opening.damaged(self.path, None, key)

        self._house = OpenHouse(self.path, key, on_damage)

    @property
    def recovery_key(self) -> RecoveryKey | None:
        """What is printed for the safe; None for a house without a password."""
        return self._open.key.recovery

    @property
    def locked(self) -> bool:
        return self._house is None

    def lock(self) -> None:
        """Close the file and forget its key; everything but `unlock` and `close` raises Locked from now on."""
        if self._open.key.recovery is None:
            raise Bug("Without a password there is nothing to lock")
        with self._turn:
            self._open.close()
            self._house = None

    def unlock(self, secret: Secret) -> None:
        """Open the file again; raises WrongSecret, and the house stays locked."""
        if self._house is None:
            self._enter(starting.unlock(self.path, secret))

    def close(self) -> None:
        """Close the file; the last one to close it folds everything into the one file."""
        if self._house is not None:
            self._house.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


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
