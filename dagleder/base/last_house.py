"""The house the window had open last, kept for this user: the window and the command line begin with it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dagleder.base.paths import settings_folder

_FILE = "sidste-hus.json"


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


def remember_house(house: LastHouse) -> None:
    """Begin with this house next time. A folder that cannot be written loses nothing but comfort."""
    saved_at = house.saved_at.isoformat() if house.saved_at else None
    text = json.dumps(
        {"path": str(house.path.absolute()), "name": house.name, "saved_at": saved_at}, ensure_ascii=False
    )
    with suppress(OSError):
        file = settings_folder() / _FILE
        half = file.with_suffix(".ny")
        half.write_text(text, "utf-8")
        half.replace(file)
