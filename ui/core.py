"""The core as the window uses it: a handful of calls, handed in, so that nothing heavy is known before they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from dagleder.base.clock import Clock
from dagleder.search.places import Finder
from dagleder.storage.secret import Secret
from ui.house import Services


class Keeper(Protocol):
    """Makes the automatic backups of an open house."""

    @property
    def behind(self) -> bool: ...

    @property
    def due(self) -> bool: ...

    def keep(self) -> Any: ...

    def close(self) -> Any: ...


@dataclass(frozen=True)
class Core:
    """What the program calls; tests hand in one of their own."""

    open_house: Callable[[Path, Secret | None, Clock], Services]
    restore: Callable[[Path, Path, Clock, Secret | None], Path | None]  # house, copy, clock, secret
    keeper: Callable[[Any, Clock], Keeper]
    place_warnings: Callable[[Path], list[Any]]
    finders: Callable[[Any], Sequence[Finder]]
