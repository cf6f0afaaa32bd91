"""The bundled typeface as paper uses it: registered once, measured without a screen."""

from functools import cache, lru_cache
from typing import Any

from dagleder.base.paths import resource
from dagleder.exchange.drawing import Weight

ELLIPSIS = "…"


@cache
def _metrics() -> Any:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 -- the window starts without it

    return pdfmetrics


@cache
def font_name(weight: Weight) -> str:
    """The name reportlab knows a weight by; registers it at first use."""
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 -- as above

    name = f"DaglederInter-{weight}"
    _metrics().registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    return name


@cache
def drawable(weight: Weight) -> frozenset[str]:
    """Every character the typeface has a picture of."""
    return frozenset(map(chr, _metrics().getFont(font_name(weight)).face.charToGlyph))


@lru_cache(maxsize=4096)  # papers repeat themselves: names, times, kinds
def text_width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """How wide a line of text is, in points."""
    return float(_metrics().stringWidth(text, font_name(weight), size))


def fitted(text: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> str:
    """The text, or as much of its beginning as fits in `width` with '…' after it."""
    if text_width(text, size, weight) <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, size, weight) <= width:
            fits = middle
        else:
            too_long = middle
    return text[:fits].rstrip() + ELLIPSIS
