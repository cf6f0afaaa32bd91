"""What the program remembers of this user beside the house: widths, tabs, the look.

Json JSON in the user's own folder, unencrypted: therefore never a name, a note or what was typed in a
filter. Losing it loses nothing but comfort, so a damaged file is simply begun anew.
"""

import json
from pathlib import Path
from typing import TypeVar

from dagleder.base.json_value import Json

V = TypeVar("V", bool, int, float, str, list[Json], dict[str, Json])


class Memory:
    """Values by place ('window', 'page:staff') and key. `save` writes them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._places: dict[str, dict[str, Json]] = _read(file)
        self._written = json.dumps(self._places)

    def get(self, place: str, key: str, default: V) -> V:
        """What was kept, or `default` where nothing (or something of another kind) was."""
        value = self._places.get(place, {}).get(key)
        return value if type(value) is type(default) else default

    def keep(self, place: str, key: str, value: Json) -> None:
        self._places.setdefault(place, {})[key] = value

    def save(self) -> None:
        """Write what has changed, whole or not at all."""
        text = json.dumps(self._places, ensure_ascii=False, indent=1)
        if text == self._written:
            return
        new = self._file.with_suffix(".ny")
        new.write_text(text, "utf-8")
        new.replace(self._file)
        self._written = text


def _read(file: Path) -> dict[str, dict[str, Json]]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {place: values for place, values in data.items() if isinstance(values, dict)}
