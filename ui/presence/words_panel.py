"""'Ugen i ord': the gaps of the week, worst first, what is special about its days, and that the rest is covered."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.dates import weekday_text
from dagleder.base.findings import Level
from dagleder.base.text import capitalised, plural
from dagleder.presence.gaps import Gap
from dagleder.presence.views import WeekView
from dagleder.presence.words import untimed_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import LOOKS, level_chip
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.tip import set_tip
from ui.presence.gap_card import GapCard
from ui.theme.theme import Theme

_COUNTED = {
    Level.MUST: ("skal løses", "skal løses"),
    Level.SHOULD: ("bør ses på", "bør ses på"),
    Level.INFO: ("til orientering", "til orientering"),
}
_FIRST = 12
"""The worst that are shown at once; in a week with more there is a way to the rest."""
LOWEST = "Tallet er det laveste antal på samme tid i tidsrummet."
LEADERS = {
    True: "Ledere tæller med i tallene.",
    False: "Ledere tæller ikke med i tallene. Det kan ændres i Indstillinger.",
}


@dataclass(frozen=True)
class Way:
    """What can be done about a line."""

    label: str
    run: Callable[[], None]


class WordsPanel(QFrame):
    """`large` is the list alone, to be read aloud at the morning meeting. Signals as those of a `GapCard`."""

    chosen = Signal(object)  # Gap
    taken = Signal(object, object)  # Gap, WayOut
    plan_wanted = Signal()  # no minimum is written yet
    times_wanted = Signal()  # some have no clock times

    def __init__(self, theme: Theme, *, large: bool = False) -> None:
        super().__init__()
        self._theme, self._large = theme, large
        self._week: WeekView | None = None
        self._counts_leader = False
        self._all = False  # she has asked for more than the first
        self.cards: list[GapCard] = []
        self.setProperty("kind", "card")
        self.setAccessibleName("Ugen i ord")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 10, 14, 10)
        self._head.setSpacing(6)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Ugen i ord")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 if large else 0)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)

    def show_week(self, week: WeekView, *, counts_leader: bool) -> None:
        """The cards of gaps that are still there are kept: making one anew costs more than reckoning the week."""
        self._week, self._counts_leader = week, counts_leader
        self._show_head(week)
        gaps = week.gaps if self._all else week.gaps[:_FIRST]
        kept = {card.gap: card for card in self.cards if card.gap in gaps}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self.cards = [kept.get(gap) or self._card(gap) for gap in gaps]
        for card in self.cards:
            self._column.addWidget(card)
        if rest := len(week.gaps) - len(gaps):
            more = Button(self._theme, f"Vis {rest} til", self._show_all, Look(Kind.LINK))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for line in self._ending(week, counts_leader=counts_leader):
            self._column.addWidget(line)
        self._column.addStretch(1)

    def _show_all(self) -> None:
        self._all = True
        if self._week is not None:
            self.show_week(self._week, counts_leader=self._counts_leader)

    def mark(self, gap: Gap | None) -> None:
        """Point out the gap that the chosen cell is in."""
        for card in self.cards:
            card.show_chosen(chosen=card.gap == gap)
            if card.gap == gap:
                self._area.ensureWidgetVisible(card, 0, 0)

    def seek(self, gap: Gap) -> None:
        """Point out a gap that has just come, be it among the first or not."""
        if self._week is not None and gap in self._week.gaps and all(card.gap != gap for card in self.cards):
            self._show_all()
        self.mark(gap)

    def _show_head(self, week: WeekView) -> None:
        while (item := self._head.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        title = f"Ugen i ord · {week.only}" if week.only else "Ugen i ord"
        self._head.addWidget(Label(title, "h1" if self._large else "h3", wrap=True), 1)
        counts = Counter(gap.level for gap in week.gaps)
        for level, words in _COUNTED.items():
            if counts[level]:
                text = plural(counts[level], *words) if self._large else str(counts[level])
                chip = level_chip(self._theme, level, text)
                set_tip(chip, plural(counts[level], *words))
                chip.setAccessibleName(plural(counts[level], *words))
                self._head.addWidget(chip)

    def _card(self, gap: Gap) -> GapCard:
        card = GapCard(self._theme, gap, large=self._large)
        card.chosen.connect(self.chosen)
        card.taken.connect(self.taken)
        return card

    def _ending(self, week: WeekView, *, counts_leader: bool) -> Iterator[QWidget]:
        for view in week.days:
            for note in view.notes:
                yield self._line(f"{capitalised(weekday_text(view.day))} · {note}", Level.INFO)
        if text := untimed_text(week.untimed):
            yield self._line(text, Level.INFO, Way("Skriv mødetider", self.times_wanted.emit))
        plan = Way("Skriv et minimum", self.plan_wanted.emit) if week.rest.plan_missing else None
        yield self._line(week.rest.text, week.rest.level, plan)
        yield self._line(f"{LOWEST} {LEADERS[counts_leader]}", None)

    def _line(self, text: str, level: Level | None, way: Way | None = None) -> QFrame:
        line = QFrame()
        line.setProperty("kind", "gap")
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        if level is not None:
            role, icon = LOOKS[level]
            row.addWidget(IconLabel(self._theme, icon, role), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        tone = "ok" if level is Level.OK else "text2"
        column.addWidget(Label(text, "large" if self._large else "small", tone, wrap=True))
        if way:
            column.addWidget(Button(self._theme, way.label, way.run, Look(Kind.LINK)), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        return line
