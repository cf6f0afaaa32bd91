"""What has been changed about one person, newest first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.privacy.facts import FactTable
from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

_SIDE = 20
_MOST = 200


class PersonHistory(QWidget):
    """Stands in the place of the person until she goes back."""

    def __init__(self, theme: Theme, name: str, history: FactTable | None, back: Callable[[], None]) -> None:
        super().__init__()
        self._back = back
        self.setAccessibleName(f"Historik for {name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 16, _SIDE, 14)
        head.addWidget(Label(f"Historik for {name}", "h2", wrap=True), 1)
        self.way_back = Button(theme, "Vis medarbejderen", back, Look(icon="arrow-left"))
        head.addWidget(self.way_back)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(_scrolled(history.rows[::-1] if history else ()), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)


def _scrolled(rows: tuple[tuple[str, ...], ...]) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(_SIDE, 16, _SIDE, 16)
    column.setSpacing(2)
    if not rows:
        column.addWidget(Label("Intet er ændret, siden huset blev oprettet.", "table", "text2", wrap=True))
    for when, name, change, undone in rows[:_MOST]:
        column.addWidget(Label(f"{name} ({undone})" if undone else name, "name", wrap=True))
        column.addWidget(Label(change, "table", "text2", wrap=True))
        column.addWidget(Label(when, "small", "text3"))
        column.addSpacing(10)
    if len(rows) > _MOST:
        column.addWidget(Label(f"Og {len(rows) - _MOST} ændringer før det.", "small", "text2"))
    column.addStretch(1)
    area.setWidget(inner)
    return area
