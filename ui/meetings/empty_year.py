"""A year without meetings shows the way: lay the usual rhythm, or make the first meeting."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dagleder.meetings.plan_year import PlanYear
from ui.kit.actions import Action
from ui.kit.buttons import Button, Look, action_button
from ui.kit.empty_state import EmptyState
from ui.theme.theme import Theme

_TEXT = (
    "Læg den sædvanlige rytme for hele året på én gang. Du ser hvert møde med sin begrundelse og kan slå det fra, "
    "før noget gemmes."
)


class EmptyYear(QFrame):
    """`turn` goes to the year before or after."""

    def __init__(self, theme: Theme, lay: Action, new: Action, turn: Callable[[int], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        before = Button(theme, "Året før", lambda: turn(-1), Look(icon="chevron-left"))
        after = Button(theme, "Året efter", lambda: turn(1), Look(icon="chevron-right"))
        buttons = (action_button(theme, lay), action_button(theme, new), before, after)
        self._state = EmptyState(theme, "", "", "calendar-days", buttons)
        self.setFocusProxy(buttons[0])
        column = QVBoxLayout(self)
        column.addWidget(self._state)

    def show_year(self, year: PlanYear) -> None:
        self._state.show_text(f"Ingen møder i {year.label} endnu", _TEXT)
