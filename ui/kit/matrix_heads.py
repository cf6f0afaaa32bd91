"""Breaks the heads of narrow columns: at spaces, at soft hyphens, and in a long word between its syllables. Pure."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import ceil

from ui.kit.compounds import SOFT

MOST_LINES = 3
_VOWELS = frozenset("aeiouyæøåé")
_BEGINNINGS = "bl br dr fj fl fr gl gn gr hj hv kl kn kr kv pj pl pr sj sk skr sl sm sn sp spr st str sv tj tr tv vr"
_TOGETHER = frozenset(_BEGINNINGS.split())  # consonants that may begin a Danish syllable together
_LEAST = 3  # letters on either side of a hyphen that is not told
_ELLIPSIS = "…"

Measure = Callable[[str], float]


def broken(title: str, room: float, measure: Measure) -> tuple[str, ...]:
    """The title in at most three lines of `room`; what is too long for them all the same ends in '…'."""
    lines = list(_lines(title, room, measure))
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _shortened(lines[MOST_LINES - 1], room, measure)]
    return tuple(_shortened(line, room, measure, cut=False) for line in lines)


def fits(title: str, room: float, measure: Measure) -> bool:
    """True when nothing of the title is lost."""
    lines = list(_lines(title, room, measure))
    return len(lines) <= MOST_LINES and all(measure(line) <= room for line in lines)


def least_room(titles: Iterable[str], low: int, high: int, measure: Measure) -> int:
    """The narrowest column between two widths that no title is lost in; the widest where there is none."""
    needed = low
    for title in titles:
        while needed < high and not fits(title, needed, measure):
            needed += 1
    return needed


def roomy(titles: Iterable[str], low: int, high: int, measure: Measure) -> int:
    """As `least_room`, and no word is broken but where it is told."""
    kept = list(titles)
    parts = (part for title in kept for word in title.split() for part in _told_parts(word))
    widest = max((ceil(measure(part)) for part in parts), default=low)
    return least_room(kept, min(max(low, widest), high), high, measure)


def _told_parts(word: str) -> Iterator[str]:
    *heads, last = word.split(SOFT)
    yield from (f"{head}-" for head in heads)
    yield last


def _lines(title: str, room: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in title.split():
        joined = f"{line} {word}" if line else word
        if measure(joined.replace(SOFT, "")) <= room:
            line = joined.replace(SOFT, "")
            continue
        if line:
            yield line
        *above, line = _parts(word, room, measure)
        yield from above
    if line:
        yield line


def _parts(word: str, room: float, measure: Measure) -> list[str]:
    """A word in lines of its own, each but the last with a hyphen."""
    parts: list[str] = []
    while measure(word.replace(SOFT, "")) > room:
        cut = _best_cut(word, room, measure)
        if cut is None:
            break
        head = word[:cut].replace(SOFT, "")
        parts.append(head if head.endswith("-") else f"{head}-")
        word = word[cut:].lstrip(SOFT)
    return [*parts, word.replace(SOFT, "")]


def _best_cut(word: str, room: float, measure: Measure) -> int | None:
    """Where to break: the last place that fits, among those told if there is one, else between syllables."""
    told = [place + 1 for place, letter in enumerate(word) if letter in {SOFT, "-"} and place + 1 < len(word)]
    for places in (told, list(_syllables(word))):
        fitting = [place for place in places if measure(word[:place].replace(SOFT, "").rstrip("-") + "-") <= room]
        if fitting:
            return fitting[-1]
    return None


def _syllables(word: str) -> Iterator[int]:
    """Before the consonants that begin the next syllable: 'hånd|te|ring'."""
    letters = word.casefold()
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    for before, after in pairwise(vowels):
        if after - before == 1:
            continue
        start = next(n for n in range(before + 1, after) if n == after - 1 or letters[n:after] in _TOGETHER)
        if start >= _LEAST and len(word) - start >= _LEAST:
            yield start


def _shortened(line: str, room: float, measure: Measure, *, cut: bool = True) -> str:
    """The line with '…' where it does not fit, or where something after it was `cut`."""
    if not cut and measure(line) <= room:
        return line
    line = line.rstrip("-")
    while line and measure(line + _ELLIPSIS) > room:
        line = line[:-1]
    return line + _ELLIPSIS
