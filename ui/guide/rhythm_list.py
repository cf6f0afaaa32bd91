"""The year's meetings as proposed: a tick for each series, and, unfolded, one for each date."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.json_value import Json
from dagleder.meetings.proposal import ProposedMeeting
from ui.guide.rhythm_groups import MeetingKey, RhythmGroup, chosen, key_of, meeting_line, rhythm_groups
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

_INDENT = 24


class SeriesLine(QWidget):
    """One series; `changed` tells which meetings are left out of it now."""

    changed = Signal()

    def __init__(self, theme: Theme, group: RhythmGroup, left_out: set[MeetingKey]) -> None:
        super().__init__()
        self.group, self._left_out = group, left_out
        self.tick = QCheckBox(group.name.replace("&", "&&"))
        self.tick.setAccessibleDescription(group.detail)
        self.tick.clicked.connect(lambda _on: self._all_clicked())
        self.unfold = Button(theme, "Datoer", self._fold, Look(Kind.TEXT, "chevron-down", compact=True))
        self.unfold.setAccessibleName(f"Vis datoer for {group.name}")
        self._dates = QWidget()
        self._dates.hide()
        self.dates: list[QCheckBox] = []
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.tick)
        for text in (group.detail, *group.remarks):
            label = Label(text, "small", "text2", wrap=True)
            label.setContentsMargins(_INDENT, 0, 0, 0)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._dates)
        self._show_tick()

    def _fold(self) -> None:
        if not self.dates:
            self._make_dates()
        shown = self._dates.isHidden()
        self._dates.setVisible(shown)
        self.unfold.show_icon("chevron-up" if shown else "chevron-down")

    def _make_dates(self) -> None:
        column = QVBoxLayout(self._dates)
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(0)
        for meeting in self.group.meetings:
            tick = QCheckBox(meeting_line(meeting).replace("&", "&&"))
            tick.setChecked(key_of(meeting) not in self._left_out)
            tick.toggled.connect(partial(self._one_toggled, meeting))
            self.dates.append(tick)
            column.addWidget(tick)

    def _all_clicked(self) -> None:
        """All of them when any was left out, else none: a half tick becomes a whole one."""
        on = any(key_of(meeting) in self._left_out for meeting in self.group.meetings)
        for meeting in self.group.meetings:
            self._leave(meeting, out=not on)
        for tick in self.dates:
            tick.blockSignals(True)  # noqa: FBT003 -- Qt's own argument
            tick.setChecked(on)
            tick.blockSignals(False)  # noqa: FBT003 -- Qt's own argument
        self._show_tick()
        self.changed.emit()

    def _one_toggled(self, meeting: ProposedMeeting, on: bool) -> None:  # noqa: FBT001 -- Qt's 'toggled' carries it
        self._leave(meeting, out=not on)
        self._show_tick()
        self.changed.emit()

    def _leave(self, meeting: ProposedMeeting, *, out: bool) -> None:
        (self._left_out.add if out else self._left_out.discard)(key_of(meeting))

    def _show_tick(self) -> None:
        count = sum(key_of(meeting) not in self._left_out for meeting in self.group.meetings)
        states = {0: Qt.CheckState.Unchecked, len(self.group.meetings): Qt.CheckState.Checked}
        self.tick.setCheckState(states.get(count, Qt.CheckState.PartiallyChecked))


class RhythmList(QWidget):
    """`changed` comes when something was left out or taken in again."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._meetings: tuple[ProposedMeeting, ...] = ()
        self._left_out: set[MeetingKey] = set()
        self.lines: list[SeriesLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_meetings(self, meetings: Sequence[ProposedMeeting]) -> None:
        """What was left out stays left out."""
        if tuple(meetings) == self._meetings:
            return
        self._meetings = tuple(meetings)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [SeriesLine(self._theme, group, self._left_out) for group in rhythm_groups(meetings)]
        for line in self.lines:
            line.changed.connect(self.changed)
            self._column.addWidget(Line())
            self._column.addWidget(line)

    def left_out(self) -> list[str]:
        """As it can be kept: '2026-04-14 personalemoede'."""
        return sorted(f"{day.isoformat()} {series}" for series, day in self._left_out)

    def leave_out(self, kept: Iterable[Json]) -> None:
        """Before the meetings are shown."""
        for text in kept:
            day, _, series = str(text).partition(" ")
            self._left_out.add((series, date.fromisoformat(day)))

    def chosen(self) -> list[ProposedMeeting]:
        return chosen(self._meetings, self._left_out)

    def chosen_of(self, meetings: Sequence[ProposedMeeting]) -> list[ProposedMeeting]:
        """Of another proposal (the lukkedage are laid now) what she has not left out."""
        return chosen(meetings, self._left_out)
