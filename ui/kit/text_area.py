"""Running text; CPR numbers in it are marked, never refused."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dagleder.base.cpr import cpr_spans
from ui.kit.line_input import Trouble, mark
from ui.theme.theme import Theme

_PADDING = 22  # the style sheet's padding and edges, and the document's margin
_MOST = 4  # times the lines asked for
_STAYING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class _CprMarker(QSyntaxHighlighter):
    def __init__(self, theme: Theme, area: QPlainTextEdit) -> None:
        super().__init__(area.document())
        self._theme = theme

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("warnSoft"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._theme.colour("warnSolid"))
        for start, end in cpr_spans(text):
            self.setFormat(start, end - start, look)


class TextArea(QPlainTextEdit):
    """`left` comes when the user leaves a text she has changed. Tab goes to the next field."""

    left = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._last = ""
        self._marker = _CprMarker(theme, self)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._restyle)
        self._fit()

    def raw(self) -> str:
        return self.toPlainText()

    def show_raw(self, raw: object) -> None:
        self._last = str(raw)
        if self._last != self.toPlainText():
            self.setPlainText(self._last)

    def set_trouble(self, trouble: Trouble) -> None:
        mark(self, trouble)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # in another width it is broken into other lines

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING and self.toPlainText() != self._last:
            self._last = self.toPlainText()
            self.left.emit()

    def _changed(self) -> None:
        if self.toPlainText() != self._last:
            self.edited.emit()

    def _restyle(self) -> None:
        self._marker.rehighlight()
        self._fit()

    def _fit(self) -> None:
        """As high as what is written, within reason."""
        lines = min(max(self._lines, round(self.document().size().height())), self._lines * _MOST)
        line = QFontMetricsF(self._theme.font("body")).lineSpacing()
        self.setFixedHeight(round(line * lines) + _PADDING)
