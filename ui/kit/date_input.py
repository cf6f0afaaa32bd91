"""A date, typed in any usual form or picked from a calendar (Alt+↓)."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.typed_dates import parse_typed_date
from ui.kit.calendar_popup import CalendarPopup
from ui.kit.line_input import LineInput
from ui.theme.theme import Theme


class ReadDate(Protocol):
    """How a day without a year is taken."""

    def __call__(self, typed: str, *, today: date) -> date: ...


class DateInput(LineInput):
    """What is typed is read by whoever owns the field; the calendar only writes a date in it.

    `read` is how the owner reads it: the calendar opens at that day.
    """

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        read: ReadDate = parse_typed_date,
    ) -> None:
        super().__init__(theme, parent)
        self._today, self._read = today, read
        self._popup: CalendarPopup | None = None
        self._open = QAction("Åbn kalender (Alt+↓)", self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._tint()
        theme.changed.connect(self._tint)

    @property
    def popup(self) -> CalendarPopup | None:
        return self._popup

    def open_calendar(self) -> None:
        """The calendar under the field, at the day typed, else today."""
        if self._popup is None:
            self._popup = CalendarPopup(self._theme, self)
            self._popup.picked.connect(self._take)
        self._popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), self._typed_day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _typed_day(self) -> date:
        try:
            return self._read(self.text(), today=self._today())
        except UserProblem:
            return self._today()

    def _take(self, day: date) -> None:
        self.setText(day_digits(day))
        self.edited.emit()
        self.left.emit()

    def _tint(self) -> None:
        self._open.setIcon(self._theme.icon("calendar"))
