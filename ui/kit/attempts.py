"""Counting wrong passwords: after five a pause of thirty seconds; nothing is ever deleted."""

from collections.abc import Callable

from dagleder.base.text import plural

BEFORE_PAUSE = 5
PAUSE_SECONDS = 30


class Attempts:
    """`now` tells seconds that only go forward."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._wrong = 0
        self._until = 0.0

    def wrong(self) -> None:
        self._wrong += 1
        if self._wrong % BEFORE_PAUSE == 0:
            self._until = self._now() + PAUSE_SECONDS

    def forget(self) -> None:
        self._wrong, self._until = 0, 0.0

    @property
    def seconds_left(self) -> int:
        """Of the pause; 0 when she may try."""
        left = self._until - self._now()
        return max(0, -int(-left // 1))

    @property
    def sentence(self) -> str:
        if seconds := self.seconds_left:
            return f"Du kan prøve igen om {plural(seconds, 'sekund', 'sekunder')}. Filen slettes aldrig."
        used = plural(self._wrong, "forsøg", "forsøg")
        return f"{used} er brugt. Efter {BEFORE_PAUSE} er der {PAUSE_SECONDS} sekunders pause; filen slettes aldrig."
