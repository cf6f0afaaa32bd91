"""A month to pick a day from: Danish, Monday first, with ISO weeks, painted in the program's own colours."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from dagleder.base.dates import long_day_text
from ui.theme.theme import Theme

_DANISH = QLocale("da_DK")
_CELL_GAP = 1
_CLOSING = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class MonthCalendar(QCalendarWidget):
    """Qt's calendar with our days in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setLocale(_DANISH)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName("Kalender")
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text2"))
        self.setHeaderTextFormat(plain)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        self._dress_arrow("qt_calendar_prevmonth", "chevron-left", "Forrige måned")
        self._dress_arrow("qt_calendar_nextmonth", "chevron-right", "Næste måned")

    def _dress_arrow(self, name: str, icon: str, said: str) -> None:
        button = self.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(18, 18))
            button.setToolTip(said)
            button.setAccessibleName(said)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        shown = _qt(day) if isinstance(day, date) else day
        inside = rect.adjusted(_CELL_GAP, _CELL_GAP, -_CELL_GAP, -_CELL_GAP)
        text = self._theme.colour("text" if shown.month() == self.monthShown() else "text3")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(
            rect, self._theme.colour("weekend" if shown.dayOfWeek() > Qt.DayOfWeek.Friday.value else "surface")
        )
        if shown == self.selectedDate():
            self._fill(painter, inside, self._theme.colour("primary"))
            text = self._theme.colour("onPrimary")
        if shown == QDate.currentDate():
            painter.setPen(self._theme.colour("today"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 3, 3)
        painter.setPen(text)
        painter.setFont(self._theme.font("table"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(shown.day()))
        painter.restore()

    @staticmethod
    def _fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 3, 3)


class CalendarPopup(QFrame):
    """The month under its field: arrows move the day, Enter or a click picks it, Esc closes."""

    picked = Signal(date)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self._calendar = MonthCalendar(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._calendar)
        self._calendar.clicked.connect(self._pick)
        self._calendar.selectionChanged.connect(self._speak)
        for view in self._calendar.findChildren(QTableView):
            view.installEventFilter(self)

    @property
    def calendar(self) -> QCalendarWidget:
        return self._calendar

    def open_at(self, place: QPoint, day: date) -> None:
        self._calendar.setSelectedDate(_qt(day))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _CLOSING:
            if event.key() == Qt.Key.Key_Escape:
                self.close()
            else:
                self._pick(self._calendar.selectedDate())
            return True
        return super().eventFilter(watched, event)

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(_python(day))

    def _speak(self) -> None:
        self._calendar.setAccessibleDescription(long_day_text(_python(self._calendar.selectedDate())))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
