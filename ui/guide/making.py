"""Makes the file of a new house, or the example; runs in the background, without Qt."""

import importlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.base.paths import houses_folder
from dagleder.guide.steps import Step
from dagleder.settings.places import SiteDraft

ENDING = ".dagleder"
EXAMPLE = "Eksempel"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f.]+')
_LONGEST = 60


@dataclass(frozen=True)
class HouseFacts:
    """What she typed about her institution."""

    name: str
    municipality: str = ""
    leader_name: str = ""
    first_site: str = ""
    second_site: str = ""


def file_for(folder: Path, name: str) -> Path:
    """A file that is not there yet, named after the house: 'Solsikken.dagleder', 'Solsikken 2.dagleder'."""
    stem = " ".join(_FORBIDDEN.sub(" ", name).split())[:_LONGEST].strip() or "Mit børnehus"
    path = folder / f"{stem}{ENDING}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{ENDING}"
        number += 1
    return path


def make_house(facts: HouseFacts, clock: Clock) -> Any:
    """A new house with nothing in it but its own name, open; the guide goes on with security."""
    app = importlib.import_module("dagleder.app")  # heavy: not before it is needed
    services = app.create_house(file_for(houses_folder(), facts.name), name=facts.name, secret=None, clock=clock)
    settings = services.settings
    settings.save_house(
        replace(
            settings.house(),
            municipality=facts.municipality,
            leader_name=facts.leader_name,
            setup_step=Step.SECURITY.value,
        )
    )
    _name_sites(settings, facts)
    return services


def _name_sites(settings: Any, facts: HouseFacts) -> None:
    first = settings.sites()[0]
    if facts.first_site and facts.first_site != first.name:
        settings.change_site(first.id, SiteDraft(facts.first_site))
    if facts.second_site:
        settings.add_site(SiteDraft(facts.second_site))


def make_example(clock: Clock) -> Any:
    """The fictional house around today, in a file of its own that is never mixed with hers; made anew each time.

    One that is open in another window of the program is left alone, and opened for reading.
    """
    app = importlib.import_module("dagleder.app")
    path = houses_folder() / f"{EXAMPLE}{ENDING}"
    if path.exists():
        with suppress(UserProblem):  # it cannot be opened: a new one takes its place
            services = app.open_house(path, None, clock)
            if services.database.read_only:
                return services
            services.close()
        for old in path.parent.glob(f"{path.name}*"):
            old.unlink()
    return app.create_demo_house(path, secret=None, clock=clock)
