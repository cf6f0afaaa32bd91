"""'Hvad betyder det?': what the arbejdstid comes to while it is typed, and the periods there are besides it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.findings import Level
from dagleder.staff.pattern_words import period_words
from dagleder.staff.work_meaning import Meaning
from dagleder.staff.work_periods import WorkPeriod
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

_SIDE = 14
_NOTHING_YET = (
    "Når der er mødetider, står her, hvor mange timer de giver om ugen, hvad en feriedag koster, "
    "og hvad de betyder for bemandingen."
)
_ICONS = {
    Level.OK: ("check", "ok"),
    Level.SHOULD: ("triangle-alert", "warnSolid"),
    Level.MUST: ("octagon-alert", "danger"),
    Level.INFO: ("info", "primaryText"),
}


class MeaningPanel(QFrame):
    """`period_chosen` gives one of the other periods, `period_dropped` one that is to go; `opened` a feature."""

    period_chosen = Signal(object)
    period_dropped = Signal(object)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self.setAccessibleName("Hvad betyder det?")
        self._remark = Label("", "small", "text2", wrap=True)
        self._means, self._periods = QVBoxLayout(), QVBoxLayout()
        self._shown: QWidget | None = None
        self._foot: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._scrolled(), 1)
        self._column.addLayout(self._periods)

    def show_meanings(self, meanings: Sequence[Meaning], remark: str) -> None:
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not meanings:
            empty = Label(_NOTHING_YET, "table", "text2", wrap=True)
            empty.setContentsMargins(_SIDE, 6, _SIDE, 10)
            column.addWidget(empty)
        for meaning in meanings:
            column.addWidget(Line())
            column.addWidget(self._meaning(meaning))
        self._shown = _exchanged(self._means, self._shown, shown)
        shown.show()

    def show_periods(self, periods: Sequence[WorkPeriod], shown: WorkPeriod) -> None:
        """The other periods, the newest first."""
        foot = QFrame()
        foot.setProperty("kind", "cardFoot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(2)
        later = [period for period in periods if _is_later(period, shown)]
        for title, part in (
            ("Senere arbejdstid", later),
            ("Tidligere arbejdstid", [p for p in periods if p not in later]),
        ):
            if part:
                column.addWidget(Label(title, "label"))
            for period in part:
                column.addLayout(self._period(period))
        self._foot = _exchanged(self._periods, self._foot, foot)
        foot.setVisible(bool(periods))  # not before it has a place: it would be a window

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Hvad betyder det?")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 10)
        head.setSpacing(2)
        head.addWidget(Label("Hvad betyder det?", "h3"))
        head.addWidget(self._remark)
        column.addLayout(head)
        column.addLayout(self._means)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _meaning(self, meaning: Meaning) -> QWidget:
        icon, role = _ICONS[meaning.level]
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(_SIDE, 10, _SIDE, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._theme, meaning.icon or icon, role), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(meaning.title, "tableStrong", wrap=True))
        words.addWidget(Label(meaning.text, "table", "text2", wrap=True))
        if meaning.opens:
            show = Button(self._theme, "Vis", self._opener(meaning.opens), Look(Kind.LINK), f"Vis: {meaning.title}")
            words.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return part

    def _opener(self, feature: str) -> Callable[[], None]:
        return lambda: self.opened.emit(feature)

    def _period(self, period: WorkPeriod) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        name = f"Vis arbejdstiden {period.text}: {period_words(period)}"
        row.addWidget(
            Button(self._theme, period.short_text, lambda: self.period_chosen.emit(period), Look(Kind.LINK), name)
        )
        row.addWidget(Label(period_words(period), "table", wrap=True), 1)
        look = Look(Kind.QUIET, "x", compact=True)
        row.addWidget(Button(self._theme, "", lambda: self.period_dropped.emit(period), look, f"Fjern {period.text}"))
        return row


def _is_later(period: WorkPeriod, shown: WorkPeriod) -> bool:
    return period.first is not None and (shown.first is None or period.first > shown.first)


def _exchanged(column: QVBoxLayout, before: QWidget | None, now: QWidget) -> QWidget:
    if before is not None:
        column.removeWidget(before)
        before.hide()
        before.deleteLater()
    column.addWidget(now)
    return now
