"""Small marks that recur on screen and paper: the letter square of a meeting kind, and the sun."""

from math import cos, radians, sin

from dagleder.exchange.drawing import Anchor, Circle, Rect, Shape, Text, Weight, ellipse
from dagleder.exchange.drawing_ink import (
    INK,
    INK_SOFT,
    PRIMARY,
    SOFT_EDGE,
    SOFT_FILL,
    SUN,
    SUN_EDGE,
    SUN_FILL,
    SUN_HEART,
    SUN_TEXT,
    WHITE,
)

# style: (fill, text, edge, dash). They differ in more than colour, for black-and-white printers.
_BADGES: dict[str, tuple[str, str, str, tuple[float, ...]]] = {
    "primary": (PRIMARY, WHITE, PRIMARY, ()),
    "outline": (WHITE, INK, INK, ()),
    "soft": (SOFT_FILL, INK, SOFT_EDGE, ()),
    "sun": (SUN_FILL, SUN_TEXT, SUN_EDGE, ()),
    "dark": (INK, WHITE, INK, ()),
    "dashed": (WHITE, INK_SOFT, INK_SOFT, (1.5, 1.5)),
}
BADGE_STYLES = tuple(_BADGES)


def badge(letter: str, style: str, x: float, y: float, height: float = 10.5) -> tuple[Shape, ...]:
    """A letter in its square with the upper left corner at (x, y); a little wider than high."""
    fill, colour, edge, dash = _BADGES[style]
    width = badge_width(height)
    size = height * (0.7 if len(letter) == 1 else 0.56)
    return (
        Rect(x + 0.375, y + 0.375, width - 0.75, height - 0.75, fill, edge, 0.75, radius=2.25, dash=dash),
        Text(x + width / 2, y + height / 2 + size * 0.36, letter, size, colour, Weight.BOLD, Anchor.MIDDLE),
    )


def badge_width(height: float) -> float:
    return height * 15 / 14


def sun(x: float, y: float, size: float) -> tuple[Shape, ...]:
    """The house's sun in a square of `size` with the upper left corner at (x, y)."""
    unit = size / 26  # it was drawn in a box of 26
    middle_x, middle_y = x + size / 2, y + size / 2

    def petal(turned: int) -> Shape:
        out = 8.4 * unit
        centre = (middle_x + out * sin(radians(turned)), middle_y - out * cos(radians(turned)))
        return ellipse(centre, (2.6 * unit, 4.2 * unit), turned=turned, fill=SUN)

    return (*(petal(turned) for turned in range(0, 360, 36)), Circle(middle_x, middle_y, 5 * unit, SUN_HEART))
