"""Counting wrong passwords: after every five a pause, longer each time; nothing is ever deleted."""

import time
from collections.abc import Callable
from pathlib import Path

from dagleder.base.text import plural

BEFORE_PAUSE = 5
PAUSE_SECONDS = 30
_LONGEST_PAUSE = 15 * 60
_MOST_DOUBLINGS = 5  # which is beyond the longest
_MINUTE = 60


class Attempts:
    """Those at one file. `now` tells seconds that only go forward."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._wrong = 0
        self._until = 0.0

    def wrong(self) -> None:
        self._wrong += 1
        if self._wrong % BEFORE_PAUSE == 0:
            self._until = self._now() + _pause(self._wrong)

    def forget(self) -> None:
        """It was the right one."""
        self._wrong, self._until = 0, 0.0

    @property
    def seconds_left(self) -> int:
        """Of the pause; 0 when she may try."""
        left = self._until - self._now()
        return max(0, -int(-left // 1))

    @property
    def sentence(self) -> str:
        if left := self.seconds_left:
            wait = (
                plural(-(-left // _MINUTE), "minut", "minutter")
                if left > _MINUTE
                else plural(left, "sekund", "sekunder")
            )
            return f"Du kan prøve igen om {wait}. Filen slettes aldrig."
        used = plural(self._wrong, "forsøg", "forsøg")
        stop = (self._wrong // BEFORE_PAUSE + 1) * BEFORE_PAUSE
        return f"{used} er brugt. Efter {stop} er der {_length(_pause(stop))} pause; filen slettes aldrig."


class AttemptsByFile:
    """One count for each file as long as the program runs, whichever page asks for its password, however often."""

    def __init__(self) -> None:
        self._by_file: dict[Path, Attempts] = {}

    def at(self, file: Path) -> Attempts:
        return self._by_file.setdefault(file.resolve(), Attempts())


def _pause(wrong: int) -> int:
    """30 seconds after five wrong ones, a minute after ten, two after fifteen, and so on."""
    doublings = min(wrong // BEFORE_PAUSE - 1, _MOST_DOUBLINGS)
    return min(PAUSE_SECONDS << doublings, _LONGEST_PAUSE)


def _length(seconds: int) -> str:
    if seconds < _MINUTE:
        return plural(seconds, "sekunds", "sekunders")
    return plural(seconds // _MINUTE, "minuts", "minutters")
