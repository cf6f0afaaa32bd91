"""What a grid shows: content, measures, folding, zoom and painting. `Grid` adds the cursor, keys and mouse."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollBar, QToolTip, QWidget

from dagleder.base.command import Json
from dagleder.base.text import capitalised
from ui.kit.focus_ring import OWN_FOCUS
from ui.kit.grid_access import SceneArea
from ui.kit.grid_geometry import GridGeometry, unit_to_fill
from ui.kit.grid_painter import GridPainter
from ui.kit.grid_scene import GridScene, Selection, Spot
from ui.kit.grid_values import EMPTY, GridContent, spoken
from ui.kit.tip import plain_tip
from ui.theme.theme import Theme

_HEAD_WITH_BLOCKS, _HEAD = 42, 28
_LINE_STEP = 24
_ZOOM_STEP = 1.1


@dataclass(frozen=True)
class GridLook:
    """Measures in px at 100 % text size: the column of names, and a column of width 1 with its limits.

    With `fill`, columns become wider than that where there is room for all of them.
    """

    names: int = 190
    unit: int = 15
    least: int = 13
    most: int = 24
    fill: bool = False


DAYS = GridLook()
"""A year of days, 13–24 px each."""
WEEK = GridLook(unit=110, least=110, most=420, fill=True)
"""Five days side by side, each with its bands."""


class GridSurface(SceneArea):
    """Shows a `GridContent`; only what is visible is asked for and painted."""

    folded_changed = Signal()

    def __init__(self, theme: Theme, name: str, look: GridLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._content: GridContent = EMPTY
        self._lines: tuple[int, ...] = ()
        self._geometry = GridGeometry((), (), 1.0)
        self._zoom = 1.0
        self._folded: frozenset[Hashable] = frozenset()
        self._lit: Hashable = None
        self._selection: Selection | None = None
        self._painter: GridPainter | None = None
        self.setAccessibleName(name)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 -- a value, not a flag
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyle)
        self._arrange()

    @property
    def content(self) -> GridContent:
        return self._content

    def scene(self) -> GridScene:
        """The grid as it stands."""
        return GridScene(
            content=self._content,
            lines=self._lines,
            geometry=self._geometry,
            size=self.viewport().size(),
            names=self._theme.px(self._look.names),
            head=self._head_height(),
            offset=QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
            selection=self._selection,
            focused=self.hasFocus(),
            folded=self._folded,
            lit=self._lit,
        )

    def light_row(self, key: Hashable) -> None:
        """Point a row out (what a finding is about); None puts the light out."""
        self._lit = key
        self.viewport().update()

    def scroll_to_column(self, key: Hashable) -> None:
        """Bring a column to the left edge ('i dag')."""
        number = next((n for n, column in enumerate(self._content.columns) if column.key == key), None)
        if number is not None:
            self.horizontalScrollBar().setValue(self._geometry.left(number))

    # folding

    @property
    def folded(self) -> frozenset[Hashable]:
        return self._folded

    def set_folded(self, keys: frozenset[Hashable]) -> None:
        """Fold away the rows of exactly these headings."""
        if keys != self._folded:
            self._folded = keys
            self._arrange()
            self.folded_changed.emit()

    # what is remembered

    def place(self) -> dict[str, Json]:
        """Zoom, folded headings and scrolling, for `go_to` another day."""
        return {
            "zoom": round(self._zoom, 2),
            "folded": [str(key) for key in sorted(self._folded, key=str)],
            "across": self.horizontalScrollBar().value(),
            "down": self.verticalScrollBar().value(),
        }

    def go_to(self, place: Mapping[str, Json]) -> None:
        """Put back what `place` gave; what no longer fits is passed over."""
        folded, zoom = place.get("folded"), place.get("zoom")
        if isinstance(folded, list):
            headings = (row.key for row in self._content.rows if row.heading)
            self.set_folded(frozenset(key for key in headings if str(key) in folded))
        if isinstance(zoom, int | float):
            self.set_zoom(float(zoom))
        for bar, name in ((self.horizontalScrollBar(), "across"), (self.verticalScrollBar(), "down")):
            where = place.get(name)
            if isinstance(where, int):
                bar.setValue(where)

    # measures

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Columns wider or narrower, within the limits; what is in the middle stays there."""
        least, most = self._look.least / self._look.unit, self._look.most / self._look.unit
        bar, seen = self.horizontalScrollBar(), self.scene().body.width()
        middle = (bar.value() + seen / 2) / max(1, self._geometry.width)
        self._zoom = min(max(zoom, least), most)
        self._arrange()
        bar.setValue(round(middle * self._geometry.width - seen / 2))

    def _arrange(self) -> None:
        """Work out which lines are seen and how wide columns are; the scroll bars follow."""
        px = self._theme.px
        rows = self._content.rows
        self._lines = tuple(n for n, row in enumerate(rows) if row.heading or row.group not in self._folded)
        heights = [px(rows[number].height) for number in self._lines]
        self._geometry = GridGeometry(self._content.columns, heights, self._unit())
        body = self.scene().body
        self._set_bar(self.horizontalScrollBar(), px(self._look.unit), (self._geometry.width, body.width()))
        self._set_bar(self.verticalScrollBar(), px(_LINE_STEP), (self._geometry.height, body.height()))
        self.viewport().update()

    def _head_height(self) -> int:
        return self._theme.px(_HEAD_WITH_BLOCKS if self._content.blocks else _HEAD)

    def _unit(self) -> float:
        """Px of a column of width 1."""
        unit = self._theme.px(self._look.unit) * self._zoom
        if not self._look.fill:
            return unit
        room = self.viewport().width() - self._theme.px(self._look.names)
        return max(unit, unit_to_fill(self._content.columns, room) * max(1.0, self._zoom))

    @staticmethod
    def _set_bar(bar: QScrollBar, step: int, lengths: tuple[int, int]) -> None:
        whole, seen = lengths
        bar.setPageStep(max(1, seen))
        bar.setSingleStep(step)
        bar.setRange(0, max(0, whole - seen))

    def _restyle(self) -> None:
        self._painter = None
        self._arrange()

    # what Qt asks for

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self.painter.paint(painter, self.scene())
        finally:
            painter.end()  # Qt ends the program when a painter outlives its painting

    @property
    def painter(self) -> GridPainter:
        """Kept until the theme changes."""
        if self._painter is None:
            self._painter = self._make_painter()
        return self._painter

    def _make_painter(self) -> GridPainter:
        return GridPainter(self._theme, self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._look.names + 400), self._theme.px(_HEAD_WITH_BLOCKS + 300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    # tips

    def tip_at(self, place: QPoint) -> str:
        """What is said about the cell, the name or the date under the mouse."""
        scene = self.scene()
        spot, line = scene.spot_at(place), scene.line_at(place)
        if spot is not None:
            return self._words_of(spot)
        if line is not None:
            row = self._content.rows[self._lines[line]]
            return row.tip or ", ".join(part for part in (row.name, row.note) if part)
        column = scene.geometry.column_at(place.x() - scene.names + scene.offset.x())
        if column is None or place.x() < scene.names:
            return ""
        shown = self._content.columns[column]
        return capitalised(", ".join(part for part in (shown.name, shown.holiday) if part))

    def _words_of(self, spot: Spot) -> str:
        return capitalised(spoken(self._content, self._lines[spot.line], spot.column))
