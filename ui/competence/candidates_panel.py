"""Who could learn something, with what is known of each. In the order of the house: nobody is called the best."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.text import and_list, capitalised
from dagleder.competence.belonging import people_of, place_name, stuer
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.functions import function_of
from dagleder.competence.levels import GUIDES, WISH_NAMES, Wish
from dagleder.competence.vulnerability import is_learning
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from dagleder.staff.roles import role_name
from ui.competence.wording import assessed_text, goal_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel, emptied
from ui.theme.theme import Theme

_ON_THE_WAY, _OTHERS = "På vej", "Kunne også"
_NOBODY = "Ingen at foreslå: alle, hvis stilling har det som mål, kan det allerede eller vil ikke nu."


class CandidatesPanel(SidePanel):
    """Of those who belong to `place`; `goal_wanted` tells for whom a goal is to be set."""

    goal_wanted = Signal(int)

    def __init__(self, theme: Theme, competence: Competence, read: Callable[[], Facts], place: Place = HOUSE) -> None:
        super().__init__(theme, _question(competence, read(), place))
        self._competence, self._read, self._place = competence, read, place
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.renew()

    def begin(self) -> None:
        first = next((button for button in self.findChildren(Button) if button.kind is Kind.LINK), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        facts, key = self._read(), self._competence.id
        if key not in facts.competences:
            return False
        column = emptied(self._list)
        if not self._competence.certificate:  # what is held or not has no level to guide others at
            column.addWidget(Label(_guides_text(facts, key), "table", "text2", wrap=True))
        here = people_of(facts, stuer(facts)).get(self._place, ())
        learning = [who for who in here if is_learning(facts, who, key) and not facts.can_alone(who, key)]
        others = [who for who in _able_to_learn(facts, here, key) if who not in learning]
        for title, people in ((_ON_THE_WAY, learning), (_OTHERS, others)):
            if people and learning:  # nobody is 'also' there where nobody is on the way
                column.addWidget(Label(title, "label"))
            for who in people:
                column.addWidget(self._entry(facts, who))
        if not learning and not others:
            column.addWidget(Label(_NOBODY, "table", "text2", wrap=True))
        return True

    def _entry(self, facts: Facts, who: int) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(facts.people[who].name, "name", wrap=True))
        words.addWidget(Label(capitalised(", ".join(self._known(facts, who))), "small", "text2", wrap=True))
        row.addLayout(words, 1)
        text = "Ret mål" if facts.holding(who, self._competence.id).goal else "Sæt mål"
        name = f"{text} for {facts.people[who].name}"
        way = Button(self.theme, text, partial(self.goal_wanted.emit, who), Look(Kind.LINK), name)
        row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return entry

    def _known(self, facts: Facts, who: int) -> Iterator[str]:
        holding = facts.holding(who, self._competence.id)
        yield role_name(facts.people[who].role).lower()
        yield assessed_text(holding.counted, self._competence, facts.day)
        if holding.goal:
            yield goal_text(holding.goal, self._competence, facts.day)
        if holding.wish:
            yield WISH_NAMES[holding.wish.wish]


def _question(competence: Competence, facts: Facts, place: Place) -> str:
    """'Hvem kan lære TRAS?', 'Hvem på Skovhuset kan blive brandansvarlig?', 'Hvem kan få Førstehjælp?'."""
    where = "" if place == HOUSE else f" på {place_name(facts, place)}"
    if function := function_of(competence):
        return f"Hvem{where} kan blive {function}?"
    return f"Hvem{where} kan {'få' if competence.certificate else 'lære'} {competence.head}?"


def _able_to_learn(facts: Facts, people: Iterable[int], competence_id: int) -> Iterator[int]:
    """Those below level 3 who do not say 'ikke nu'; where roles have a target for it, only those roles."""
    roles = {role for which, role in facts.targets if which == competence_id}
    for who in people:
        wish, role = facts.holding(who, competence_id).wish, facts.people[who].role
        declined = wish is not None and wish.wish is Wish.NOT_NOW
        if not declined and not facts.can_alone(who, competence_id) and (not roles or role in roles):
            yield who


def _guides_text(facts: Facts, competence_id: int) -> str:
    guides = [facts.people[who].called for who in facts.people if facts.level(who, competence_id) >= GUIDES]
    return f"{and_list(guides)} kan vejlede." if guides else "Ingen i huset kan vejlede i det endnu."
