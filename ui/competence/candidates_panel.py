"""Who could learn something, with what is known of each. In the order of the house: nobody is called the best."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.text import and_list, capitalised
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.levels import GUIDES, WISH_NAMES, Wish
from dagleder.competence.vulnerability import is_learning
from dagleder.staff.roles import role_name
from ui.competence.wording import assessed_text, goal_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel, emptied
from ui.theme.theme import Theme

_ON_THE_WAY, _OTHERS = "På vej", "Kunne også"
_NOBODY = "Alle, hvis stilling har det som mål, kan det allerede."


class CandidatesPanel(SidePanel):
    """`goal_wanted` tells for whom a goal is to be set."""

    goal_wanted = Signal(int)

    def __init__(self, theme: Theme, competence: Competence, read: Callable[[], Facts]) -> None:
        super().__init__(theme, f"Hvem kan lære {competence.head}?")
        self._competence, self._read = competence, read
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
        column.addWidget(Label(_guides_text(facts, key), "table", "text2", wrap=True))
        learning = [who for who in facts.people if is_learning(facts, who, key) and not facts.can_alone(who, key)]
        others = [who for who in _able_to_learn(facts, key) if who not in learning]
        for title, people in ((_ON_THE_WAY, learning), (_OTHERS, others)):
            if people:
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


def _able_to_learn(facts: Facts, competence_id: int) -> Iterator[int]:
    """Those below level 3 who do not say 'ikke nu'; where roles have a target for it, only those roles."""
    roles = {role for which, role in facts.targets if which == competence_id}
    for who, person in facts.people.items():
        wish = facts.holding(who, competence_id).wish
        declined = wish is not None and wish.wish is Wish.NOT_NOW
        if not declined and not facts.can_alone(who, competence_id) and (not roles or person.role in roles):
            yield who


def _guides_text(facts: Facts, competence_id: int) -> str:
    guides = [facts.people[who].called for who in facts.people if facts.level(who, competence_id) >= GUIDES]
    return f"{and_list(guides)} kan vejlede." if guides else "Ingen i huset kan vejlede i det endnu."
