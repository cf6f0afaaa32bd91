"""The demo house: built through the very services a leader uses, without leaving a history behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from sqlmodel import Session

from dagleder.base.clock import Clock, FixedClock
from dagleder.base.errors import Bug
from dagleder.competence.service import CompetenceService
from dagleder.demo import competence as demo_competence
from dagleder.demo import delegation as demo_delegation
from dagleder.demo import meetings as demo_meetings
from dagleder.demo import presence as demo_presence
from dagleder.demo import tasks as demo_tasks
from dagleder.demo.house import settle
from dagleder.demo.staff import Hiring
from dagleder.guide import progress
from dagleder.guide.progress import THROUGH
from dagleder.meetings.service import MeetingsService
from dagleder.presence.service import PresenceService
from dagleder.settings.service import SettingsService
from dagleder.staff.service import StaffService
from dagleder.storage.database import Database
from dagleder.storage.secret import Secret
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.service import TasksService


class FoundingDatabase(Database):
    """A door through which everything counts as a house's first rows: one transaction, no step, nothing to undo."""

    _founded: Session | None = None

    @contextmanager
    def one_founding(self) -> Iterator[Session]:
        """While this lasts, `reading` and `writing` are all the same transaction."""
        with self.founding() as session:
            self._founded = session
            try:
                yield session
            finally:
                self._founded = None

    @contextmanager
    def writing(self, name: str) -> Iterator[Session]:  # noqa: ARG002 -- the same door, the step has no name
        session = self._session()
        yield session
        session.flush()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        yield self._session()

    def _session(self) -> Session:
        if self._founded is None:
            raise Bug("A house is founded inside `one_founding`")
        return self._founded


def build_demo(path: Path, *, secret: Secret | None, clock: Clock, found: Callable[[Session], None]) -> None:
    """Make the demo house at `path`; the same for the same day. `found` lays the rows every new house has."""
    database = FoundingDatabase.create(path, secret=secret, clock=clock)
    try:
        with database.one_founding() as session:
            found(session)
            _fill(database, clock)
        progress.keep(database, THROUGH)
    except BaseException:
        database.close()
        path.unlink(missing_ok=True)  # it has just been made, and is half a house
        raise
    database.close()


def _fill(database: Database, clock: Clock) -> None:
    today = clock.today()
    settings = SettingsService(database, clock)
    staff = StaffService(database, clock)
    presence = PresenceService(database, clock)
    places = settle(settings, today)
    people = Hiring(staff, places.teams, today).everybody()
    starts = {row.first_name: row.start for row in staff.staff_list(left=True) if row.start}
    demo_presence.fill(presence, places, people, starts, today)
    meetings = MeetingsService(database, clock, presence)
    demo_meetings.fill(meetings, places, people, today)
    demo_meetings.cover_team_meetings(presence, meetings.meetings(), places, today)

    def competence(day: date) -> CompetenceService:
        return CompetenceService(database, _on(day), presence)

    def tasks(day: date) -> TasksService:
        return TasksService(database, _on(day))

    demo_competence.fill(competence, places, people, starts, today)
    catalogue = {each.key: each.id for each in competence(today).competences()}
    demo_tasks.fill(tasks, places, people, catalogue, today)

    def delegation(day: date) -> DelegationService:
        return DelegationService(database, _on(day))

    demo_delegation.fill(delegation, tasks(today), people)


def _on(day: date) -> Clock:
    return FixedClock(datetime.combine(day, time(10)))
