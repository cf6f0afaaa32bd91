"""A drawing as values: one description, painted alike on screen (Qt) and on paper (reportlab).

Lengths are points (1/72 inch), x to the right and y **down** from the top left corner, as on a
screen; a text's y is its baseline. Colours are '#RRGGBB'; '' paints nothing. Shapes are painted in
their order, later ones on top.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin


class Weight(StrEnum):
    """The four bundled cuts of the house's typeface."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.75
    radius: float = 0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; it is never broken, and drawn as it stands (no markup)."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: Weight = Weight.REGULAR
    anchor: Anchor = Anchor.START


@dataclass(frozen=True, slots=True)
class Hatch:
    """A rectangle filled with slanting stripes ('lukket')."""

    x: float
    y: float
    width: float
    height: float
    stroke: str
    background: str = ""
    stroke_width: float = 1.5
    step: float = 4.5  # from one stripe to the next, measured across them


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free outline. Steps: ('M', x, y), ('L', x, y), ('C', x1, y1, x2, y2, x, y), ('Z',)."""

    steps: tuple[tuple[str | float, ...], ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.75


Shape = Rect | Line | Text | Hatch | Circle | Path


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a surface of a given size. `description` says in words what is seen."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str = ""


def hatch_lines(hatch: Hatch) -> Iterator[tuple[float, float, float, float]]:
    """The stripes of a hatch as (x1, y1, x2, y2), slanting like '/'.

    They are to be clipped to the hatch's rectangle. They are counted from the page's corner, so that
    hatches beside each other join.
    """
    along = hatch.step * 2**0.5
    bottom = hatch.y + hatch.height
    number = int((hatch.x + hatch.y) // along)
    while number * along <= hatch.x + hatch.width + bottom:
        total = number * along  # every point of a stripe has x + y = total
        yield total - bottom, bottom, total - hatch.y, hatch.y
        number += 1


def ellipse(centre: tuple[float, float], radii: tuple[float, float], *, turned: float = 0, fill: str) -> Path:
    """A filled ellipse, turned clockwise by `turned` degrees around its centre."""
    x, y = centre
    rx, ry = radii
    bend = 0.5522847498  # four Bézier curves with this handle length differ from an ellipse by 0.03 %
    angle = radians(turned)

    def at(right: float, down: float) -> tuple[float, float]:
        return x + right * cos(angle) - down * sin(angle), y + right * sin(angle) + down * cos(angle)

    def curve(*points: tuple[float, float]) -> tuple[str | float, ...]:
        return ("C", *(value for point in points for value in at(*point)))

    return Path(
        (
            ("M", *at(rx, 0)),
            curve((rx, ry * bend), (rx * bend, ry), (0, ry)),
            curve((-rx * bend, ry), (-rx, ry * bend), (-rx, 0)),
            curve((-rx, -ry * bend), (-rx * bend, -ry), (0, -ry)),
            curve((rx * bend, -ry), (rx, -ry * bend), (rx, 0)),
            ("Z",),
        ),
        fill=fill,
    )
