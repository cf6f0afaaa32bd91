"""Whom a task was given to, when and why; and the paper that answers 'Hvorfor fik Otto den?'."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from dagleder.base.dates import day_text
from dagleder.tasks.delegation import Delegated
from dagleder.tasks.states import MANDATE_NAMES, PART_NAMES
from dagleder.tasks.suggestion import DIRECTION_NAMES
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.side_panel import emptied
from ui.tasks.papers import why
from ui.tasks.part import PanelPart


class GivenPart(PanelPart):
    """`why` shows the paper about one of them."""

    def __init__(self, context: Context, why: Callable[[Delegated], None]) -> None:
        super().__init__("Uddelegeret")
        self._theme, self._why = context.theme, why
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.buttons: list[Button] = []
        self.column.addLayout(self._rows)

    def show_given(self, given: Sequence[Delegated]) -> None:
        rows = emptied(self._rows)
        self.buttons = []
        for each in given:
            rows.addWidget(Label(told(each), "name", wrap=True))
            if each.reason:
                rows.addWidget(Label(each.reason, "table", "text2", wrap=True))
            button = Button(self._theme, why(each), partial(self._why, each), Look(Kind.LINK))
            self.buttons.append(button)
            rows.addWidget(button)
        self.setVisible(bool(given))


def told(given: Delegated) -> str:
    """'Otto Kærvig · 24. februar 2026 · sikker · beslut · sparring med Karen'."""
    parts = (
        given.name,
        day_text(given.day, year=True),
        DIRECTION_NAMES[given.direction].lower() if given.direction else "",
        MANDATE_NAMES[given.mandate] if given.mandate else "",
        PART_NAMES[given.part] if given.learns else "",
        f"sparring med {given.partner}" if given.partner else "",
    )
    return " · ".join(part for part in parts if part)
