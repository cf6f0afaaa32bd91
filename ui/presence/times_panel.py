"""'Uden mødetid': whose clock times nobody has entered, each with the way to where they are entered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.presence.facts import Person
from dagleder.staff.roles import role_name
from ui.kit.buttons import Button, Look
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel, emptied
from ui.theme.theme import Theme

_WHY = "Skriv, hvornår de møder og går. Så kan hvert tidsrum sammenlignes med jeres minimum."


class TimesPanel(SidePanel):
    """`untimed` tells who they are now; the panel is left when there are none."""

    def __init__(self, theme: Theme, untimed: Callable[[], Sequence[Person]], enter: Callable[[int], None]) -> None:
        super().__init__(theme, "Uden mødetid")
        self._untimed, self._enter = untimed, enter
        self._first: Button | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.column.addWidget(Label(_WHY, "table", "text2", wrap=True))
        self.column.addLayout(self._lines)
        self.column.addStretch(1)
        self.renew()

    def begin(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        column, people = emptied(self._lines), self._untimed()
        self._first = None
        for person in people:
            button = Button(
                self.theme,
                "Skriv",
                partial(self._enter, person.id),
                Look(compact=True),
                f"Skriv mødetider for {person.name}",
            )
            self._first = self._first or button
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Label(person.name, "name", wrap=True), 1)
            row.addWidget(Label(role_name(person.role), "small", "text2"))
            row.addWidget(button)
            column.addWidget(line)
        return bool(people)
