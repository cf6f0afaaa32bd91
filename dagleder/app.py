"""The one place where the parts are put together into an open house.

A part is imported and built when it is first asked for, from those below it in the order of the import contracts:
what the window's first page does not need is not waited for. What a lower part shows of higher ones (its places) it is
handed here as a list. Heavy to import all the same: the window does so after its first paint.
"""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.lines import line
from dagleder.settings.service import SettingsService
from dagleder.storage.database import Database
from dagleder.storage.secret import Secret

if TYPE_CHECKING:
    from dagleder.competence.service import CompetenceService
    from dagleder.departure.service import DepartureService
    from dagleder.guide.service import GuideService
    from dagleder.meetings.service import MeetingsService
    from dagleder.presence.service import PresenceService
    from dagleder.presence.sources import Source
    from dagleder.privacy.security import SecurityService
    from dagleder.privacy.service import PrivacyService
    from dagleder.settings.uses import Uses
    from dagleder.staff.places import AboutPerson, AtLeaving
    from dagleder.staff.service import StaffService
    from dagleder.tasks.delegation_service import DelegationService
    from dagleder.tasks.service import TasksService

DEFAULT_NAME = "Børnehuset"
OPTIONAL_PARTS = frozenset({"presence", "competence", "tasks", "meetings", "departure", "security", "privacy", "guide"})


class Services:
    """An open house. A part that was left out is None."""

    def __init__(self, database: Database, clock: Clock, without: Collection[str] = ()) -> None:
        self.database, self.clock = database, clock
        self._parts = OPTIONAL_PARTS.difference(without)

    def close(self) -> None:
        self.database.close()

    @cached_property
    def settings(self) -> SettingsService:
        return SettingsService(self.database, self.clock, self._uses)

    @cached_property
    def staff(self) -> "StaffService":
        from dagleder.staff.service import StaffService

        return StaffService(self.database, self.clock, self._at_leaving(), self._about_person())

    @cached_property
    def presence(self) -> "PresenceService | None":
        if "presence" not in self._parts:
            return None
        from dagleder.presence.service import PresenceService

        return PresenceService(self.database, self.clock, self._sources())

    @cached_property
    def tasks(self) -> "TasksService | None":
        if not self._has_tasks:
            return None
        from dagleder.tasks.service import TasksService

        return TasksService(self.database, self.clock)

    @cached_property
    def delegation(self) -> "DelegationService | None":
        if self.tasks is None:
            return None
        from dagleder.tasks.delegation_service import DelegationService

        return DelegationService(self.database, self.clock)

    @cached_property
    def competence(self) -> "CompetenceService | None":
        if self.presence is None or not self._has_competence:
            return None
        from dagleder.competence.service import CompetenceService

        return CompetenceService(self.database, self.clock, self.presence)

    @cached_property
    def meetings(self) -> "MeetingsService | None":
        if self.presence is None or not self._has_meetings:
            return None
        from dagleder.meetings.service import MeetingsService

        return MeetingsService(self.database, self.clock, self.presence)

    @cached_property
    def departure(self) -> "DepartureService | None":
        if self.presence is None or "departure" not in self._parts:
            return None
        from dagleder.departure.service import DepartureService, Parts

        parts = Parts(self.competence, self.tasks, self.delegation, self.meetings)
        return DepartureService(self.clock, self.settings, self.staff, self.presence, parts)

    @cached_property
    def security(self) -> "SecurityService | None":
        if "security" not in self._parts:
            return None
        from dagleder.privacy.security import SecurityService

        return SecurityService(self.database, self.clock, self.settings)

    @cached_property
    def privacy(self) -> "PrivacyService | None":
        if "privacy" not in self._parts:
            return None
        from dagleder.privacy.service import PrivacyService

        return PrivacyService(self.database, self.clock, self.settings, self.staff)

    @cached_property
    def guide(self) -> "GuideService | None":
        if "guide" not in self._parts:
            return None
        from dagleder.guide.service import GuideService

        return GuideService(self.database, self.clock, self)

    # what lower parts show of higher ones

    @property
    def _has_meetings(self) -> bool:
        """Meetings reckon with presence, and presence with them: without it there are none."""
        return {"presence", "meetings"} <= self._parts

    @property
    def _has_competence(self) -> bool:
        """Who can what is asked of those who are there: without presence there is none."""
        return {"presence", "competence"} <= self._parts

    @property
    def _has_tasks(self) -> bool:
        """What a task asks for are competences: without them there are none."""
        return self._has_competence and "tasks" in self._parts

    def _uses(self) -> "list[Uses]":
        """Of every feature, also those left out: their rows are in the house all the same."""
        from dagleder.competence.uses import CompetenceUses
        from dagleder.meetings.uses import MeetingUses
        from dagleder.presence.uses import PresenceUses
        from dagleder.staff.uses import StaffUses
        from dagleder.tasks.uses import TaskUses

        return [StaffUses(), MeetingUses(), PresenceUses(), CompetenceUses(), TaskUses()]

    def _sources(self) -> "list[Source]":
        if not self._has_meetings:
            return []
        from dagleder.meetings.places import MeetingSource

        return [MeetingSource(self.database)]

    def _at_leaving(self) -> "list[AtLeaving]":
        found: list[AtLeaving] = []
        if "presence" in self._parts:
            from dagleder.presence.places import PresenceAtLeaving

            found.append(PresenceAtLeaving(self.database))
        if self._has_meetings:
            from dagleder.meetings.places import MeetingsAtLeaving

            found.append(MeetingsAtLeaving(self.database))
        if self._has_competence:
            from dagleder.competence.places import CompetenceAtLeaving

            found.append(CompetenceAtLeaving(self.database))
        if self._has_tasks:
            from dagleder.tasks.places import TasksAtLeaving

            found.append(TasksAtLeaving(self.database, self.clock))
        if "privacy" in self._parts:
            from dagleder.privacy.places import RetentionAtLeaving

            found.append(RetentionAtLeaving(self.settings))
        return found

    def _about_person(self) -> "list[AboutPerson]":
        found: list[AboutPerson] = []
        if self.presence is not None:
            from dagleder.presence.places import PresenceAboutPerson

            found.append(PresenceAboutPerson(self.presence, self.clock))
        if self._has_competence:
            from dagleder.competence.places import CompetenceAboutPerson

            found.append(CompetenceAboutPerson(self.database, self.clock))
        if self._has_tasks:
            from dagleder.tasks.places import TasksAboutPerson

            found.append(TasksAboutPerson(self.database, self.clock))
        if self._has_meetings:
            from dagleder.meetings.places import MeetingsAboutPerson

            found.append(MeetingsAboutPerson(self.database, self.clock))
        return found


def create_house(path: Path, *, name: str, secret: Secret | None, clock: Clock, author: str = "") -> Services:
    """A new house with each part's first rows. Raises UserProblem where there already is a file."""
    called = line(name, "name") or DEFAULT_NAME
    database = Database.create(path, secret=secret, clock=clock, author=author)
    try:
        with database.founding() as session:
            _found(session, called)
    except BaseException:
        database.close()
        path.unlink(missing_ok=True)  # it has just been made, and holds nothing
        raise
    return compose(database, clock)


def create_demo_house(path: Path, *, secret: Secret | None, clock: Clock, author: str = "", name: str = "") -> Services:
    """The fictional house with a year of data around today, to look around in; under its own name unless given one."""
    from dagleder.demo.build import build_demo
    from dagleder.demo.people import HOUSE_NAME

    called = line(name, "name") or HOUSE_NAME
    build_demo(path, secret=secret, clock=clock, found=lambda session: _found(session, called))
    return open_house(path, secret, clock, author=author)


def _found(session: Session, name: str) -> None:
    """Each part's first rows."""
    from dagleder.competence import founding as competence
    from dagleder.meetings import founding as meetings
    from dagleder.settings import founding as settings
    from dagleder.tasks import founding as tasks

    settings.found(session, name)
    competence.found(session)
    tasks.found(session)
    meetings.found(session)


def open_house(
    path: Path, secret: Secret | None, clock: Clock, *, author: str = "", read_only: bool = False
) -> Services:
    """A house that is there. Raises UserProblem with the reason when it cannot be opened."""
    database = Database.open(path, secret=secret, clock=clock, author=author, read_only=read_only)
    return compose(database, clock)


def compose(database: Database, clock: Clock, *, without: Collection[str] = ()) -> Services:
    """The parts of an open database. `without` leaves out optional ones."""
    return Services(database, clock, without)
