"""The name of a competence over a narrow column: broken where Danish words are put together, never cut."""

from collections.abc import Iterable, Iterator
from typing import Final

from dagleder.exchange.drawing import Weight
from dagleder.exchange.fonts import text_width

_WEIGHT: Final = Weight.SEMIBOLD
_HYPHEN: Final = "-"

PARTS: Final = (
    *("aktiviteter", "ansvarlig", "beslutninger", "børns", "bygning", "evaluering", "feltet", "feedback", "refleksion"),
    *("fællesskaber", "gruppen", "handlinger", "hjælp", "historier", "håndtering", "kultur", "ledelse", "læring"),
    *(
        "miljø",
        "modellen",
        "metode",
        "måltids",
        "opgaver",
        "parter",
        "person",
        "placering",
        "planer",
        "plan",
        "praksis",
    ),
    *("processer", "pædagog", "repræsentant", "samarbejde", "samtaler", "sparring", "støtte", "systemer", "trappen"),
    *("pæd.", "udvikling", "vejleder", "vejledning", "vurdering"),
)
"""Where a new part of a word begins."""

_INNER: Final = ("arbejde",)
"""Where a part has parts of its own: 'sam-arbejde', where 'samarbejde' is too wide."""

_SHORTEST: Final = 3


def head_lines(name: str, width: float, size: float) -> tuple[str, ...]:
    """The name in lines no wider than `width`: at blanks, else at the seams of a word, else where it must be."""
    lines: list[str] = []
    for word in name.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if _wide(joined, size) <= width:
            lines[len(lines) - 1 :] = [joined]
        else:
            lines.extend(_broken(word, width, size))
    return tuple(lines)


def _broken(word: str, width: float, size: float) -> Iterator[str]:
    """One word in lines, each but the last with a hyphen."""
    rest = word
    while _wide(rest, size) > width and len(rest) > _SHORTEST:
        most = max(2, len(rest) - _SHORTEST + 1)  # no letter or two stands alone in the last line
        fits = [cut for cut in range(1, most) if _wide(_hyphened(rest[:cut]), size) <= width] or [1]
        inner = max((seam for seam in _seams(rest, _INNER) if seam <= fits[-1]), default=fits[-1])
        cut = max((seam for seam in _seams(rest, PARTS) if seam <= fits[-1]), default=inner)
        yield _hyphened(rest[:cut])
        rest = rest[cut:].removeprefix(_HYPHEN)
    yield rest


def _seams(word: str, parts: Iterable[str]) -> Iterator[int]:
    lowered = word.casefold()
    for part in parts:
        if (place := lowered.find(part, _SHORTEST)) > 0:
            yield place
    yield from (place + 1 for place, char in enumerate(word[:-1]) if char in "-/" and place)


def _hyphened(part: str) -> str:
    return part if part.endswith((_HYPHEN, "/")) else part + _HYPHEN


def _wide(text: str, size: float) -> float:
    return text_width(text, size, _WEIGHT)
