"""The texts of a table and the room they need: cells, and what may go on in further lines."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF

from dagleder.exchange.drawing import Drawing
from ui.kit.person_dot import SMALL
from ui.kit.sentence import Sentence
from ui.kit.table_values import Aside, CellLook, Change, ChipValue, Column, Mark, NoteLine, Row, Wrong
from ui.kit.wrapped_text import Piece, WrappedText
from ui.theme.theme import Theme

PAD, ICON, ICON_GAP = 10, 15, 6
NOTE_TEXT = PAD + 18 + ICON + 8  # where the text of a note begins: after its arrow
TICK, DOT_GAP = 16, 8
CHIP_PAD, CHIP_ICON_GAP = 8, 5
_HUNDRED, _PX_FOR_POINT = 100, 1.25
_AROUND = 7  # above and below lines that are more than one
_WRAPPING = frozenset((CellLook.TEXT, CellLook.MUTED, CellLook.CHANGE))
_SHAPED = frozenset((CellLook.CHANGE, CellLook.MARK, CellLook.PERSON, CellLook.DRAWING))


class TableTexts:
    """Pieces of text in their looks, the room they have, and the height they need."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    # notes

    def note(self, line: NoteLine, box: QRect) -> WrappedText:
        return WrappedText([piece for piece, _ in self._note_pieces(line)], note_room(box).width())

    def note_link(self, line: NoteLine, box: QRect) -> QRect:
        """Where the link of a note begins, in a line of the given box."""
        links = [number for number, (_, is_link) in enumerate(self._note_pieces(line)) if is_link]
        return self.note(line, box).rect_of(links[0], note_room(box)).toAlignedRect() if links else QRect()

    def note_height(self, line: NoteLine, width: int) -> int:
        return _around(self.note(line, QRect(0, 0, width, 0)).height)

    def _note_pieces(self, line: NoteLine) -> Iterable[tuple[Piece, bool]]:
        """Each with whether it is the link."""
        for run in Sentence(line.note.text, line.note.tone, link=line.note.link).runs():
            font = self._theme.font("table", 600 if run.bold else None)
            font.setUnderline(run.underlined)
            yield self._piece(run.text, run.role, font), run.underlined

    # cells

    def cell_pieces(self, row: Row, column: Column) -> Sequence[Piece]:
        shape = column.shape(row) if column.shape and column.look in _SHAPED else None
        plain = self._theme.font("table")
        if isinstance(shape, Mark):
            font = self._theme.font("table", 600) if shape.bold else plain
            return (self._piece(column.text(row), shape.tone, font),)
        if isinstance(shape, Change):
            struck = self._theme.font("table")
            struck.setStrikeOut(bool(shape.icon))
            return (
                self._piece(shape.before, "text3", struck),
                self._piece(" → ", "text3", plain),
                self._piece(shape.after, "text", self._theme.font("table", 600) if shape.icon else plain),
            )
        if isinstance(shape, Wrong | Aside):
            return (self._piece(shape.text, "text3" if isinstance(shape, Aside) else "text", plain),)
        quiet = column.look in {CellLook.MUTED, CellLook.PROGRESS}
        return (self._piece(column.text(row), "text2" if quiet else "text", plain),)

    def row_height(self, row: Row, widths: Iterable[tuple[Column, int]]) -> int:
        """What a row needs so that all of the columns that wrap is seen; 0 where all fits in one line."""
        needed = 0.0
        for column, width in widths:
            if column.wraps and column.look in _WRAPPING:
                pieces, room = self.cell_pieces(row, column), cell_room(QRect(0, 0, width, 0), row, column).width()
                if sum(_advance(piece) for piece in pieces) > room:
                    needed = max(needed, WrappedText(pieces, room).height)
        return _around(needed) if needed else 0

    def chip_width(self, chip: ChipValue) -> int:
        icon = ICON + CHIP_ICON_GAP if chip.icon else 0
        return ceil(_advance(self._piece(chip.text, "text", self._theme.font("small", 500)))) + 1 + icon + 2 * CHIP_PAD

    def width(self, row: Row, column: Column) -> float:
        """Of all that stands in a cell, in one line."""
        match column.look:
            case CellLook.TICK:
                return TICK
            case CellLook.CHIP:
                chip = column.shape(row) if column.shape else None
                return self.chip_width(chip) if isinstance(chip, ChipValue) else 0
            case CellLook.DRAWING if isinstance(drawing := column.shape and column.shape(row), Drawing):
                return drawing.width * self.drawing_scale
            case CellLook.PERSON | CellLook.MARK | CellLook.DRAWING:
                before = self.before(row, column)
            case _:
                before = 0
        return before + sum(_advance(piece) for piece in self.cell_pieces(row, column))

    @property
    def drawing_scale(self) -> float:
        """Px for a point of a drawing: its text is then as large as a table's small text."""
        return self._theme.px(_HUNDRED) / _HUNDRED * _PX_FOR_POINT

    def before(self, row: Row, column: Column) -> int:
        """What stands before a text: somebody's dot, or an icon."""
        shape = column.shape(row) if column.shape else None
        if isinstance(shape, Mark):
            return ICON + ICON_GAP if shape.icon else 0
        return self._theme.px(SMALL) + DOT_GAP if column.look is CellLook.PERSON else 0

    def _piece(self, text: str, role: str, font: QFont) -> Piece:
        return Piece(text, self._theme.colour(role), font)


def note_room(box: QRect) -> QRect:
    return box.adjusted(NOTE_TEXT, 0, -PAD, 0)


def cell_room(box: QRect, row: Row, column: Column) -> QRect:
    """Where the text of a cell may stand: beside the icon of one that is wrong or changed."""
    shape = column.shape(row) if column.shape and column.look is CellLook.CHANGE else None
    if isinstance(shape, Wrong):
        return box.adjusted(PAD + 2, 0, -PAD - ICON - ICON_GAP, 0)
    icon = ICON + ICON_GAP if isinstance(shape, Change) and shape.icon else 0
    return box.adjusted(PAD, 0, -PAD - icon, 0)


def _advance(piece: Piece) -> float:
    return QFontMetricsF(piece.font).horizontalAdvance(piece.text)


def _around(height: float) -> int:
    return ceil(height) + 2 * _AROUND
