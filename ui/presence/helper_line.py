"""One who could help: name, what it costs, and the button that does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.text import capitalised
from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.presence.relief import Helper
from ui.theme.theme import Theme


class HelperLine(QWidget):
    """`button` is where the keyboard goes."""

    def __init__(self, theme: Theme, helper: Helper, verb: str, take: Callable[[], None]) -> None:
        super().__init__()
        below = helper.margin < 0
        text = f"{capitalised(helper.text)}{': under jeres minimum' if below else ''}"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(helper.name, "name", wrap=True))
        if helper.text:
            words.addWidget(Label(text, "small", "danger" if below else "text2", wrap=True))
        self.button = Button(theme, verb, take, Look(compact=True), f"{verb} {helper.called}. {text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
