"""Stacks and legends take the room they are given, so that a changed word moves nothing around them."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.label import Label
from ui.kit.legend import Legend, Meaning
from ui.kit.stack import Stack


class Blots(Legend[str]):
    def paint_sample(self, painter: QPainter, box: QRect, sample: str) -> None:
        painter.fillRect(box, self.theme.colour(sample))


def test_what_holds_a_stack_never_asks_how_high_its_words_would_be(qtbot):
    window, front, stack = QWidget(), QWidget(), Stack()
    qtbot.addWidget(window)
    words, row = QVBoxLayout(front), QHBoxLayout(window)
    words.addWidget(Label("Kan vejlede andre, vurderet i MUS 3. marts", wrap=True))
    stack.addWidget(front)
    row.addWidget(stack)
    assert words.hasHeightForWidth()
    assert not row.hasHeightForWidth()


def test_a_legend_is_as_high_as_its_lines_need_in_its_width(qtbot, theme):
    legend = Blots(theme, "Tegn", [Meaning("primary", f"noget med navnet {n}", 20) for n in range(4)])
    qtbot.addWidget(legend)
    legend.show()
    heights = []
    for width in (1200, 400, 120):
        legend.resize(width, legend.height())
        heights.append(legend.height())
    assert heights == sorted(set(heights))
    assert not legend.hasHeightForWidth()
    assert legend.accessibleName().startswith("Tegn: noget med navnet 0, ")


def test_a_larger_text_gives_a_legend_more_room(qtbot, theme):
    legend = Blots(theme, "Tegn", [Meaning("primary", "noget", 20)])
    qtbot.addWidget(legend)
    before = legend.height()
    theme.choose(text_size=130)
    assert legend.height() > before
