"""Above 'Udløb': which days it tells of, and in words what that is."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dagleder.base.dates import day_text, monday_of
from dagleder.base.day_words import last_of_month, plain_words, without_leads
from dagleder.base.errors import UserProblem
from dagleder.base.json_value import Json
from dagleder.base.text import squeezed
from dagleder.base.typed_dates import parse_coming_date
from ui.kit.field_frame import FieldFrame
from ui.kit.fields import Field, FieldKind
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.theme.theme import Theme

ALL, DAY, PERIOD = "all", "day", "period"
_PARTS: Final = (Part(ALL, "Alle dage"), Part(DAY, "En dag"), Part(PERIOD, "En periode"))
_KEYS: Final = frozenset(part.key for part in _PARTS)
_WRITE: Final = "Skriv en dag, fx 14/7 eller uge 29."
_FIELD_WIDTH = 176
_WEEK: Final = re.compile(r"uge \d{1,2}|(?:denne|næste) uge", re.ASCII)
_MONTH: Final = re.compile(r"(?:denne|næste) måned")
_TO_SUNDAY: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are asked about; `on_day`: how it stands on the one, not what is worse on it than anyway."""

    first: date
    last: date
    on_day: bool = False


class PeriodBar(QWidget):
    """`chosen` comes when other days are asked about. What cannot be one stays in its field with the reason."""

    chosen = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self._horizon = today()
        self._period = Period(self._horizon, self._horizon)
        self.which = Segment("Hvilke dage", _PARTS, compact=True)
        self.first, self.last = (
            FieldFrame(theme, Field(key, name, FieldKind.COMING_DATE, _WRITE), today)
            for key, name in (("first", "Fra"), ("last", "Til og med"))
        )
        self._captions = {field: Label(field.field.label, "table", "text2") for field in (self.first, self.last)}
        self._said = Label("", "table", "text2", wrap=True)
        self._build()
        self.which.chosen.connect(self._turned)
        for field in (self.first, self.last):
            field.left.connect(self._typed)

    def _build(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(4)
        for field, caption in self._captions.items():
            caption.setBuddy(field.control)
            field.show_label(shown=False)  # it stands before the field
            row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._said)
        self._theme.changed.connect(self._resize)
        self._resize()
        self._show_fields()

    def _resize(self) -> None:
        for field, caption in self._captions.items():
            field.setFixedWidth(self._theme.px(_FIELD_WIDTH))
            caption.setFixedHeight(field.control.sizeHint().height())

    # which days

    @property
    def period(self) -> Period:
        """What is asked about; the last that could be while something else stands in a field."""
        return self._period

    def reach(self, horizon: date) -> None:
        """How far ahead can be asked: all days are those from today to there."""
        self._horizon = horizon
        self._read()

    def place(self) -> dict[str, Json]:
        """As `Page.place` keeps it."""
        period = self._period
        return {"which": self.which.key, "first": period.first.isoformat(), "last": period.last.isoformat()}

    def go_to(self, place: dict[str, Json]) -> None:
        """What `place` gave; anything else is passed over."""
        which, days = place.get("which"), [place.get("first"), place.get("last")]
        if which in _KEYS and all(isinstance(day, str) for day in days):
            with suppress(ValueError):
                first, last = (date.fromisoformat(str(day)) for day in days)
                self.first.show_value(first)
                self.last.show_value(last)
                self.which.choose(str(which))
                self._show_fields()
                self._read()

    def choose_all(self) -> None:
        """What is looked for may be on any day."""
        if self.which.key != ALL:
            self.which.choose(ALL)
            self._turned(ALL)

    def say(self, text: str) -> None:
        """What is shown, in words."""
        self._said.setText(text)

    def _turned(self, key: str) -> None:
        """To other days, beginning with those that were asked about."""
        if key != ALL:
            self.first.show_value(self._period.first)
            self.last.show_value(self._period.last)
        self._show_fields()
        if self._read():
            self.chosen.emit()
        control = self.first.control
        if key != ALL and isinstance(control, QLineEdit):
            control.setFocus()
            control.selectAll()

    def _typed(self) -> None:
        days = self._days(self.first)
        if days and self.which.key == DAY:  # more than one: both fields say which
            self.which.choose(PERIOD)
            self.last.show_value(days.last)
            self._show_fields()
        if self._read():
            self.chosen.emit()

    def _show_fields(self) -> None:
        key = self.which.key
        for field, shown in ((self.first, key != ALL), (self.last, key == PERIOD)):
            field.setVisible(shown)
            self._captions[field].setVisible(shown)
        self._captions[self.first].setText("Fra" if key == PERIOD else "Dag")

    def _read(self) -> bool:
        """Take what stands in the fields; whether other days are asked about than before."""
        before, key, today = self._period, self.which.key, self._today()
        if key == ALL:
            self._period = Period(today, self._horizon)
            return self._period != before
        first = self._day(self.first, today, "Vælg i dag eller en senere dag.")
        last = first
        if key == PERIOD and first is not None:
            last = self._day(self.last, first, f"Det er før {day_text(first, year=True)}, som perioden begynder.")
        if first is not None and last is not None:
            self._period = Period(first, last, on_day=key == DAY)
        return self._period != before

    def _days(self, field: FieldFrame) -> Period | None:
        """Those of a week or month that is told in a field, as far as they can be asked about."""
        days, today = _days_told(field.text, self._today()), self._today()
        if days is None or days.first > self._horizon:
            return None
        return Period(max(days.first, today), min(days.last, self._horizon))

    def _day(self, field: FieldFrame, least: date, too_early: str) -> date | None:
        """None where no day can be used, with the reason under the field."""
        try:
            day = field.read()
        except UserProblem as problem:
            field.show_problem(problem)
            return None
        if not isinstance(day, date):
            return None
        if days := self._days(field):
            day = days.first if field is self.first else days.last
        too_late = f"Vælg en dag til og med {day_text(self._horizon, year=True)}."
        if not least <= day <= self._horizon:
            field.show_problem(UserProblem(too_early if day < least else too_late))
            return None
        field.show_value(day)
        return day


def _days_told(text: str, today: date) -> Period | None:
    """A whole week or month, 'uge 29', 'næste måned': a deadline is one day of it, and a period is asked about."""
    words = without_leads(plain_words(squeezed(text)))
    if not (_WEEK.fullmatch(words) or _MONTH.fullmatch(words)):
        return None
    try:
        day = parse_coming_date(words, today=today)
    except UserProblem:
        return None  # told where the field is read
    if _MONTH.fullmatch(words):
        return Period(day.replace(day=1), last_of_month(day))
    monday = monday_of(day)
    return Period(monday, monday + _TO_SUNDAY)
