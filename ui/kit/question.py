"""The one dialog for what cannot be undone: a clear question, answers that say what they do."""

from PySide6.QtCore import QEventLoop, Qt
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
    """Dangerous answers stand to the left; the primary one is where Enter goes."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setMinimumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._words(theme, question))
        column.addWidget(self._foot(theme, question.answers))

    def asked(self) -> str:
        """Show the question and wait; the key of the answer, or ''.

        A loop of our own instead of `exec`: a dialog that is only hidden (the window locks) stays unanswered.
        """
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.open()
        loop.exec()
        return self.answer

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
        for place, answer in enumerate(ordered):
            if place == dangerous:
                row.addStretch(1)
            row.addWidget(self._button(theme, answer))
        return foot

    def _button(self, theme: Theme, answer: Answer) -> Button:
        def choose() -> None:
            self.answer = answer.key
            self.accept()

        button = Button(theme, answer.text, choose, Look(_KINDS[answer.kind]))
        if answer.kind == "primary":
            button.setDefault(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button
