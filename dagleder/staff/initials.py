"""Initials: suggested from the name, unique in the house. Pure."""

from collections.abc import Collection, Iterator
from itertools import count

MAX_LETTERS = 5


def suggest_initials(first_name: str, last_name: str, taken: Collection[str]) -> str:
    """'NG' for Nanna Granly; where others have it 'NGR', 'NAG', … and at last 'NG2'. Never one of `taken`."""
    used = {initials.casefold() for initials in taken}
    return next(proposal for proposal in _proposals(first_name, last_name) if proposal.casefold() not in used)


def _proposals(first_name: str, last_name: str) -> Iterator[str]:
    first, last = _letters(first_name), _letters(last_name)
    if not first or not last:
        # One name only: 'Agnete' is 'AG', then 'AGN'.
        only = first or last or "X"
        yield from (only[:length] for length in range(min(2, len(only)), min(len(only), MAX_LETTERS) + 1))
        stem = only[:2]
    else:
        stem = first[0] + last[0]
        yield stem
        yield from (first[0] + last[:length] for length in range(2, min(len(last), MAX_LETTERS - 1) + 1))
        yield from (first[:length] + last[0] for length in range(2, min(len(first), MAX_LETTERS - 1) + 1))
    yield from (f"{stem}{number}" for number in count(2))


def _letters(name: str) -> str:
    return "".join(c for c in name if c.isalpha()).upper()
