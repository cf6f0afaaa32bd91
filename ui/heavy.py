"""The real core. Never imported at the top of a module: `ui.start.load_core` does it after the first paint."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from dagleder import app
from dagleder.base.clock import Clock
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
    """Ask once, in the background, what the frame and Bemanding will ask: a query is made ready the first time."""
    services.settings.house()
    services.settings.sites()
    if services.presence is not None:
        today = services.clock.today()
        services.presence.attendance(today, today)


def _finders(services: app.Services) -> Sequence[Finder]:
    from dagleder.search.finders import finders  # noqa: PLC0415 -- knows all features: when something is looked for

    return finders(services)


CORE = Core(_open_house, restore_damaged, BackupKeeper, place_warnings, _finders)
