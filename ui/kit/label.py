"""Text on a page, always plain: a name with angle brackets stays a name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A label of a type style in a tone (text2, ok …).

    Styles: h1, h2, h3, strong, name, table, tableStrong, small, label, caption, key.
    """

    def __init__(
        self, text: str = "", style: str = "", tone: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if style:
            self.setProperty("type", style)
        if style == "key":
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone = ""
        self.set_tone(tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_style(self, style: str) -> None:
        """Another type style: a line in a list that has become the one she is on."""
        if style != self.property("type"):
            self.setProperty("type", style)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
