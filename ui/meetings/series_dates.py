"""The dates a series would have, each with its findings, while the series is entered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.dates import day_text, weekday_text
from dagleder.base.findings import Finding, Level
from dagleder.base.text import capitalised, plural
from dagleder.meetings.checks import SeriesDay
from ui.kit.chip import LOOKS, Chip
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme


@dataclass(frozen=True)
class Shown:
    """What is said of the dates: the rule in words, the days, or why there are none."""

    rule: str
    days: Sequence[SeriesDay] = ()
    problem: str = ""
    kept: int = 0  # meetings before `since` that stay as they are


class SeriesDates(QFrame):
    """Made anew for each answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName("Datoerne")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._body: QWidget | None = None
        self._shown = Shown("")

    @property
    def days(self) -> Sequence[SeriesDay]:
        return self._shown.days

    @property
    def problem(self) -> str:
        """Why there are no dates, or ''."""
        return self._shown.problem

    def show_dates(self, shown: Shown) -> None:
        self._shown = shown
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._made(shown))
        area.setAccessibleName("Datoerne")
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = area
        self._column.addWidget(area)

    def _made(self, shown: Shown) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(Label(shown.rule, "h3", wrap=True))
        if shown.problem:
            column.addWidget(Label(shown.problem, "table", "danger", wrap=True))
        else:
            column.addWidget(Label(summary(shown.days), "table", "text2", wrap=True))
        if shown.kept:
            kept = f"{plural(shown.kept, 'tidligere møde', 'tidligere møder')} i rækken bliver stående."
            column.addWidget(Label(kept, "table", "text2", wrap=True))
        for day in shown.days:
            column.addWidget(Line())
            column.addWidget(self._day(day))
        column.addStretch(1)
        return body

    def _day(self, day: SeriesDay) -> QWidget:
        where, box = day.where, QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Label(f"{capitalised(weekday_text(where.target))} {day_text(where.target, year=True)}", "name"))
        head.addStretch(1)
        if where.moved:
            head.addWidget(Chip(self._theme, "rykket", "warn", "move-right"))
        column.addLayout(head)
        if where.moved:
            why = f"Rykket fra {day_text(where.original)} på grund af {where.because}."
            column.addWidget(Label(why, "small", "text2", wrap=True))
        for finding in day.findings:
            column.addLayout(self._finding(finding))
        return box

    def _finding(self, finding: Finding) -> QHBoxLayout:
        tone, icon = LOOKS[finding.level]
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(self._theme, icon, tone, 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(finding.text, "small", "text2", wrap=True), 1)
        return row


def summary(days: Sequence[SeriesDay]) -> str:
    """'11 møder. 1 er rykket. Ved 3 er der noget at se på.'."""
    moved = sum(day.where.moved for day in days)
    grave = sum(any(each.level in (Level.MUST, Level.SHOULD) for each in day.findings) for day in days)
    told = [f"{plural(len(days), 'møde', 'møder')}."]
    told += [f"{moved} er rykket."] if moved else []
    told += [f"Ved {grave} er der noget at se på."] if grave else []
    return " ".join(told)
