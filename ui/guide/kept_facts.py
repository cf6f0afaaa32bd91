"""What she typed about her institution before there is a house to keep it in: there again if she is interrupted.

It stands in the program's own memory, which is not locked: nobody's name is kept there, not hers either.
"""

from collections.abc import Mapping

from dagleder.base.cpr import has_cpr
from dagleder.base.json_value import Json
from ui.kit.memory import Memory

MEMORY, _HOUSE = "guide", "house"
_KEPT = ("name", "municipality", "first_site", "second_site", "folder")


class KeptFacts:
    """Written as it is typed, and forgotten when the house is made."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def keep(self, texts: Mapping[str, str]) -> None:
        kept = {key: text for key in _KEPT if (text := texts.get(key, "")) and not has_cpr(text)}
        self._memory.keep(MEMORY, _HOUSE, kept)
        self._memory.save()

    def texts(self) -> dict[str, str]:
        """{} where nothing was typed."""
        kept = self._memory.get(MEMORY, _HOUSE, dict[str, Json]())
        return {key: text for key in _KEPT if isinstance(text := kept.get(key), str)}

    def forget(self) -> None:
        if self.texts():
            self.keep({})
