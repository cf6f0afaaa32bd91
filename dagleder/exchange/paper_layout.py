"""From a document to pages: pieces stacked into pages and columns, then the running foot.

Pure: values in, one drawing a page out. That no text leaves its page can be checked on the shapes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dagleder.base.errors import Bug
from dagleder.exchange.drawing import Drawing, Shape
from dagleder.exchange.paper import (
    Block,
    Columns,
    Document,
    DrawingBlock,
    Group,
    Heading,
    Legend,
    Note,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    Title,
)
from dagleder.exchange.paper_foot import foot
from dagleder.exchange.paper_pieces import (
    Piece,
    drawing_pieces,
    heading_pieces,
    legend_pieces,
    note_pieces,
    nothing,
    paragraph_pieces,
    title_pieces,
)
from dagleder.exchange.paper_table import table_pieces

Unit = tuple[Piece, ...]  # pieces that are not parted

# Of a column: the highest group that is never parted, of text and of rows.
_WHOLE_TEXT = 0.4
_WHOLE_ROWS = 0.15
_TOGETHER = 3  # rows that stay with each other at the beginning and the end of a parted group
_TOLERANCE = 0.01  # of sums of binary fractions


def lay_out(*documents: Document) -> tuple[Drawing, ...]:
    """The pages of one or more documents as drawings, numbered through, feet included."""
    pages = [(document, shapes) for document in documents for shapes in _pages(document)]
    return tuple(
        Drawing(
            document.page.width,
            document.page.height,
            (*shapes, *foot(document, number, len(pages))),
            document.title,
        )
        for number, (document, shapes) in enumerate(pages, start=1)
    )


def _pages(document: Document) -> list[list[Shape]]:
    flow = _Flow(document)
    for block in document.blocks:
        flow.add(block)
    flow.settle()
    return flow.pages


class _Flow:
    """Where the next piece goes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._page = document.page
        self.pages: list[list[Shape]] = [[]]
        self._y = 0.0  # below the upper margin
        self._held: Unit = ()

    def add(self, block: Block) -> None:
        if isinstance(block, Columns):
            self.settle()
            self._add_columns(block)
        elif isinstance(block, PageBreak):
            self.settle()
            self._new_page()
        else:
            pieces = (*self._held, *_pieces(block, self._page.content_width, self._document.text_size))
            self._held = ()
            units = _units(pieces, whole=isinstance(block, Group), limit=self._page.content_height)
            if units and units[-1][-1].glued:
                self._held = units.pop()
            self._add_units(units)

    def settle(self) -> None:
        """Places what was held back because it keeps the next piece with it."""
        held, self._held = self._held, ()
        self._add_units([held] if held else [])

    @property
    def _room(self) -> float:
        return self._page.content_height - self._y

    def _new_page(self) -> None:
        self.pages.append([])
        self._y = 0.0

    def _need_fresh_page(self, unit: Unit) -> None:
        if not self._y:
            raise Bug(f"a piece of {stacked([unit], top=True):.0f} points is higher than the page")
        self._new_page()

    def _add_units(self, units: Iterable[Unit]) -> None:
        for unit in units:
            if stacked([unit], top=not self._y) > self._room + _TOLERANCE:
                self._need_fresh_page(unit)
            self._y += self._paint([unit], self._page.side, top=not self._y)

    def _add_columns(self, block: Columns) -> None:
        width = (self._page.content_width - block.gap * (block.count - 1)) / block.count
        rest = [unit for group in block.groups for unit in self._column_units(group, width)]
        while rest:
            columns = _fill(rest, block.count, self._room)
            if not columns[0]:
                self._need_fresh_page(rest[0])
                continue
            taken = sum(len(column) for column in columns)
            if taken == len(rest):
                columns = _balanced(rest, block.count, self._room)
            heights = [
                self._paint(column, self._page.side + number * (width + block.gap), top=True)
                for number, column in enumerate(columns)
            ]
            self._y += max(heights)
            rest = rest[taken:]
            if rest:
                self._new_page()

    def _column_units(self, block: Group, width: float) -> list[Unit]:
        """A group as one, or parted where it would leave much of a column empty; then its heading goes with it."""
        group = tuple(_pieces(block, width, self._document.text_size))
        if not group:
            return []
        whole = _WHOLE_ROWS if any(isinstance(part, Table) for part in block.blocks) else _WHOLE_TEXT
        if stacked([group], top=True) <= self._page.content_height * whole:
            return [group]
        first = group[0]
        followers = (replace(piece, heading=piece.heading or first) for piece in group[1:])
        pieces = (first, *followers) if first.glued else group
        units = _units(pieces, whole=False, limit=self._page.content_height)
        bound = _ends_bound(units) if first.glued else units
        return [part for unit in bound for part in _fitting(unit, self._page.content_height)]

    def _paint(self, units: Sequence[Unit], left: float, *, top: bool) -> float:
        """Paints units below each other from the present height on; tells how high they are together."""
        y = start = self._page.top + self._y
        shapes = self.pages[-1]
        for piece in _with_heading(units, top=top):
            if y > start or not top:
                y += piece.above
            shapes.extend(piece.paint(left, y))
            y += piece.height
        return y - start


def _pieces(block: Block, width: float, size: float) -> Iterator[Piece]:
    if isinstance(block, Group):
        return chain.from_iterable(_pieces(part, width, size) for part in block.blocks)
    if isinstance(block, Table):
        return table_pieces(block, width)
    if isinstance(block, Paragraph):
        return paragraph_pieces(block, width, block.size or size)
    return _plain_pieces(block, width, size)


def _plain_pieces(block: Block, width: float, size: float) -> Iterator[Piece]:
    match block:
        case Title():
            return title_pieces(block, width, size)
        case Heading():
            return heading_pieces(block, width)
        case Note():
            return note_pieces(block, width, block.size or size)
        case Legend():
            return legend_pieces(block, width)
        case DrawingBlock(drawing):
            return drawing_pieces(drawing)
        case Spacer(height):
            return iter((Piece(0, nothing, above=height),))
    raise Bug(f"{type(block).__name__} cannot stand inside another block")


def _units(pieces: Iterable[Piece], *, whole: bool, limit: float) -> list[Unit]:
    """Pieces bound together: all of them where they fit (`whole`), else those glued to their next one."""
    every = tuple(pieces)
    if whole and every and stacked([every], top=True) <= limit:
        return [every]
    units: list[Unit] = []
    bound: list[Piece] = []
    for piece in every:
        bound.append(piece)
        if not piece.glued:
            units.append(tuple(bound))
            bound = []
    if bound:
        units.append(tuple(bound))
    return [part for unit in units for part in _fitting(unit, limit)]


def _ends_bound(units: Sequence[Unit]) -> list[Unit]:
    """The same with the first few bound to each other, and the last few: none of them stands alone in a column."""
    if len(units) < 2 * _TOGETHER:
        return [tuple(chain.from_iterable(units))]
    begin, middle, end = units[:_TOGETHER], units[_TOGETHER:-_TOGETHER], units[-_TOGETHER:]
    return [tuple(chain.from_iterable(begin)), *middle, tuple(chain.from_iterable(end))]


def _fitting(unit: Unit, limit: float) -> list[Unit]:
    """A unit as it is, or piece by piece where it is higher than a page."""
    return [unit] if stacked([unit], top=True) <= limit else [(piece,) for piece in unit]


def _with_heading(units: Sequence[Unit], *, top: bool) -> Iterator[Piece]:
    first = units[0][0] if units else None
    if top and first and first.heading:
        yield first.heading
    yield from chain.from_iterable(units)


def stacked(units: Sequence[Unit], *, top: bool) -> float:
    """How high units are below each other; at the `top` the first one's air falls away and its heading counts."""
    height = sum(piece.above + piece.height for piece in _with_heading(units, top=top))
    if top and units:
        height -= next(_with_heading(units, top=top)).above
    return height


def _fill(units: Sequence[Unit], count: int, height: float) -> list[list[Unit]]:
    """As many units as go into `count` columns of a height, from the first on."""
    columns: list[list[Unit]] = []
    rest = list(units)
    for _ in range(count):
        column: list[Unit] = []
        while rest and stacked([*column, rest[0]], top=True) <= height + _TOLERANCE:
            column.append(rest.pop(0))
        columns.append(column)
    return columns


def _balanced(units: Sequence[Unit], count: int, room: float) -> list[list[Unit]]:
    """All units in columns as even as they can be; `room` is known to hold them."""
    low, high = 0.0, room
    for _ in range(16):
        middle = (low + high) / 2
        if sum(len(column) for column in _fill(units, count, middle)) == len(units):
            high = middle
        else:
            low = middle
    return _fill(units, count, high)
