"""The house as the rest of the program knows it: one door to read, one door to write."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self, TypeVar

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug
from dagleder.base.findings import Finding, Level
from dagleder.storage import checks, drafts, facts, journal, opening, starting
from dagleder.storage.backup_shelf import BackupShelf
from dagleder.storage.capture import CapturingSession
from dagleder.storage.changes import Changes, HistoryStep, RowChange
from dagleder.storage.connection import RawConnection, raw, told_as_problems
from dagleder.storage.copy_target import refuse_other_file
from dagleder.storage.copying import Counts, count_rows
from dagleder.storage.erasing import Erasure
from dagleder.storage.header import Header, KeyKind
from dagleder.storage.house_lock import Owner
from dagleder.storage.keys import Key
from dagleder.storage.open_house import Build, OpenHouse
from dagleder.storage.problems import DamagedHouse, Locked, Replaced, WrittenElsewhere
from dagleder.storage.reading import ReadingSession
from dagleder.storage.schema import FEATURE_TABLE_NAMES
from dagleder.storage.secret import RecoveryKey, Secret
from dagleder.storage.starting import Start
from dagleder.storage.steps import Steps

T = TypeVar("T")
_REMEMBERED = "remembered: "  # keeps the names apart from storage's own facts
Listener = Callable[[Changes], None]


class Database:
    """One open house. Made by `create` or `open`; safe to use from several threads, one writing at a time."""

    def __init__(self, start: Start, *, clock: Clock, author: str) -> None:
        self.path = start.path
        self.notices = start.notices  # what the leader should know at once, e.g. a synchronised folder
        self._house: OpenHouse | None = None
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

    @property
    def locked(self) -> bool:
        return self._house is None

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

    @property
    def has_password(self) -> bool:
        return self._open.key.header.kind is KeyKind.PASSWORD

    @property
    def recovery_key(self) -> RecoveryKey | None:
        """What is printed for the safe; None for a house without a password."""
        return self._open.key.recovery

    # -- reading and writing
    def reading(self) -> AbstractContextManager[Session]:
        """A session on one unchanging view of what has been saved; it cannot write."""
        return ReadingSession(self._open.reader)

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

    def undo_name(self) -> str | None:
        return self._asked(journal.undo_name)

    def redo_name(self) -> str | None:
        return self._asked(journal.redo_name)

    def history(self, limit: int | None = None) -> list[HistoryStep]:
        """What has been done, newest first."""
        return self._asked(lambda connection: journal.steps(connection, limit))

    def recorded(self, tables: Iterable[str]) -> list[tuple[HistoryStep, RowChange]]:
        """Every change of rows in these tables that the history still holds, oldest first."""
        return self._asked(lambda connection: journal.recorded(connection, tables))

    # -- what is not the leader's work: outside history and undo
    def remember(self, name: str, text: str) -> None:
        """Keep what the program itself has to know the next time, under a name of its own; nobody is told."""
        with self._writing_turn() as house, house.ready_writer() as connection:
            facts.keep(connection, _REMEMBERED + name, text)

    def remembered(self, name: str) -> str | None:
        return self._asked(lambda connection: facts.read(connection, _REMEMBERED + name))

    def keep_draft(self, place: str, text: str) -> None:
        with self._writing_turn() as house, house.ready_writer() as connection:
            drafts.keep(connection, place, text)

    def drafts(self) -> dict[str, str]:
        """The texts that were in the making, by place."""
        return self._asked(drafts.kept)

    def _asked(self, question: Callable[[RawConnection], T]) -> T:
        with self._open.ready_reader() as connection:
            return question(connection)

    def drop_draft(self, place: str) -> None:
        with self._writing_turn() as house, house.ready_writer() as connection:
            drafts.drop(connection, place)

    # -- the file as a whole
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
        return house.copy_to(target)

    def key_for(self, header: Header) -> Key | None:
        """The house's key, for a file with the same header; None for any other."""
        return self._open.key_for(header)

    def shelves(self) -> tuple[BackupShelf, BackupShelf | None]:
        """Where the house's own copies lie: on this computer, and in the leader's second place."""
        return self._open.shelves()

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

    @property
    def _open(self) -> OpenHouse:
        if self._house is None:
            raise Locked
        return self._house

    def _enter(self, key: Key) -> None:
        self._house = OpenHouse(self.path, key, lambda: opening.damaged(self.path, None, key))
        if self._lock is not None:  # which may be on another file by now
            self._lock.tell(Owner.this(self.path, self._clock.now().isoformat(), key.header))
