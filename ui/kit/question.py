"""The one dialog for what cannot be undone: a clear question, answers that say what they do."""

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.findings import Level
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.messages import Answer, Note, Question
from ui.kit.note_bar import NoteBar
from ui.theme.theme import Theme

_WIDTH = 440
_KINDS = {"primary": Kind.PRIMARY, "danger": Kind.DANGER, "": Kind.NORMAL}


class QuestionDialog(QDialog):
    """Dangerous answers stand to the left, and none of them has the keyboard first; Enter is the one with the ring."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.answer = ""
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._words(theme, question))
        column.addWidget(self._foot(theme, question.answers))
        self._first.setDefault(True)
        self._first.setFocus()

    def asked(self) -> str:
        """Show the question and wait; the key of the answer, or ''.

        A loop of our own instead of `exec`: a dialog that is only hidden (the window locks) stays unanswered.
        """
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.open()
        loop.exec()
        return self.answer

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its texts need: Qt's own first size reckons with texts that are not broken into lines yet."""
        width = max(self._theme.px(_WIDTH), self._column.minimumSize().width())
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        super().showEvent(event)

    def _words(self, theme: Theme, question: Question) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setContentsMargins(18, 16, 18, 16)
        words.setSpacing(8)
        words.addWidget(Label(question.title, "h2", wrap=True))
        words.addWidget(Label(question.text, tone="text2", wrap=True))
        if question.note:
            words.addWidget(NoteBar(theme, Note("note", Level.INFO, question.note, closable=False)))
        return words

    def _foot(self, theme: Theme, answers: tuple[Answer, ...]) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "dialogFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(8)
        ordered = sorted(answers, key=lambda answer: ("danger", "", "primary").index(answer.kind))
        dangerous = sum(answer.kind == "danger" for answer in answers)
        first = _first(answers)
        for place, answer in enumerate(ordered):
            if place == dangerous:
                row.addStretch(1)
            button = self._button(theme, answer)
            row.addWidget(button)
            if answer is first:
                self._first = button
        return foot

    def _button(self, theme: Theme, answer: Answer) -> Button:
        def choose() -> None:
            self.answer = answer.key
            self.accept()

        button = Button(theme, answer.text, choose, Look(_KINDS[answer.kind]))
        button.setAutoDefault(True)  # Enter presses the one with the keyboard, and no other
        return button


def _first(answers: tuple[Answer, ...]) -> Answer:
    """Where the keyboard is at first: what changes nothing if any of them is dangerous, else the primary one."""
    if any(answer.kind == "danger" for answer in answers):
        return next(answer for answer in answers if not answer.key)
    return next((answer for answer in answers if answer.kind == "primary"), answers[-1])
