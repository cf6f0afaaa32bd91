"""The real core. Never imported at the top of a module: `ui.start.load_core` does it after the first paint."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from dagleder import app
from dagleder.base.clock import Clock
from dagleder.search.finders import finders
from dagleder.search.places import Finder
from dagleder.storage.backups import BackupKeeper
from dagleder.storage.house_place import place_warnings
from dagleder.storage.restoring import restore_damaged
from dagleder.storage.secret import Secret
from ui.core import Core
from ui.house import Services


def _open_house(path: Path, secret: Secret | None, clock: Clock) -> Services:
    services = app.open_house(path, secret, clock, author=getpass.getuser())
    _warm_up(services)
    return services


def _warm_up(services: app.Services) -> None:
    """Ask once, in the background, what the first page will ask: the first time takes several times longer."""
    services.settings.house()
    services.settings.sites()
    services.database.undo_name()
    services.database.redo_name()
    services.database.drafts()
    services.staff.staff_list()
    if services.presence is not None:
        services.presence.this_week()


def _finders(services: app.Services) -> Sequence[Finder]:
    return finders(services.settings, services.staff, services.meetings, services.clock)


CORE = Core(_open_house, restore_damaged, BackupKeeper, place_warnings, _finders)
