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
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import level_chip
from ui.kit.label import Label
from ui.kit.notice_card import NoticeCard, Way
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
    """What can be done about what is thin; each takes a competence's id."""

    show: Callable[[int], None]  # its column in the matrix
    candidates: Callable[[int], None]
    plans: Callable[[int], None]
    days: Callable[[int], None]  # on which it lapses, or is thin


class ThinList(QFrame):
    """Cards under a head with how many there are of each gravity."""

    def __init__(self, theme: Theme, ways: ThinWays) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self._all = False
        self._facts: Facts | None = None
        self._absences: Sequence[Absence] = ()
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
        thin = vulnerable(facts)
        lapses = lapse_findings(facts)
        self._show_head([each.level for each in thin] + [each.level for each in lapses])
        cards = [(each.level, partial(self._thin_card, facts, each)) for each in thin]
        cards += [(each.level, partial(self._lapse_card, each)) for each in lapses]
        cards.sort(key=lambda card: (Level.MUST, Level.SHOULD, Level.INFO).index(card[0]))
        emptied(self._column)
        seen = cards if self._all else cards[:_FIRST]
        self.cards = [make() for _, make in seen]
        for card in self.cards:
            self._column.addWidget(card)
        if rest := len(cards) - len(seen):
            more = Button(self._theme, f"Vis {rest} til", self._show_all, Look(Kind.LINK))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not cards:
            self._column.addWidget(self._nothing(facts))
        self._column.addStretch(1)

    def _show_all(self) -> None:
        self._all = True
        if self._facts is not None:
            self.show_facts(self._facts, self._absences)

    def _nothing(self, facts: Facts) -> Label:
        label = Label(_ALL_WELL if facts.wanted else _NO_NUMBERS, "table", "ok" if facts.wanted else "text2", wrap=True)
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

    def _thin_card(self, facts: Facts, thin: Vulnerable) -> NoticeCard:
        told = finding(thin, facts, self._absences)
        return self._card(told, thin.competence.id, self._ways_of(facts, thin))

    def _ways_of(self, facts: Facts, thin: Vulnerable) -> Sequence[Way]:
        key = thin.competence.id
        planned = any(facts.holding(who, key).goal for who in thin.learning)
        name = "Find flere" if planned else "Lav udviklingsplan" if thin.learning else "Find kandidater"
        ways = [("Se plan", partial(self._ways.plans, key))] if planned else []
        ways.append((name, partial(self._ways.candidates, key)))
        if thin.state is State.SINGLE:
            ways.append(("Se dage", partial(self._ways.days, key)))
        return ways

    def _lapse_card(self, told: Finding) -> NoticeCard:
        key = told.ref[1] if told.ref else 0
        return self._card(told, key, [("Se udløb", partial(self._ways.days, key))])

    def _card(self, told: Finding, competence_id: int, ways: Sequence[Way]) -> NoticeCard:
        card = NoticeCard(self._theme, told.level, (told.subject, told.text), ways)
        card.pressed.connect(partial(self._ways.show, competence_id))
        return card
