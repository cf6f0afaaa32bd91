"""The one place where the parts are put together into an open house.

The parts are built in the order of the import contracts, each from those below it. What a lower part shows of
higher ones (its places) it gets as a list that the higher ones are added to here. Heavy to import: the window does so
after its first paint.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.demo.build import build_demo
from dagleder.guide.service import GuideService
from dagleder.meetings import founding as meetings_founding
from dagleder.meetings.places import MeetingsAboutPerson, MeetingsAtLeaving, MeetingSource
from dagleder.meetings.service import MeetingsService
from dagleder.models.settings import House
from dagleder.presence.places import PresenceAboutPerson, PresenceAtLeaving
from dagleder.presence.service import PresenceService
from dagleder.presence.sources import Source
from dagleder.privacy.places import RetentionAtLeaving
from dagleder.privacy.security import SecurityService
from dagleder.privacy.service import PrivacyService
from dagleder.settings import founding as settings_founding
from dagleder.settings.house import checked_text
from dagleder.settings.service import SettingsService
from dagleder.staff.places import AboutPerson, AtLeaving
from dagleder.staff.service import StaffService
from dagleder.storage.database import Database
from dagleder.storage.secret import Secret

DEFAULT_NAME = "Børnehuset"


@dataclass(frozen=True)
class Services:
    """An open house. A part that was left out is None."""

    database: Database
    clock: Clock
    settings: SettingsService
    staff: StaffService
    presence: PresenceService | None = None
    meetings: MeetingsService | None = None
    security: SecurityService | None = None
    privacy: PrivacyService | None = None
    guide: GuideService | None = None

    def close(self) -> None:
        self.database.close()


@dataclass
class _Building:
    """The house while it is put together: parts by name, and the places higher parts are added to."""

    database: Database
    clock: Clock
    parts: dict[str, Any] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    at_leaving: list[AtLeaving] = field(default_factory=list)
    about: list[AboutPerson] = field(default_factory=list)

    @property
    def settings(self) -> SettingsService:
        return self.parts["settings"]  # type: ignore[no-any-return]  # the registry builds it first

    @property
    def staff(self) -> StaffService:
        return self.parts["staff"]  # type: ignore[no-any-return]  # the registry builds it second


@dataclass(frozen=True)
class Part:
    """A feature as it takes its place in a house."""

    name: str
    build: Callable[[_Building], Any]
    found: Callable[[Session], None] | None = None  # its first rows in a new house
    optional: bool = True


def _meetings(b: _Building) -> MeetingsService | None:
    """Meetings reckon with presence, and presence with them: without it there are none."""
    if "presence" not in b.parts:
        return None
    b.sources.append(MeetingSource(b.database))
    b.at_leaving.append(MeetingsAtLeaving(b.database))
    b.about.append(MeetingsAboutPerson(b.database, b.clock))
    return MeetingsService(b.database, b.clock, b.parts["presence"])


def _presence(b: _Building) -> PresenceService:
    presence = PresenceService(b.database, b.clock, b.sources)
    b.at_leaving.append(PresenceAtLeaving(b.database))
    b.about.append(PresenceAboutPerson(presence, b.clock))
    return presence


def _privacy(b: _Building) -> PrivacyService:
    b.at_leaving.append(RetentionAtLeaving(b.settings))
    return PrivacyService(b.database, b.clock, b.settings, b.staff)


PARTS = (
    Part("settings", lambda b: SettingsService(b.database, b.clock), optional=False),
    Part("staff", lambda b: StaffService(b.database, b.clock, b.at_leaving, b.about), optional=False),
    Part("presence", _presence),
    Part("meetings", _meetings, meetings_founding.found),
    Part("security", lambda b: SecurityService(b.database, b.clock, b.settings)),
    Part("privacy", _privacy),
    Part("guide", lambda b: GuideService(b.database, b.clock, b.settings, b.staff)),
)
OPTIONAL_PARTS = frozenset(part.name for part in PARTS if part.optional)


def create_house(path: Path, *, name: str, secret: Secret | None, clock: Clock, author: str = "") -> Services:
    """A new house with each part's first rows. Raises UserProblem where there already is a file."""
    called = checked_text(name, "name") or DEFAULT_NAME
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
    called = checked_text(name, "name")
    build_demo(path, secret=secret, clock=clock, found=lambda session: _found(session, DEFAULT_NAME))
    services = open_house(path, secret, clock, author=author)
    if called:
        with services.database.founding() as session:
            session.get_one(House, 1).name = called
    return services


def _found(session: Session, name: str) -> None:
    """Each part's first rows."""
    settings_founding.found(session, name)
    for part in PARTS:
        if part.found:
            part.found(session)


def open_house(
    path: Path, secret: Secret | None, clock: Clock, *, author: str = "", read_only: bool = False
) -> Services:
    """A house that is there. Raises UserProblem with the reason when it cannot be opened."""
    database = Database.open(path, secret=secret, clock=clock, author=author, read_only=read_only)
    return compose(database, clock)


def compose(database: Database, clock: Clock, *, without: Collection[str] = ()) -> Services:
    """The parts put together on an open database. `without` leaves out optional ones."""
    building = _Building(database, clock)
    for part in PARTS:
        if not (part.optional and part.name in without):
            building.parts[part.name] = part.build(building)
    return Services(database, clock, **building.parts)
