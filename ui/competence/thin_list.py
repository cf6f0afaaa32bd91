"""'Sårbarhed': where the house is thin, worst first, each with the ways on."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.findings import Finding, Level
from dagleder.base.text import plural
from dagleder.competence.facts import Facts
from dagleder.competence.lapsing import lapse_findings
from dagleder.competence.vulnerability import State, Vulnerable, vulnerable
from dagleder.competence.vulnerability_words import finding
from dagleder.presence.facts import Absence
from dagleder.settings.staffing import Place
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import level_chip
from ui.kit.label import Label
from ui.kit.notice_card import NoticeCard
from ui.kit.side_panel import emptied
from ui.kit.tip import set_tip
from ui.theme.theme import Theme

_FIRST = 12
_COUNTED = {
    Level.MUST: ("skal løses", "skal løses"),
    Level.SHOULD: ("bør ses på", "bør ses på"),
    Level.INFO: ("til orientering", "til orientering"),
}
_NO_NUMBERS = "Ingen kompetencer har et ønsket antal. Så er der intet at måle mod."
_ALL_WELL = "Der er nok, der kan, alle de steder, I ønsker."


@dataclass(frozen=True)
class ThinWays:
    """What can be done about what is thin; each takes a competence's id, one also where it is thin."""

    show: Callable[[int], None]  # its column in the matrix
    candidates: Callable[[int, Place], None]
    plans: Callable[[int], None]
    days: Callable[[int], None]  # on which it lapses, or is thin


@dataclass(frozen=True, slots=True)
class _Notice:
    """What a card says, and where its links lead: each with what it is called with, so that equal ones are equal."""

    told: Finding
    competence_id: int
    ways: tuple[tuple[str, Callable[..., None], tuple[object, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the list says. `measured`: something is wanted that could be thin."""

    notices: tuple[_Notice, ...]
    all: bool
    measured: bool


class ThinList(QFrame):
    """Cards under a head with how many there are of each gravity."""

    def __init__(self, theme: Theme, ways: ThinWays) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self._all = False
        self._facts: Facts | None = None
        self._absences: Sequence[Absence] = ()
        self._shown: _Shown | None = None
        self.cards: list[NoticeCard] = []
        self.setAccessibleName("Sårbarhed")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 10, 14, 10)
        self._head.setSpacing(6)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Sårbarhed")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(area, 1)

    def show_facts(self, facts: Facts, absences: Sequence[Absence]) -> None:
        self._facts, self._absences = facts, absences
        notices = [self._thin_notice(facts, each) for each in vulnerable(facts)]
        notices += [self._lapse_notice(each) for each in lapse_findings(facts)]
        notices.sort(key=lambda notice: (Level.MUST, Level.SHOULD, Level.INFO).index(notice.told.level))
        shown = _Shown(tuple(notices), self._all, bool(facts.wanted))
        if shown != self._shown:  # most figures typed change nothing here, and cards cost more than the figure
            self._shown = shown
            self._show(shown)

    def _show(self, shown: _Shown) -> None:
        self._show_head([notice.told.level for notice in shown.notices])
        emptied(self._column)
        seen = shown.notices if shown.all else shown.notices[:_FIRST]
        self.cards = [self._card(notice) for notice in seen]
        for card in self.cards:
            self._column.addWidget(card)
        if rest := len(shown.notices) - len(seen):
            more = Button(self._theme, f"Vis {rest} til", self._show_all, Look(Kind.LINK))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not shown.notices:
            self._column.addWidget(self._nothing(measured=shown.measured))
        self._column.addStretch(1)

    def _show_all(self) -> None:
        self._all = True
        if self._facts is not None:
            self.show_facts(self._facts, self._absences)

    @staticmethod
    def _nothing(*, measured: bool) -> Label:
        label = Label(_ALL_WELL if measured else _NO_NUMBERS, "table", "ok" if measured else "text2", wrap=True)
        label.setContentsMargins(14, 4, 14, 8)
        return label

    def _show_head(self, levels: Sequence[Level]) -> None:
        while (item := self._head.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._head.addWidget(Label("Sårbarhed", "h3"), 1)
        counts = Counter(levels)
        for level, words in _COUNTED.items():
            if counts[level]:
                chip = level_chip(self._theme, level, str(counts[level]))
                set_tip(chip, plural(counts[level], *words))
                chip.setAccessibleName(plural(counts[level], *words))
                self._head.addWidget(chip)

    # cards

    def _thin_notice(self, facts: Facts, thin: Vulnerable) -> _Notice:
        ways, planned = self._ways, any(facts.holding(who, thin.competence.id).goal for who in thin.learning)
        name = "Find flere" if planned else "Lav udviklingsplan" if thin.learning else "Find kandidater"
        key = thin.competence.id
        found: list[tuple[str, Callable[..., None], tuple[object, ...]]] = []
        if planned:
            found.append(("Se plan", ways.plans, (key,)))
        found.append((name, ways.candidates, (key, thin.place)))
        if thin.state is State.SINGLE:
            found.append(("Se dage", ways.days, (key,)))
        return _Notice(finding(thin, facts, self._absences), key, tuple(found))

    def _lapse_notice(self, told: Finding) -> _Notice:
        key = told.ref[1] if told.ref else 0
        return _Notice(told, key, (("Se udløb", self._ways.days, (key,)),))

    def _card(self, notice: _Notice) -> NoticeCard:
        told, key = notice.told, notice.competence_id
        ways = [(name, partial(run, *about)) for name, run, about in notice.ways]
        card = NoticeCard(self._theme, told.level, (told.subject, told.text), ways)
        card.pressed.connect(partial(self._ways.show, key))
        return card
