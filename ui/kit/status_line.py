"""The bottom line: saved when, which file and how protected, keys for what is selected, date and week."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dagleder.base.dates import clock_digits, long_day_text, week_text
from dagleder.base.text import capitalised
from ui.kit.actions import Hint
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.theme.theme import Theme

HEIGHT = 26
_ICON = 15


def clock_at(at: datetime) -> str:
    """'10.42'."""
    return clock_digits(at.hour * 60 + at.minute)


class StatusLine(QFrame):
    """Tells, never asks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "statusLine")
        self.setAccessibleName("Statuslinje")
        self._theme = theme
        self._saved_icon = IconLabel(theme, "check", "ok", _ICON)
        self._saved = Label("", tone="ok")
        self._file_icon = IconLabel(theme, "lock", "text2", _ICON)
        self._file = Label()
        self._hints = QWidget()
        self._hint_row = QHBoxLayout(self._hints)
        self._day = Label()
        self.saved_at: datetime | None = None
        self._build()
        theme.changed.connect(self._resize)
        self.show_nothing()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

    def show_nothing(self, text: str = "Ingen fil åben endnu") -> None:
        """No house is open."""
        self.saved_at = None
        self._show(self._saved_icon, self._saved, "")
        self._show(self._file_icon, self._file, text, icon_too=False)
        self.show_hints(())

    def show_file(self, name: str, protection: str, *, encrypted: bool) -> None:
        """'Solsikken.dagleder' and 'krypteret', 'uden adgangskode' or 'kun til læsning'."""
        self._file_icon.show_icon("lock" if encrypted else "lock-open", "text2")
        self._show(self._file_icon, self._file, f"{name} · {protection}")

    def show_locked(self, text: str) -> None:
        """What stands here while the window is locked: nothing of the house."""
        self._show(self._saved_icon, self._saved, "")
        self._file_icon.show_icon("lock", "text2")
        self._show(self._file_icon, self._file, text)
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
        while (item := self._hint_row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for hint in hints:
            if hint.key:
                self._hint_row.addWidget(Label(hint.key, "key"))
            self._hint_row.addWidget(Label(hint.text))
            self._hint_row.addSpacing(4)

    def show_day(self, day: date) -> None:
        self._day.setText(f"{capitalised(long_day_text(day))} · {week_text(day)}")

    @property
    def text(self) -> str:
        """What the line says, for screen readers and tests."""
        return " ".join(label.text() for label in (self._saved, self._file, self._day) if not label.isHidden())

    def _build(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(5)
        self._hint_row.setContentsMargins(0, 0, 0, 0)
        self._hint_row.setSpacing(5)
        for icon, label in ((self._saved_icon, self._saved), (self._file_icon, self._file)):
            row.addWidget(icon)
            row.addWidget(label)
            row.addSpacing(11)
        row.addStretch(1)
        row.addWidget(self._hints)
        row.addSpacing(11)
        row.addWidget(self._day)

    def _show(self, icon: IconLabel, label: Label, text: str, *, icon_too: bool = True) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        icon.setVisible(bool(text) and icon_too)
