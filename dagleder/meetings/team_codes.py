"""Two letters for each stue, for fields too narrow for its name: 'Ma' for Mariehønen. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count, islice

_TRIED = 60  # of the candidates of a rival: more letters than the name of a stue has


def team_codes(names: Mapping[int, str]) -> dict[int, str]:
    """A code for each stue by its id, never the same for two.

    The first two letters where no other stue begins so; else what tells it from those that do ('RØ' and 'RV' for
    Regnbuestuen Øst and Vest).
    """
    usual = {team: next(_candidates(name)) for team, name in names.items()}
    shared = {code for code, times in Counter(usual.values()).items() if times > 1}
    codes = {team: code for team, code in usual.items() if code not in shared}
    for team, name in names.items():
        if team not in codes:
            rivals = [names[other] for other in names if other != team and usual[other] == usual[team]]
            theirs = {code for rival in rivals for code in islice(_candidates(rival), _TRIED)}
            free = [code for code in islice(_candidates(name), _TRIED) if code not in codes.values()]
            codes[team] = next((code for code in free if code not in theirs), free[0])
    return {team: codes[team] for team in names}


def _candidates(name: str) -> Iterator[str]:
    """'Ma', the first letters of its words, its first letter with each later one, and with numbers without end."""
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    letters = "".join(words) or "?"
    yield letters[:2].capitalize()
    initials = [word[0] for word in words if word]
    if len(initials) > 1:
        yield (initials[0] + initials[-1]).upper()
    yield from (letters[0].upper() + later.lower() for later in letters[2:])
    yield from (f"{letters[0].upper()}{number}" for number in count(2))
