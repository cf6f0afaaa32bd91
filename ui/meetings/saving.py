"""Saves a calendar file where she wants it."""

import re
from collections.abc import Callable
from pathlib import Path

from dagleder.exchange.save import save_by_rename
from ui.context import Context
from ui.kit.messages import FileWish

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_ENDING = ".ics"


def save_calendar(context: Context, name: str, build: Callable[[], bytes]) -> None:
    """`name` is proposed for the file; nothing is made when she thinks better of it."""
    wish = FileWish("Gem kalenderfil", (("Kalenderfil", f"*{_ENDING}"),), Path(_FORBIDDEN.sub(" ", name) + _ENDING))
    place = context.messages.file_to_save(wish)
    if place is None:
        return
    file = place if place.suffix.lower() == _ENDING else place.with_name(f"{place.name}{_ENDING}")
    outcome = context.run("", lambda: save_by_rename(file, build()))
    if outcome.ok:
        context.messages.tell(f"Gemt: {file.name}")
