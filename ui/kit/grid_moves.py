"""Where a key takes the cursor of a grid."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.kit.grid_scene import GridScene, Spot

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def moved(scene: GridScene, cursor: Spot, event: QKeyEvent) -> Spot | None:
    """The cell a key leads to; None when the key is no move.

    Arrows go one on; with Ctrl to the next block (a week, a day) or the next heading. Home and End go to the
    first and last column, with Ctrl to the corners; Page Up and Page Down by what is seen.
    """
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in _STEPS:
        down, right = _STEPS[key]
        line = _line(scene, cursor.line, down, heading=far) if down else cursor.line
        return Spot(line, _column(scene, cursor.column, right, block=far) if right else cursor.column)
    last_line, end = len(scene.lines) - 1, len(scene.content.columns)
    page = max(1, len(scene.seen_lines) - 1)
    leaps = {
        Qt.Key.Key_Home: Spot(0 if far else cursor.line, _column(scene, -1, 1, block=False)),
        Qt.Key.Key_End: Spot(last_line if far else cursor.line, _column(scene, end, -1, block=False)),
        Qt.Key.Key_PageUp: Spot(max(cursor.line - page, 0), cursor.column),
        Qt.Key.Key_PageDown: Spot(min(cursor.line + page, last_line), cursor.column),
    }
    return leaps.get(key)


def _column(scene: GridScene, column: int, step: int, *, block: bool) -> int:
    """The next column that can be chosen; the one it came from when there is none."""
    columns = scene.content.columns
    number = column + step
    came_from = columns[column].block if 0 <= column < len(columns) else None
    while 0 <= number < len(columns):
        if not columns[number].thin and not (block and columns[number].block == came_from):
            return _block_start(scene, number) if block else number
        number += step
    return column


def _block_start(scene: GridScene, column: int) -> int:
    columns = scene.content.columns
    while column > 0 and columns[column - 1].block == columns[column].block and not columns[column - 1].thin:
        column -= 1
    return column


def _line(scene: GridScene, line: int, step: int, *, heading: bool) -> int:
    number = line + step
    while 0 <= number < len(scene.lines):
        if not heading or scene.content.rows[scene.lines[number]].heading:
            return number
        number += step
    return line
