"""Which stue a cell means: one spelling for each, new ones as most of the file writes them. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import OSA

from dagleder.base.lines import plain_line
from dagleder.base.text import capitalised, fold

_BETWEEN = re.compile(r"\s*[/,;+]\s*")
_AND = re.compile(r"\s*&\s*|\s+og\s+", re.IGNORECASE)  # between two stuer, or in the name of one
_NO_TEAM = frozenset(("alle", "alle stuer", "hele huset", "faelles", "ingen", "ingen stue"))
_SLIP_LETTERS = 6  # shorter names are not guessed at
_LONG = 9  # from here two slips are forgiven
_RARE, _OFTEN = 2, 3
_MOST_TEAMS = 200  # no house has more; comparing all with all would take long


def teams_alone(cells: Iterable[str], house: Iterable[str]) -> frozenset[str]:
    """The stuer, folded, that there are or that stand by themselves in a cell."""
    written = (part for text in cells for part in _BETWEEN.split(plain_line(text)) if not _AND.search(part))
    return frozenset(map(fold, (*house, *written))) - {""}


def cell_teams(text: str, alone: Collection[str]) -> tuple[str, ...]:
    """The stuer of a cell as written. 'Egernet/Spurven' is two; 'Sol og Måne' only when Sol and Måne are `alone`."""
    plain = plain_line(text)
    if fold(plain) in _NO_TEAM:
        return ()
    if fold(plain) in alone:
        return (plain,)
    parts = [part for whole in _BETWEEN.split(plain) for part in _and_parts(whole, alone)]
    return tuple({fold(part): part for part in parts if fold(part)}.values())


def _and_parts(text: str, alone: Collection[str]) -> list[str]:
    parts = _AND.split(text)
    stuer = fold(text) not in alone and all(fold(part) in alone or _slip_of(fold(part), alone) for part in parts)
    return parts if stuer else [text]


def team_spellings(written: Sequence[str], house: Sequence[str]) -> dict[str, str]:
    """For each way a stue is written in the file, its name: the house's own spelling, else the file's best.

    A rare spelling one letter off (two in a long name) from one stue of the house, or from one the file writes
    often, is taken for a slip; 'Stue 1' and 'Stue 2' never are.
    """
    own = {fold(name): name for name in house}
    variants: dict[str, Counter[str]] = {}
    for text in written:
        variants.setdefault(fold(text), Counter())[text] += 1
    best = {key: own.get(key) or _best_spelling(counts) for key, counts in variants.items()}
    often = {key for key, counts in variants.items() if counts.total() >= _OFTEN} | set(own)
    for key, counts in variants.items():
        if key not in own and counts.total() <= _RARE and (meant := _slip_of(key, often)):
            best[key] = own.get(meant) or best[meant]
    return {text: best[fold(text)] for text in written}


def _best_spelling(variants: Counter[str]) -> str:
    """The commonest with capitals and small letters; one written all in capitals is written as a name."""
    common = [text for text, _ in variants.most_common()]
    mixed = [text for text in common if not (text.isupper() or text.islower())]
    return mixed[0] if mixed else capitalised(common[0].lower())


def _slip_of(key: str, settled: Collection[str]) -> str:
    if len(key) < _SLIP_LETTERS or len(settled) > _MOST_TEAMS:
        return ""
    reach = 2 if len(key) >= _LONG else 1
    figures = re.findall(r"\d+", key)
    near = [
        other
        for other in settled
        if OSA.distance(key, other, score_cutoff=reach) <= reach and re.findall(r"\d+", other) == figures
    ]
    return near[0] if len(near) == 1 else ""
