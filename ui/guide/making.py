"""Makes the file of a new house, or the example; runs in the background, without Qt.

The core is heavy to import: not before it is needed.
"""

import importlib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.base.paths import houses_folder

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
    folder: Path | None = None  # the usual one


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
    """A new house with nothing in it but what it is called, open; the guide goes on with security."""
    app, founding = (importlib.import_module(name) for name in ("dagleder.app", "dagleder.guide.founding"))
    path = file_for(facts.folder or houses_folder(), facts.name)
    services = app.create_house(path, name=facts.name, secret=None, clock=clock)
    sites = (facts.first_site, facts.second_site)
    founding.found(services.database, founding.FirstFacts(facts.municipality, facts.leader_name, sites))
    return services


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
