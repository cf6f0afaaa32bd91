"""The visible part of a matrix of 400 people × 60 columns, repainted and scrolled, beside a plain QTableView.

    python -m tests.benchmarks.matrix [rounds]

The goals: one frame (16.7 ms) for a painting and for a step of scrolling (p95), and at most 0.16 of what a
QTableView with a model in Python takes for the same picture in the same run.
"""

import os
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTableView

from dagleder.base.findings import Level
from dagleder.base.paths import resource
from ui.kit.compounds import SOFT
from ui.kit.grid_values import GridRow
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import MatrixCell, MatrixColumn, MatrixContent, MatrixSum
from ui.theme.theme import Theme

PEOPLE, COLUMNS = 400, 60
WIDTH, HEIGHT = 1920, 1080
ROUNDS = 60
FRAME_MS, GOAL_RATIO = 16.7, 0.16
A_TEAM = 16  # people to a stue
_LOOKS = [
    MatrixCell(level, goal=goal, noted=noted, differs=differs)
    for level in range(5)
    for goal in (False, True)
    for noted in (False, True)
    for differs in (False, True)
]

Cell = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def look_of(person: int, column: int) -> MatrixCell:
    return _LOOKS[(person * 7 + column * 3) % len(_LOOKS)]


def matrix_of(people: int, columns: int) -> MatrixContent:
    rows: list[GridRow] = []
    for person in range(people):
        if person % A_TEAM == 0:
            rows.append(GridRow(("team", person), f"Stue {person // A_TEAM}", icon="bird", heading=True))
        rows.append(GridRow(person, f"Medarbejder {person}", "Pæd."))
    heads = tuple(
        MatrixColumn(n, f"Kompetence {n}", f"Sprog{SOFT}vurdering {n}", sum=MatrixSum(f"{n}/9", Level.SHOULD))
        for n in range(columns)
    )
    looks = {person: tuple(look_of(person, column) for column in range(columns)) for person in range(people)}
    return MatrixContent(heads, tuple(rows), looks, corner="Medarbejder", sum_title="Kan selv (3+) / behov")


class PlainModel(QAbstractTableModel):
    """The same cells as anybody would make them first: every role asked for in Python."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._brushes = [QBrush(QColor(theme.level(level).fill)) for level in range(5)]
        self._inks = [QBrush(QColor(theme.level(level).text)) for level in range(5)]

    def rowCount(self, _parent: Cell = _NOWHERE) -> int:
        return PEOPLE

    def columnCount(self, _parent: Cell = _NOWHERE) -> int:
        return COLUMNS

    def data(self, index: Cell, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = look_of(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._brushes[cell.level or 0]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._inks[cell.level or 0]
        return Qt.AlignmentFlag.AlignCenter if role == Qt.ItemDataRole.TextAlignmentRole else None


def plain_view(theme: Theme, matrix: Matrix) -> QTableView:
    """With cells of the same size as the matrix has."""
    view = QTableView()
    model = PlainModel(theme)
    model.setParent(view)
    view.setModel(model)
    geometry = matrix.scene().geometry
    for column in range(COLUMNS):
        view.setColumnWidth(column, geometry.right(column) - geometry.left(column))
    view.verticalHeader().setDefaultSectionSize(24)
    return view


def shown(view: QAbstractScrollArea) -> None:
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()


def taken(do: Callable[[], object]) -> float:
    """Ms of this thread's own time: others use the computer too."""
    began = time.thread_time()
    do()
    return (time.thread_time() - began) * 1000


def painting(view: QAbstractScrollArea, picture: QImage, step: int) -> float:
    """The whole visible part, after a jump to another place."""
    bar = view.verticalScrollBar()
    bar.setValue(step * 37 % max(1, bar.maximum()))
    QApplication.processEvents()
    return taken(lambda: view.viewport().render(picture))


def scrolling(view: QAbstractScrollArea, step: int) -> float:
    """One step of the wheel, painted as the window paints it."""
    bar = view.verticalScrollBar()
    bar.setValue(step % max(1, bar.maximum() // max(1, bar.singleStep())) * bar.singleStep())
    return taken(QApplication.processEvents)


def main(rounds: int = ROUNDS) -> int:
    application = QApplication(sys.argv[:1])
    theme = Theme(application, resource())
    matrix = Matrix(theme, "Kompetencer")
    matrix.show_matrix(matrix_of(PEOPLE, COLUMNS))
    plain = plain_view(theme, matrix)
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    painted: dict[QAbstractScrollArea, list[float]] = {matrix: [], plain: []}
    for view in painted:
        shown(view)
    for step in range(rounds):  # in turns, so that a busy moment meets both
        for view, times in painted.items():
            times.append(painting(view, picture, step))
    scrolled = [scrolling(matrix, step) for step in range(rounds)]
    ours, theirs = median(painted[matrix]), median(painted[plain])
    worst = quantiles(scrolled, n=20)[-1]
    first, ratio = painted[matrix][0], ours / theirs
    scene = matrix.scene()
    print(f"{PEOPLE} x {COLUMNS}, {len(scene.seen_lines)} lines x {len(scene.seen_columns)} columns seen")
    print(f"painted {ours:.1f} ms (the first {first:.1f}), a plain QTableView {theirs:.1f} ms")
    print(f"a step of scrolling {median(scrolled):.1f} ms, p95 {worst:.1f}")
    held = ours <= FRAME_MS and worst <= FRAME_MS and ratio <= GOAL_RATIO
    verdict = "holds" if held else "MISSED"
    print(f"goal: <= {FRAME_MS} ms each, and <= {GOAL_RATIO} x the QTableView: {ratio:.3f} x: {verdict}")
    return 0 if held else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(*map(int, sys.argv[1:])))
