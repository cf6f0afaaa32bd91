"""The house the window had open last, kept for this user: the window and the command line begin with it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dagleder.base.paths import settings_folder

_FILE = "sidste-hus.json"
_EARLIER = 4  # remembered besides the last


@dataclass(frozen=True, slots=True)
class LastHouse:
    """Where it lies, and what the unlock field may say of it: the institution's name, and when it was saved last."""

    path: Path
    name: str = ""
    saved_at: datetime | None = None


def last_house() -> LastHouse | None:
    """The house opened last; None when there is none (or what was kept cannot be read)."""
    try:
        kept = json.loads((settings_folder() / _FILE).read_text("utf-8"))
        saved_at = kept.get("saved_at")
        return LastHouse(
            Path(kept["path"]), kept.get("name", ""), datetime.fromisoformat(saved_at) if saved_at else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def recent_houses() -> tuple[LastHouse, ...]:
    """The houses opened lately that are still there, the last one first."""
    last = last_house()
    try:
        kept = json.loads((settings_folder() / _FILE).read_text("utf-8")).get("earlier", [])
        earlier = [LastHouse(Path(each["path"]), each.get("name", "")) for each in kept]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        earlier = []
    return tuple(house for house in ([last] if last else []) + earlier if house.path.is_file())


def _kept_of(house: LastHouse) -> dict[str, object]:
    return {"path": str(house.path.absolute()), "name": house.name}


def remember_house(house: LastHouse) -> None:
    """Begin with this house next time. A folder that cannot be written loses nothing but comfort."""
    saved_at = house.saved_at.isoformat() if house.saved_at else None
    earlier = [_kept_of(each) for each in recent_houses() if each.path != house.path.absolute()]
    text = json.dumps(_kept_of(house) | {"saved_at": saved_at, "earlier": earlier[:_EARLIER]}, ensure_ascii=False)
    with suppress(OSError):
        file = settings_folder() / _FILE
        half = file.with_suffix(".ny")
        half.write_text(text, "utf-8")
        half.replace(file)
