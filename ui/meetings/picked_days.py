"""Hand-picked dates: a month where each click (or Enter) puts a day in or takes it out, and the days in words."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from dagleder.base.dates import day_short, long_day_text
from dagleder.base.text import plural
from ui.kit.calendar_popup import MonthCalendar
from ui.kit.label import Label
from ui.theme.theme import Theme

_TURNS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class _PickCalendar(MonthCalendar):
    """The days picked have a filled corner and a ring: shape, not colour alone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme_now = theme
        self.picked: set[date] = set()

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        super().paintCell(painter, rect, day)
        if (day if isinstance(day, date) else _python(day)) not in self.picked:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme_now.colour("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), 4, 4)
        tick = self._theme_now.picture("check", "primaryText", 11, self.devicePixelRatioF())
        painter.drawPixmap(rect.right() - 14, rect.top() + 3, tick)
        painter.restore()


class PickedDays(QWidget):
    """`changed` comes when a day was put in or taken out."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Vælg datoer")
        self.calendar = _PickCalendar(theme, self)
        self._said = Label("", "table", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Klik på de datoer, der skal være møde.", "small", "text2", wrap=True))
        column.addWidget(self.calendar)
        column.addWidget(self._said)
        self.calendar.clicked.connect(self._turn)
        for view in self.calendar.findChildren(QTableView):
            view.installEventFilter(self)
        self._show()

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted(self.calendar.picked))

    def show_days(self, days: tuple[date, ...], at: date) -> None:
        self.calendar.picked = set(days)
        first = min(days, default=at)
        self.calendar.setSelectedDate(QDate(first.year, first.month, first.day))
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TURNS:
            self._turn(self.calendar.selectedDate())
            return True
        return super().eventFilter(watched, event)

    def _turn(self, day: QDate) -> None:
        self.calendar.picked ^= {_python(day)}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        days = self.days
        told = f"{plural(len(days), 'dato', 'datoer')}: {', '.join(map(day_short, days))}." if days else ""
        self._said.setText(told or "Ingen datoer er valgt endnu.")
        self.calendar.setAccessibleDescription(", ".join(map(long_day_text, days)))
        self.calendar.updateCells()


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
