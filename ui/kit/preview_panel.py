"""Beside the pages of a paper: what is to be on it, and what can be said of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.kit.paper_job import PaperJob
from ui.theme.theme import Theme

_WIDTH = 308


class PreviewPanel(QFrame):
    """The job's options as a form; `changed` comes when one is another."""

    changed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._form: Form | None = None
        self._remark: NoteBar | None = None
        self._options: dict[str, Any] = {}
        self.setProperty("kind", "card")
        self.setFixedWidth(theme.px(_WIDTH))
        theme.changed.connect(self._resize)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(12)
        inside = QWidget()
        inside.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll)
        self._title = Label("Hvad skal med?", "h3")
        self._column.addWidget(self._title)
        self._column.addStretch(1)

    @property
    def options(self) -> dict[str, Any]:
        return dict(self._options)

    @property
    def form(self) -> Form | None:
        return self._form

    def show_job(self, job: PaperJob) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._options = {field.key: job.options.get(field.key, field.empty) for field in job.fields} | dict(job.options)
        self._form = Form(self._theme, job.fields, today=self._today, save=self._choose) if job.fields else None
        if self._form is not None:
            self._column.insertWidget(1, self._form)
            self._form.load(self._options)
        self._title.setVisible(self._form is not None)
        self.say("")
        self.setVisible(bool(job.fields) or job.remark is not None)

    def say(self, text: str, level: Level = Level.OK) -> None:
        """A remark about the paper that was made, or why none could be; '' takes it away."""
        if self._remark is not None:
            self._column.removeWidget(self._remark)
            self._remark.hide()
            self._remark.deleteLater()
            self._remark = None
        if text:
            self._remark = NoteBar(self._theme, Note("paper", level, text, closable=False))
            self._column.insertWidget(self._column.count() - 1, self._remark)
            self.show()

    def show_problem(self, problem: UserProblem) -> None:
        if self._form is None or not self._form.show_problem(problem):
            self.say(problem.sentence, Level.MUST)

    def _choose(self, key: str, value: object) -> None:
        self._options[key] = value
        self.changed.emit()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))
