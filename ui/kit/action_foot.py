"""The foot of a panel: what can be done with what it shows, a button each."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.kit.actions import Action
from ui.kit.buttons import Button, Look
from ui.theme.theme import Theme

_SIDE, _TOP, _BETWEEN = 16, 8, 8


class ActionFoot(QFrame):
    """Only what can be done now is there."""

    def __init__(self, theme: Theme, actions: Iterable[Action]) -> None:
        super().__init__()
        self.setProperty("kind", "cardFoot")
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        row.setSpacing(_BETWEEN)
        self._ways = [(Button(theme, each.name, each.run, Look(icon=each.icon)), each) for each in actions]
        for button, _ in self._ways:
            row.addWidget(button)
        row.addStretch(1)

    def renew(self) -> bool:
        """What can be done is other than it was; True when the button that has the keyboard went with it."""
        gone = any(button.hasFocus() and action.why_not() for button, action in self._ways)
        for button, action in self._ways:
            button.setVisible(not action.why_not())
        return gone
