"""A page in place of the house when it cannot be shown: what is so, in one sentence, and the ways on."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.messages import Choice
from ui.kit.middle import in_the_middle
from ui.theme.theme import Theme

_WIDTH = 520


@dataclass(frozen=True)
class Notice:
    """What is told; the first way on is the primary one."""

    title: str
    text: str
    ways: tuple[Choice, ...]
    icon: str = "info"
    role: str = "primaryText"
    more: str = ""


class NoticePage(QWidget):
    """Stands in the middle of the window; the first way on has the keyboard."""

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self.notice = notice
        self.setAccessibleName(notice.title)
        box = QWidget()
        box.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(IconLabel(theme, notice.icon, notice.role, 22))
        column.addWidget(Label(notice.title, "h1", wrap=True))
        column.addWidget(Label(notice.text, tone="text2", wrap=True))
        if notice.more:
            column.addWidget(Label(notice.more, "small", "text2", wrap=True))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, way in enumerate(notice.ways):
            button = Button(theme, way.text, way.run, Look(Kind.NORMAL if place else Kind.PRIMARY))
            row.addWidget(button)
            if not place:
                self.setFocusProxy(button)
        row.addStretch(1)
        column.addLayout(row)
        in_the_middle(self, box)
