"""How many hours of meetings a year may have: meetings are working time."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.meetings.hours import Frame
from dagleder.meetings.service import MeetingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.label import Label

_FIELDS = (
    Field(
        "minutes",
        "Timer om året på fuld tid",
        FieldKind.HOURS,
        span=5,
        hint="Fx 45. Tomt: ingen ramme. Møder siger til, når nogen kommer over.",
    ),
    Field("proportional", "Deltid får deres del af rammen", FieldKind.CHECK, span=7),
)


class FramePart(QWidget):
    """The yearly frame of one year; the arrows go to another."""

    def __init__(self, context: Context, meetings: MeetingsService) -> None:
        super().__init__()
        self._meetings = meetings
        self._year = context.clock.today().year
        theme = context.theme
        self._head = Label("", "strong")
        look = partial(Look, Kind.QUIET, compact=True)
        self.earlier = Button(theme, "", partial(self._turn, -1), look("chevron-left"), "Rammen året før")
        self.later = Button(theme, "", partial(self._turn, 1), look("chevron-right"), "Rammen året efter")
        self.form = Form(theme, _FIELDS, today=context.clock.today, save=self._save)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.form)

    def load(self) -> None:
        frame = self._meetings.frame(self._year)
        self._head.setText(f"Ramme for mødetimer i {self._year}")
        self.form.refresh(
            {"minutes": frame.minutes if frame else None, "proportional": frame.proportional if frame else True}
        )
        self.form.frame("proportional").setVisible(frame is not None)

    def _turn(self, years: int) -> None:
        self.form.commit()
        self._year += years
        self.load()

    def _save(self, key: str, value: Any) -> None:
        now = self._meetings.frame(self._year)
        if key == "minutes":
            frame = None if value is None else Frame(value, now.proportional if now else True)
        else:
            frame = Frame(now.minutes, bool(value)) if now else None
        self._meetings.set_frame(self._year, frame)
