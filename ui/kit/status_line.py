"""The bottom line: saved when, which file and how protected, keys for what is selected, date and week."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dagleder.base.dates import clock_digits, day_short, long_day_text, week_text
from dagleder.base.text import capitalised
from ui.kit.actions import Hint
from ui.kit.hint_row import HintRow
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.tip import set_tip
from ui.theme.theme import Theme

HEIGHT = 26
_ICON = 15
_SIDE, _GAP, _BETWEEN = 12, 5, 11
_LEAST_FILE = 90  # px of the file's name that are always there


def clock_at(at: datetime) -> str:
    """'10.42'."""
    return clock_digits(at.hour * 60 + at.minute)


class StatusLine(QFrame):
    """Tells, never asks.

    Where it is narrow the day is told shorter, then keys are left out, then the file's name is shortened.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "statusLine")
        self.setAccessibleName("Statuslinje")
        self._theme = theme
        self._saved_icon = IconLabel(theme, "check", "ok", _ICON)
        self._saved = Label("", tone="ok")
        self._file_icon = IconLabel(theme, "lock", "text2", _ICON)
        self._file = Label()
        self._file_text = ""
        self._hints = HintRow()
        self._day = Label()
        self._today: date | None = None
        self.saved_at: datetime | None = None
        self._build()
        theme.changed.connect(self._resize)
        self.show_nothing()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It never keeps the window from being narrow."""
        return QSize(0, self._theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_nothing(self, text: str = "Ingen fil åben endnu") -> None:
        """No house is open."""
        self.saved_at = None
        self._show(self._saved_icon, self._saved, "")
        self._show_file(text, icon_too=False)
        self.show_hints(())

    def show_file(self, name: str, protection: str, *, encrypted: bool) -> None:
        """'Solsikken.dagleder' and 'krypteret', 'uden adgangskode' or 'kun til læsning'."""
        self._file_icon.show_icon("lock" if encrypted else "lock-open", "text2")
        self._show_file(f"{name} · {protection}")

    def show_locked(self, text: str) -> None:
        """What stands here while the window is locked: nothing of the house."""
        self._show(self._saved_icon, self._saved, "")
        self._file_icon.show_icon("lock", "text2")
        self._show_file(text)
        self.show_hints(())

    def show_saved(self, at: datetime) -> None:
        self.saved_at = at
        self._saved_icon.show_icon("check", "ok")
        self._saved.set_tone("ok")
        self._show(self._saved_icon, self._saved, f"Gemt kl. {clock_at(at)}")

    def show_unsaved(self, text: str) -> None:
        """'Ikke gemt: 3 ændringer venter'."""
        self._saved_icon.show_icon("octagon-alert", "danger")
        self._saved.set_tone("danger")
        self._show(self._saved_icon, self._saved, text)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        self._hints.show_hints(hints)
        self._fit()

    def show_day(self, day: date) -> None:
        self._today = day
        self._fit()

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What the keys do with what is selected."""
        return self._hints.hints

    @property
    def text(self) -> str:
        """What the line says, for screen readers and tests."""
        parts = ("" if self._saved.isHidden() else self._saved.text(), self._file_text, self._day_text(short=False))
        return " ".join(part for part in parts if part)

    def _day_text(self, *, short: bool) -> str:
        if self._today is None:
            return ""
        day = day_short(self._today) if short else capitalised(long_day_text(self._today))
        return f"{day} · {week_text(self._today)}"

    def _fit(self) -> None:
        """Nothing is cut: what there is no room for is said shorter, and whole in its tip."""
        self._file.setText(self._file_text)
        self._day.setText(self._day_text(short=False))
        if self._room() < self._hints.wanted:
            self._day.setText(self._day_text(short=True))
            set_tip(self._day, self._day_text(short=False))
        if (lacking := self._hints.least - self._room()) > 0:
            self._shorten_file(lacking)
        self._hints.fit(self._room())

    def _room(self) -> int:
        """What is left for the hints beside everything else."""
        labels = (self._saved_icon, self._saved, self._file_icon, self._file, self._day)
        taken = sum(label.sizeHint().width() + _GAP for label in labels if not label.isHidden())
        return self.width() - taken - 2 * _SIDE - 4 * _BETWEEN

    def _shorten_file(self, lacking: int) -> None:
        metrics = self._file.fontMetrics()
        room = max(self._theme.px(_LEAST_FILE), metrics.horizontalAdvance(self._file_text) - lacking)
        self._file.setText(metrics.elidedText(self._file_text, Qt.TextElideMode.ElideMiddle, room))

    def _build(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(_GAP)
        for icon, label in ((self._saved_icon, self._saved), (self._file_icon, self._file)):
            row.addWidget(icon)
            row.addWidget(label)
            row.addSpacing(_BETWEEN)
        row.addStretch(1)
        row.addWidget(self._hints)
        row.addSpacing(_BETWEEN)
        row.addWidget(self._day)

    def _show_file(self, text: str, *, icon_too: bool = True) -> None:
        self._file_text = text
        set_tip(self._file, text)
        self._show(self._file_icon, self._file, text, icon_too=icon_too)

    def _show(self, icon: IconLabel, label: Label, text: str, *, icon_too: bool = True) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        icon.setVisible(bool(text) and icon_too)
        self._fit()
