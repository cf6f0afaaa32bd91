"""Two parts side by side, the first as wide as its texts want it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme.theme import Theme

_HUNDRED = 100


class TextSplit(QSplitter):
    """Widths are for text of the usual size. Larger text makes the first part wider: what fits goes on fitting."""

    def __init__(self, theme: Theme, first: tuple[QWidget, int], second: tuple[QWidget, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._scale = theme, theme.px(_HUNDRED)
        for part, _width in (first, second):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setSizes([theme.px(first[1]), second[1]])
        self.setStretchFactor(1, 1)
        theme.changed.connect(self._rescale)

    def _rescale(self) -> None:
        before, self._scale = self._scale, self._theme.px(_HUNDRED)
        if self._scale != before:
            width, rest = self.sizes()
            wider = width * self._scale // before
            self.setSizes([wider, width + rest - wider])
