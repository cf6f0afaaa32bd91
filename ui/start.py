"""What happens at the start, in order and without Qt: look at the file, decide the first page, load the rest.

Nothing heavy is imported here: the first page is painted before SQLAlchemy is known.
"""

import gc
import importlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from dagleder.base.dates import clock_digits, day_text
from dagleder.base.last_house import LastHouse, last_house
from dagleder.storage.header import HEADER_BYTES, Header, KeyKind

HEAVY = "ui.heavy"


class First(Enum):
    """Which page the window begins with."""

    GUIDE = "guide"  # there is no house yet
    UNLOCK = "unlock"
    FRAME = "frame"  # the frame, while the house is opened behind it
    MISSING = "missing"  # the house has been moved or deleted


@dataclass(frozen=True)
class Start:
    """What the first page needs to know."""

    first: First
    house: LastHouse | None = None


def begin(wanted: Path | None) -> Start:
    """Decide the first page from the file named on the command line, else from the house opened last."""
    last = last_house()
    if wanted is not None:
        known = last if last is not None and last.path == wanted.absolute() else None
        return look_at(known or LastHouse(wanted.absolute()))
    return look_at(last) if last is not None else Start(First.GUIDE)


def look_at(house: LastHouse) -> Start:
    """What to show for a house before it is opened: its first 16 bytes tell whether it has a password.

    A header that cannot be read is left to the opening, which knows what to say and which copy to offer.
    """
    try:
        with house.path.open("rb") as file:
            header = Header.from_bytes(file.read(HEADER_BYTES))
    except FileNotFoundError:
        return Start(First.MISSING, house)
    except OSError:
        return Start(First.FRAME, house)
    locked = header is not None and header.kind is KeyKind.PASSWORD
    return Start(First.UNLOCK if locked else First.FRAME, house)


def saved_text(saved_at: datetime | None, today: date) -> str:
    """'sidst gemt i går kl. 16.08'; '' when it is not known."""
    if saved_at is None:
        return ""
    days = {today: "i dag", today - timedelta(days=1): "i går"}
    day = days.get(saved_at.date(), day_text(saved_at.date(), year=saved_at.year != today.year))
    return f"sidst gemt {day} kl. {clock_digits(saved_at.hour * 60 + saved_at.minute)}"


def load_core() -> Any:
    """Import what the first page did without, a `ui.core.Core`; runs in a thread after the first paint."""
    return quietly_imported(HEAVY).CORE


def quietly_imported(name: str) -> Any:
    """A module; its many objects stay for good, and no collection (see `ui.garbage`) looks at them."""
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
