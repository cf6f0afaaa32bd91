"""A job under way: a bar after 0.4 s, the time left after 2 s, and a way to stop it."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.kit.work import Task
from ui.theme.theme import Theme

BAR_AFTER_MS = 400
TIME_AFTER_S = 2.0
_WIDTH = 360
_STEPS = 1000
_MINUTE = 60


class ProgressCard(QFrame):
    """Appears by itself when its task takes its time, and goes with it."""

    def __init__(self, theme: Theme, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self.setProperty("kind", "card")
        self.setProperty("strong", "true")
        self.setAccessibleName(task.job.name)
        self.setFixedWidth(theme.px(_WIDTH))
        self._left = Label("", "small", "text2")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(task.job.name)
        self._line = Label("", "small", "text2", wrap=True)
        self._build(theme)
        self.hide()
        task.told.connect(self._told)
        task.ended.connect(self._ended)
        self._wait = QTimer(self, interval=BAR_AFTER_MS, singleShot=True)
        self._wait.timeout.connect(self._appear)
        self._wait.start()

    def _build(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self._task.job.name, "strong"), 1)
        head.addWidget(self._left)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if self._task.job.offers_best:
            buttons.addWidget(Button(theme, "Brug det bedste nu", self._task.use_best, Look(compact=True)))
        buttons.addWidget(Button(theme, "Stop", self._task.stop, Look(icon="square", compact=True)))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._line)
        column.addLayout(buttons)

    def _appear(self) -> None:
        self.show()
        self.raise_()

    def _told(self, share: float, text: str) -> None:
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(share * _STEPS))
        if text:
            self._line.setText(text)
        self._left.setText(time_left(time.monotonic() - self._task.began, share))

    def _ended(self) -> None:
        self._wait.stop()
        self.hide()
        self.deleteLater()


def time_left(spent: float, share: float) -> str:
    """'ca. 4 sek.', from what it has taken so far; '' in the first two seconds. Seconds and 0–1."""
    if spent < TIME_AFTER_S or share <= 0:
        return ""
    left = spent * (1 - share) / share
    return f"ca. {max(1, round(left))} sek." if left < _MINUTE else f"ca. {round(left / _MINUTE)} min."
