"""Setting or changing the password: twice, with what it means, in a panel under its line."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dagleder.base.errors import UserProblem
from dagleder.privacy.security import FORGOTTEN, SHORTEST, checked_password
from ui.kit.label import Label
from ui.kit.secret_field import SecretField
from ui.settings.panel import Panel
from ui.theme.theme import Theme

_CAPS = "Caps Lock er slået til."


class PasswordPanel(Panel):
    """`take` is called with what was typed, twice the same and long enough."""

    def __init__(self, theme: Theme, take: Callable[[str, str], None]) -> None:
        super().__init__(theme, "Sæt adgangskode")
        self._take = take
        self.setAccessibleName("Ny adgangskode")
        self.first = SecretField(theme, "Ny adgangskode")
        self.again = SecretField(theme, "Samme adgangskode igen")
        self._caps = Label("", "small", "warn")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in (self.first, self.again):
            row.addLayout(self._labelled(field), 1)
            field.caps_lock.connect(self._tell_caps)
            field.returnPressed.connect(self.confirmed)
        self.body.addLayout(row)
        self.body.addWidget(self._caps)
        rule = f"Mindst {SHORTEST} tegn. Tre eller fire ord er lettest at huske."
        self.body.addWidget(Label(rule, "small", "text2", wrap=True))
        self.body.addWidget(Label(FORGOTTEN, "table", wrap=True))
        self.confirmed.connect(self._check)
        self.closed.connect(self._empty)

    def begin_new(self, *, change: bool) -> None:
        self.confirm.setText("Skift adgangskode" if change else "Sæt adgangskode")
        self._empty()
        self.begin(self.first)

    def _labelled(self, field: SecretField) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        label = Label(field.accessibleName(), "label")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return column

    def _check(self) -> None:
        try:
            checked_password(self.first.text(), self.again.text())
        except UserProblem as problem:
            self.show_problem(problem)
            (self.again if problem.field == "repeated" else self.first).setFocus()
            return
        first, again = self.first.text(), self.again.text()
        self.close_panel()
        self._take(first, again)

    def _tell_caps(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signal carries it
        self._caps.setText(_CAPS if on else "")
        self._caps.setVisible(on)

    def _empty(self) -> None:
        """What was typed does not stay in the window."""
        self.first.clear()
        self.again.clear()
        self._caps.hide()
