"""What stands on a paper, as values: blocks in a document. `pdf.render_pdf` turns them into pages.

Texts are drawn as they stand: there is no markup anywhere, so nothing a person typed can become any.
Lengths are points.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dagleder.exchange.drawing import Drawing


class Tone(StrEnum):
    """How a piece of text sounds: ordinary, emphasised, or in the background."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Runs = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A letter in a small square, as on the mødeplan; see `drawing_badge` for the styles."""

    letter: str
    style: str


Cell = Runs | Badge | Drawing
"""A drawing stands at its own size, in the middle of the row's height."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A sheet and its margins."""

    name: str
    width: float
    height: float
    side: float = 36
    top: float = 33
    bottom: float = 48  # room for the footer

    @property
    def content_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def content_height(self) -> float:
        return self.height - self.top - self.bottom


A4 = PageFormat("A4", 595.276, 841.89)
A4_LANDSCAPE = PageFormat("A4", 841.89, 595.276, side=30, top=21, bottom=42)
A3_LANDSCAPE = PageFormat("A3", 1190.551, 841.89)


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a paper: an optional small line above, and one below; the rule ends it."""

    text: str
    subtitle: str = ""
    kicker: str = ""
    sun: bool = False
    rule: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stays with what follows; `ruled` as over the months of the mødeplan."""

    text: str
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break in it is kept. `size` 0 is the document's own; `above` is air before it."""

    text: Runs
    size: float = 0
    above: float = 6


@dataclass(frozen=True, slots=True)
class Note:
    """A box around lines of text."""

    lines: tuple[Runs, ...]
    filled: bool = False
    size: float = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `width` in points, or a `share` of what the fixed ones leave.

    Only a column that `wraps` breaks its text into lines; in the others a text too long ends in '…'.
    """

    heading: str = ""
    width: float = 0
    share: float = 1
    align: Align = Align.LEFT
    wraps: bool = False
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the headings are repeated on each page. Without any heading there is no heading row.

    Of a row with fewer cells than columns the last one goes on to the table's edge.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float = 9.4
    row_height: float = 19
    zebra: bool = False
    gap: float = 8  # between columns


@dataclass(frozen=True, slots=True)
class DrawingBlock:
    """A drawing in the flow, at its own size."""

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class LegendEntry:
    badge: Badge
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the badges mean, side by side, with a rule below."""

    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class Spacer:
    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay together where a page or column has room for them."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups that flow through `count` columns, evenly filled when they fit on the page."""

    groups: tuple[Group, ...]
    count: int = 2
    gap: float = 22.5


Block = Title | Heading | Paragraph | Note | Table | DrawingBlock | Legend | Spacer | PageBreak | Group | Columns


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `footer` is its name at the foot, where that is not the title.

    `readers` is whom a confidential one is for ('til ledelsen').
    """

    title: str
    blocks: tuple[Block, ...]
    house_name: str
    printed_on: date
    page: PageFormat = A4
    subtitle: str = ""  # told to PDF readers as the subject
    footer: str = ""
    confidential: bool = False
    readers: str = ""
    text_size: float = 9.75
