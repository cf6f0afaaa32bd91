"""One person being edited: her cards at the left, what it means at the right. Made anew for each person."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.staff.work_periods import WorkPeriod
from ui.staff.about_card import AboutCard
from ui.staff.editing import Editing
from ui.staff.leaving_panel import LeavingPanel
from ui.staff.meaning_panel import MeaningPanel
from ui.staff.note_card import NoteCard
from ui.staff.reckoning import Reckoning
from ui.staff.teams_card import TeamsCard
from ui.staff.work_card import WorkCard

_GAP = 12
_WIDTH = 312  # of what stands beside the cards, also with large text: the fields need the room more
_LEAST_UNDER = 260
_ANY_WIDTH = (1 << 24) - 1  # as wide as Qt lets a widget be
_BESIDE = _GAP + 14  # between cards and panel, and the scroll bar


class EditView(QWidget):
    """`unsaved_changed` comes when another number of fields is not saved."""

    unsaved_changed = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.about, self.work = AboutCard(editing), WorkCard(editing)
        self.teams, self.note = TeamsCard(editing), NoteCard(editing)
        self.panel = MeaningPanel(editing.context.theme)
        self._aside = QWidget()  # the panel, and the one for the last day
        self._cards = QWidget()
        self._area, self._row = QScrollArea(), QHBoxLayout(self)
        self._column, self._panels = QVBoxLayout(self._cards), QVBoxLayout(self._aside)
        self._leaving: LeavingPanel | None = None
        self._folded = False  # what it means was, when the last day took its place
        self._at_times = False  # she came to enter the working week
        self._reckoning = Reckoning(editing, self.work, self.panel.show_meanings)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.about)
        column.addWidget(self.work)
        last = QHBoxLayout()
        last.setSpacing(_GAP)
        last.addWidget(self.teams, 3)
        last.addWidget(self.note, 2)
        column.addLayout(last, 1)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._cards)
        self._aside.setFixedWidth(_WIDTH)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(_GAP)
        self._panels.addWidget(self.panel, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._area, 1)
        self._row.addWidget(self._aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        """Another text size: when all fields have theirs."""
        QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        """What it means stands beside the cards, or under them where both would not be seen in full."""
        beside = self._least_of_cards() + _WIDTH + _BESIDE <= self.width()
        if beside == (self._row.indexOf(self._aside) < 0):
            (self._column if beside else self._row).removeWidget(self._aside)
            (self._row if beside else self._column).addWidget(self._aside)
            self._aside.setMaximumWidth(_WIDTH if beside else _ANY_WIDTH)
            self.panel.setMinimumHeight(0 if beside else self._editing.context.theme.px(_LEAST_UNDER))
            self._show_aside()

    def _show_aside(self) -> None:
        """It takes no room when nothing stands in it."""
        self._aside.setVisible(not self.panel.isHidden() or self._leaving is not None)

    def _least_of_cards(self) -> int:
        return max(card.minimumSizeHint().width() for card in (self.about, self.work))

    def _connect(self) -> None:
        for card in (self.about, self.work, self.teams, self.note):
            card.unsaved_changed.connect(self.unsaved_changed)
        self.about.several_wanted.connect(self.teams.add)
        self.work.edited.connect(self._show_periods)
        self.panel.period_chosen.connect(self._choose_period)
        self.panel.period_dropped.connect(self.work.remove)
        self.panel.opened.connect(self._editing.context.open)
        self._editing.context.theme.changed.connect(self._restyle)

    def refresh(self) -> None:
        """Show what is stored; what is being typed is left alone."""
        for card in (self.about, self.work, self.teams, self.note):
            card.refresh()
        self._show_periods()
        self._reckoning.again()

    def begin(self) -> None:
        """The keyboard starts at the name."""
        self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at_times(self, day: date) -> None:
        """The keyboard starts in the working week of that day."""
        self._at_times = True
        self.work.show_day(day)
        self.begin()

    def begin_leaving(self, confirmed: Callable[[object], bool]) -> None:
        """The panel for the last day, in place of what the arbejdstid means. `confirmed` tells whether it was done."""
        person, context = self._editing.person, self._editing.context
        if person is None or self._leaving is not None:
            return
        staff = self._editing.services.staff
        panel = LeavingPanel(
            context.theme, person.called, context.clock.today, lambda day: staff.leaving_means(person.id, day)
        )
        panel.setProperty("kind", "card")
        panel.given_up.connect(self._end_leaving)
        panel.confirmed.connect(lambda day: self._end_leaving() if confirmed(day) else None)
        self._leaving = panel
        self._panels.insertWidget(0, panel)
        self._folded = self.panel.isHidden()
        self.panel.hide()
        self._show_aside()
        panel.begin()
        QTimer.singleShot(0, panel, lambda: self._area.ensureWidgetVisible(panel))

    @property
    def leaving(self) -> LeavingPanel | None:
        return self._leaving

    def commit(self) -> None:
        """Save what stands in fields she has not left."""
        self.about.commit()
        self.note.commit()

    def troubled(self) -> list[QWidget]:
        """Every field that is not saved, in order."""
        cards = (self.about, self.work, self.teams, self.note)
        return [field for card in cards for field in card.troubled()]

    def next_problem(self) -> None:
        """F8: to the next field that is not saved, round and round."""
        fields, now = self.troubled(), QApplication.focusWidget()
        if fields:
            at = fields.index(now) if now in fields else -1
            fields[(at + 1) % len(fields)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_panel(self) -> None:
        """F9: more room for the fields, or what they mean."""
        if self._leaving is None:
            self.panel.setVisible(self.panel.isHidden())
            self._show_aside()

    def panes(self) -> Sequence[QWidget]:
        name, week = self.about.form.frame("first_name").control, self.work.grid.first_field
        return (week, name, self.panel) if self._at_times else (name, week, self.panel)

    def _show_periods(self) -> None:
        choice = self.work.choice
        self.panel.show_periods(choice.others, choice.period)

    def _choose_period(self, period: WorkPeriod) -> None:
        self.work.show_period(period.first)

    def _end_leaving(self) -> None:
        if self._leaving is not None:
            self._panels.removeWidget(self._leaving)
            self._leaving.hide()
            self._leaving.deleteLater()
            self._leaving = None
            self.panel.setVisible(not self._folded)
            self._show_aside()
