"""The house as the rest of the program knows it: one door to read, one door to write."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug
from dagleder.storage import drafts, facts, journal, opening, starting
from dagleder.storage.capture import CapturingSession
from dagleder.storage.changes import Changes
from dagleder.storage.connection import RawConnection, raw, told_as_problems
from dagleder.storage.erasing import Erasure
from dagleder.storage.house_lock import Owner
from dagleder.storage.keys import Key
from dagleder.storage.open_house import Build, OpenHouse
from dagleder.storage.problems import Replaced, WrittenElsewhere
from dagleder.storage.readable import REMEMBERED, Readable
from dagleder.storage.schema import FEATURE_TABLE_NAMES
from dagleder.storage.secret import Secret
from dagleder.storage.starting import Start
from dagleder.storage.steps import Steps

Listener = Callable[[Changes], None]


class Database(Readable):
    """One open house. Made by `create` or `open`; safe to use from several threads, one writing at a time."""

    def __init__(self, start: Start, *, clock: Clock, author: str) -> None:
        self.path = start.path
        self.notices = start.notices  # what the leader should know at once, e.g. a synchronised folder
        self._house = None
        self._lock = start.lock
        self._clock = clock
        self._steps = Steps(clock, author)
        self._turn = threading.Lock()
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._enter(start.key)

    # -- opening and closing
    @classmethod
    def create(cls, path: Path, *, secret: Secret | None, clock: Clock, author: str = "") -> Self:
        """A new house; raises UserProblem where there already is a file, or a house cannot lie there."""
        return cls(starting.create(path, secret, clock.now()), clock=clock, author=author)

    @classmethod
    def open(
        cls, path: Path, *, secret: Secret | None = None, clock: Clock, author: str = "", read_only: bool = False
    ) -> Self:
        """Open a house that is there, brought up to date first.

        `author` is who has done what is done, as long as the house does not name its leader.
        While another program has it open (or with `read_only`) everything can be read and nothing written.
        Raises WrongSecret, DamagedHouse, or UserProblem with the reason why it cannot be opened.
        """
        return cls(starting.open_up(path, secret, clock.now(), read_only=read_only), clock=clock, author=author)

    def close(self) -> None:
        """Close the file; the last one to close it folds everything into the one file."""
        if self._house is not None and self._house.replaced and not self.read_only:
            self._house.leave(self._clock.now())
        elif self._house is not None:
            self._house.close()
        self._house = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def read_only(self) -> bool:
        return self._lock is None

    def lock(self) -> None:
        """Close the file and forget its key; everything but `unlock` and `close` raises Locked from now on."""
        with self._turn:
            if not self.has_password:
                raise Bug("Without a password there is nothing to lock")
            self._open.close()
            self._house = None

    def unlock(self, secret: Secret) -> None:
        """Open the file again; raises WrongSecret, and the house stays locked."""
        if self._house is None:
            self._enter(opening.find_key(self.path, secret))

    # -- reading and writing
    @contextmanager
    def founding(self) -> Iterator[Session]:
        """The first rows of a new house: no history, no undo, and nobody is told."""
        with self._writing_turn() as house, Session(house.writer, expire_on_commit=False) as session:
            if journal.steps(raw(session.connection()), 1):
                raise Bug("A house is founded before anything else is written in it")
            yield session
            session.commit()

    @contextmanager
    def writing(self, name: str) -> Iterator[Session]:
        """One transaction and one step of history under `name`, told to the listeners; all or nothing.

        `name` is what the leader reads in 'Fortryd: …'. A visit that changes no row leaves no step.
        """
        with self._writing_turn() as house, CapturingSession(house.writer) as session:
            yield session
            session.flush()
            changes = Changes(name, session.changes())
            if changes.rows:
                house.keep_before_mass_deletion(changes, self._clock.now())
                self._steps.record(raw(session.connection()), changes)
                session.commit()
                self._steps.committed()
        self._tell(changes)

    @contextmanager
    def erasing(self, name: str) -> Iterator[Erasure]:
        """The one operation without undo: see `dagleder.storage.erasing`. `erasure.receipt` is there afterwards.

        `name` is the line in the history and must not hold the person's name.
        """
        with self._writing_turn() as house, CapturingSession(house.writer) as session:
            erasure = Erasure(session)
            yield erasure
            session.flush()
            changes = Changes(name, session.changes())
            self._steps.record(raw(session.connection()), Changes(name, ()))
            with erasure.carried_out(raw(session.connection()), changes, house) as copies:
                session.commit()
            self._steps.end_visit()
        erasure.give_receipt(copies, house.empty_log())
        self._tell(changes)

    def end_visit(self) -> None:
        """The leader has left the page: what comes next is a step of its own, even in the same field."""
        self._steps.end_visit()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each commit, in the thread that wrote; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changes: Changes) -> None:
        if changes.tables:
            for listener in tuple(self._listeners):
                listener(changes)

    # -- history
    def undo(self) -> Changes:
        """Take the newest step back; UserProblem when there is none or it cannot be taken back."""
        return self._replay(journal.undo)

    def redo(self) -> Changes:
        """Do the step undone last once more; UserProblem when there is none."""
        return self._replay(journal.redo)

    def _replay(self, move: Callable[[RawConnection], Changes]) -> Changes:
        with self._writing_turn() as house, house.ready_writer() as connection:
            changes = move(connection)
        self._steps.end_visit()
        self._tell(changes)
        return changes

    # -- what is not the leader's work: outside history and undo
    def remember(self, name: str, text: str) -> None:
        """Keep what the program itself has to know the next time, under a name of its own; nobody is told."""
        with self._writing_turn() as house, house.ready_writer() as connection:
            facts.keep(connection, REMEMBERED + name, text)

    def keep_draft(self, place: str, text: str) -> None:
        with self._writing_turn() as house, house.ready_writer() as connection:
            drafts.keep(connection, place, text)

    def drop_draft(self, place: str) -> None:
        with self._writing_turn() as house, house.ready_writer() as connection:
            drafts.drop(connection, place)

    # -- the file as a whole
    def exchange(self, build: Build) -> None:
        """Let the file that `build` writes take the place of the open one; listeners hear of every table.

        `build` gets the open house and where to write, and gives the new file's key. Raises
        WrittenElsewhere while another program reads; the house then stays as it was.
        """
        with self._writing_turn() as house:
            self._enter(house.give_way(build))
        self._steps.end_visit()
        self._tell(Changes("", (), FEATURE_TABLE_NAMES))

    @contextmanager
    def _writing_turn(self) -> Iterator[OpenHouse]:
        if self._writing_thread == threading.get_ident():
            raise Bug("A writing inside a writing")
        with self._turn:
            house = self._open
            if self._lock is None:
                raise WrittenElsewhere
            if house.replaced:
                raise Replaced
            self._writing_thread = threading.get_ident()
            try:
                with told_as_problems(house.on_damage):
                    yield house
            finally:
                self._writing_thread = None
            self._lock.note((self._house or house).commits)

    def _enter(self, key: Key) -> None:
        self._house = OpenHouse(self.path, key, lambda: opening.damaged(self.path, None, key))
        if self._lock is not None:  # which may be on another file by now
            self._lock.tell(Owner.this(self.path, self._clock.now().isoformat(), key.header))
