"""What screen readers are told of a painted grid: a table whose cells say who, where, when and what."""

import weakref
from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from dagleder.base.text import capitalised
from ui.kit.grid_scene import GridScene, Spot
from ui.kit.grid_values import spoken


class SceneArea(QAbstractScrollArea):
    """A widget that paints a scene, and lets its cells be heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.access: GridAccess | None = None  # kept for as long as the widget; Qt asks for it by itself
        _install()

    def scene(self) -> GridScene:
        """What is shown now."""
        raise NotImplementedError


class _Cell(QAccessibleInterface):
    """One cell, made when a screen reader asks for it; it looks up what it says each time."""

    def __init__(self, grid: "GridAccess", number: int) -> None:
        super().__init__()
        self._grid = grid
        self._number = number

    def isValid(self) -> bool:
        return self._number < self._grid.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]  # there may be none
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # there may be none
        return self._grid.window()

    def parent(self) -> QAccessibleInterface:
        return self._grid

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        return self._grid.cell_state(self._number)

    def rect(self) -> QRect:
        return self._grid.cell_rect(self._number)

    def text(self, kind: QAccessible.Text) -> str:
        return self._grid.cell_text(self._number) if kind == QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A cell is changed through the page, not through the screen reader."""


class GridAccess(QAccessibleObject):
    """The grid itself; its cells are counted line by line."""

    def __init__(self, widget: SceneArea) -> None:
        super().__init__(widget)
        self._widget = weakref.ref(widget)
        self._cells: dict[int, _Cell] = {}

    def _scene(self) -> GridScene | None:
        widget = self._widget()
        return widget.scene() if widget is not None else None

    def _spot(self, number: int) -> tuple[GridScene, Spot] | None:
        scene = self._scene()
        if scene is None or not scene.content.columns:
            return None
        line, column = divmod(number, len(scene.content.columns))
        return (scene, Spot(line, column)) if line < len(scene.lines) else None

    # the cells

    def cell_text(self, number: int) -> str:
        found = self._spot(number)
        if found is None:
            return ""
        scene, spot = found
        return capitalised(spoken(scene.content, scene.lines[spot.line], spot.column))

    def cell_rect(self, number: int) -> QRect:
        found, widget = self._spot(number), self._widget()
        if found is None or widget is None:
            return QRect()
        scene, spot = found
        box = scene.cell_box(spot)
        return QRect(widget.mapToGlobal(box.topLeft()), box.size())

    def cell_state(self, number: int) -> QAccessible.State:
        state = QAccessible.State()
        found = self._spot(number)
        if found is not None:
            scene, spot = found
            chosen = scene.selection
            state.focusable = state.selectable = True
            state.focused = chosen is not None and scene.focused and chosen.cursor == spot
            inside = chosen is not None and spot.line in chosen.lines and spot.column in chosen.columns
            state.selected = inside
        return state

    # what is asked of every interface

    def isValid(self) -> bool:
        return self._widget() is not None

    def window(self) -> QWindow | None:  # type: ignore[override]  # there may be none
        widget = self._widget()
        return widget.window().windowHandle() if widget is not None else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        widget = self._widget()
        above = widget.parentWidget() if widget is not None else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def childCount(self) -> int:
        scene = self._scene()
        return len(scene.lines) * len(scene.content.columns) if scene is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        if not 0 <= index < self.childCount():
            return None
        return self._cells.setdefault(index, _Cell(self, index))

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        scene, widget = self._scene(), self._widget()
        spot = scene.spot_at(widget.mapFromGlobal(QPoint(x, y))) if scene is not None and widget is not None else None
        return self.child(self._number(spot)) if spot is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # there may be none
        scene = self._scene()
        if scene is None or scene.selection is None or not scene.focused:
            return None
        return self.child(self._number(scene.selection.cursor))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((number for number, cell in self._cells.items() if cell is child), -1)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Table

    def state(self) -> QAccessible.State:
        scene = self._scene()
        state = QAccessible.State()
        state.focusable = True
        state.focused = scene is not None and scene.focused
        return state

    def rect(self) -> QRect:
        widget = self._widget()
        return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()) if widget is not None else QRect()

    def text(self, kind: QAccessible.Text) -> str:
        widget = self._widget()
        if widget is None:
            return ""
        return widget.accessibleName() if kind == QAccessible.Text.Name else widget.accessibleDescription()

    def _number(self, spot: Spot) -> int:
        scene = self._scene()
        return spot.line * len(scene.content.columns) + spot.column if scene is not None else -1


@cache
def _install() -> None:
    QAccessible.installFactory(_interface_for)


def _interface_for(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, SceneArea):
        return None
    if thing.access is None:
        thing.access = GridAccess(thing)
    return thing.access
