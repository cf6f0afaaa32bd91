"""Initials: suggested from the name, unique in the house. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import count

MAX_LETTERS = 8
_LONGEST_STEM = 5


class FreeInitials:
    """The initials nobody has. Suggests for one after another, also for thousands."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = {initials.casefold() for initials in taken}
        self._numbers: defaultdict[str, int] = defaultdict(lambda: 2)  # by stem, the first that may be free

    def take(self, initials: str) -> None:
        self._taken.add(initials.casefold())

    def has(self, initials: str) -> bool:
        return initials.casefold() not in self._taken

    def suggest(self, first_name: str, last_name: str) -> str:
        """'NG' for Nanna Granly; where others have it 'NGR', 'NAG', … and at last 'NG2'."""
        proposals = list(_proposals(first_name, last_name))
        free = next((proposal for proposal in proposals if self.has(proposal)), None)
        return free or self._numbered(proposals[0])

    def _numbered(self, stem: str) -> str:
        number = next(n for n in count(self._numbers[stem]) if self.has(f"{stem}{n}"))
        self._numbers[stem] = number
        return f"{stem}{number}"


def suggest_initials(first_name: str, last_name: str, taken: Collection[str]) -> str:
    """Initials for one more, never any of `taken`."""
    return FreeInitials(taken).suggest(first_name, last_name)


def _proposals(first_name: str, last_name: str) -> Iterator[str]:
    first, last = _letters(first_name), _letters(last_name)
    if not first or not last:
        # One name only: 'Agnete' is 'AG', then 'AGN'.
        only = first or last or "X"
        yield from (only[:length] for length in range(min(2, len(only)), min(len(only), _LONGEST_STEM) + 1))
        return
    yield first[0] + last[0]
    yield from (first[0] + last[:length] for length in range(2, min(len(last), _LONGEST_STEM - 1) + 1))
    yield from (first[:length] + last[0] for length in range(2, min(len(first), _LONGEST_STEM - 1) + 1))


def _letters(name: str) -> str:
    return "".join(c for c in name if c.isalpha()).upper()
