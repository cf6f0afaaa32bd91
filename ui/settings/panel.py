"""A panel that opens under a line: what is to be filled in or read before something is done, and the two ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from ui.kit.buttons import Button, Kind, Look
from ui.kit.sentence import Sentence, SentenceLine
from ui.theme.theme import Theme


class Panel(QFrame):
    """Hidden until `begin`; Esc and Annullér close it. `confirmed` asks its owner to do what it is about."""

    confirmed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, confirm: str, kind: Kind = Kind.NORMAL) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.confirm = Button(theme, confirm, self.confirmed.emit, Look(kind, compact=True))
        self._problem = SentenceLine(theme)
        self._problem.hide()
        self._cancel = Button(theme, "Annullér", self.close_panel, Look(Kind.QUIET, compact=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(self.body)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.confirm)
        column.addLayout(row)
        self.hide()

    def begin(self, first: QWidget | None = None) -> None:
        """Open, with the keyboard in `first` (else on the confirming button)."""
        self._problem.hide()
        self.show()
        (first or self.confirm).setFocus(Qt.FocusReason.TabFocusReason)  # what is proposed in it is typed over

    def close_panel(self) -> None:
        self.hide()
        self.closed.emit()

    def show_problem(self, problem: UserProblem) -> bool:
        """Said above the buttons, where no field of the panel is to blame."""
        self._problem.show_sentence(Sentence(problem.sentence, "danger", "octagon-alert"))
        self._problem.show()
        return True

    @property
    def sentence(self) -> str:
        """What is said above the buttons, '' when nothing is."""
        return "" if self._problem.isHidden() else self._problem.sentence.full

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
