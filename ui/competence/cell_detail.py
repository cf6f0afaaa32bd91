"""The chosen cell beside the matrix: what somebody can, when and from what that is known, and what is wanted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import MONTHS_SHORT
from dagleder.base.text import capitalised
from dagleder.competence.facts import Assessed, Facts
from dagleder.competence.levels import WISH_NAMES, Source, Wish
from ui.competence.wording import assessed_text, date_in, goal_text, origin_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.side_panel import emptied
from ui.theme.theme import Theme

_NO_WISH = Option(None, "Intet ønske kendt")
_STEPS = 5  # of a course that are told


@dataclass(frozen=True)
class DetailWays:
    """What can be done with the cell."""

    assess: Callable[[], None]
    goal: Callable[[], None]
    history: Callable[[], None]
    wish: Callable[[Wish | None], None]
    departure: Callable[[], None] | None = None  # what would be without an owner if she stopped


class CellDetail(QFrame):
    """Follows the cursor of the matrix."""

    def __init__(self, theme: Theme, ways: DetailWays) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self.setProperty("kind", "cardFoot")
        self.setAccessibleName("Den valgte kompetence")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(6)
        self.wish: ChoiceInput | None = None

    def show_cell(self, facts: Facts, who: int, competence_id: int, history: Sequence[Assessed]) -> None:
        column = emptied(self._column)
        competence, holding = facts.competences[competence_id], facts.holding(who, competence_id)
        person = facts.people[who]
        column.addWidget(Label(f"{person.name} · {competence.head}", "strong", wrap=True))
        for text in _lines(facts, who, competence_id):
            column.addWidget(Label(text, "small", "text2", wrap=True))
        counted = holding.counted
        if counted and counted.note:
            column.addWidget(Label(f"“{counted.note}”", "table", wrap=True))
        course = course_text(history, facts)
        if course:
            column.addWidget(Label(course, "small", "text2", wrap=True))
        self.wish = self._wish_choice(holding.wish.wish if holding.wish else None, person.called)
        column.addWidget(Label(f"Hvad {person.called} selv ønsker", "label"))
        column.addWidget(self.wish)
        column.addWidget(self._buttons(has_history=bool(history)))
        if self._ways.departure is not None:
            leaving = Button(self._theme, f"Hvis {person.called} stopper", self._ways.departure, Look(Kind.LINK))
            column.addWidget(leaving, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_nothing(self) -> None:
        emptied(self._column)
        self.wish = None

    def _wish_choice(self, wish: Wish | None, called: str) -> ChoiceInput:
        options = (_NO_WISH, *(Option(key, capitalised(name)) for key, name in WISH_NAMES.items()))
        choice = ChoiceInput(options)
        choice.setAccessibleName(f"Hvad {called} selv ønsker")
        choice.show_raw(wish)
        choice.left.connect(lambda: self._ways.wish(cast("Wish | None", choice.raw())))
        return choice

    def _buttons(self, *, has_history: bool) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        look = Look(compact=True)
        row.addWidget(Button(self._theme, "Ret niveau", self._ways.assess, look))
        row.addWidget(Button(self._theme, "Mål", self._ways.goal, look, "Sæt mål (M)"))
        if has_history:
            row.addWidget(Button(self._theme, "Historik", self._ways.history, look))
        row.addStretch(1)
        return buttons


def _lines(facts: Facts, who: int, competence_id: int) -> Iterator[str]:
    competence, holding, today = facts.competences[competence_id], facts.holding(who, competence_id), facts.day
    counted, own = holding.counted, holding.own
    said = capitalised(assessed_text(counted, competence, today))
    yield f"{said} · {origin_text(counted, today)}" if counted else said
    if own and counted and counted.source is not Source.SELF:
        yield f"Egen vurdering: {assessed_text(own, competence, today)} · {date_in(own.day, today)}"
    if counted and counted.evidence:
        yield counted.evidence
    if holding.goal:
        yield capitalised(goal_text(holding.goal, competence, today))
        if holding.goal.note:
            yield holding.goal.note
    if target := facts.target(who, competence_id):
        yield f"Stillingens mål: {target}"


def course_text(history: Sequence[Assessed], facts: Facts) -> str:
    """'Forløb: 1 (jan 2024) → 3 (mar)': the newest steps of what others than herself found."""
    found = sorted((each for each in history if each.source is not Source.SELF), key=lambda each: (each.day, each.id))
    steps = found[-_STEPS:]
    if len(steps) < 2:  # noqa: PLR2004 -- one step is no course
        return ""
    told = (f"{each.level} ({MONTHS_SHORT[each.day.month - 1]}{_year(each, facts)})" for each in steps)
    return f"Forløb: {' → '.join(told)}"


def _year(each: Assessed, facts: Facts) -> str:
    return "" if each.day.year == facts.day.year else f" {each.day.year}"
