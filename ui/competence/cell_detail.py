"""The chosen cell beside the matrix: what somebody can, when and from what that is known, and what is wanted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import MONTHS_SHORT
from dagleder.base.text import capitalised
from dagleder.competence.facts import Assessed, Facts
from dagleder.competence.levels import WISH_NAMES, Source, Wish
from ui.competence.wording import assessed_text, date_in, goal_text, origin_text, target_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.matrix_values import HELD
from ui.theme.theme import Theme

_NO_WISH = Option(None, "Intet ønske kendt")
_IF_LEAVING = "Hvis {} stopper"
_STEPS = 5  # of a course that are told


@dataclass(frozen=True)
class DetailWays:
    """What can be done with the cell."""

    assess: Callable[[], None]
    goal: Callable[[], None]
    history: Callable[[], None]
    wish: Callable[[Wish | None], None]
    departure: Callable[[], None] | None = None  # what would be without an owner if she stopped


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing told of the cell."""

    text: str
    style: str = "small"
    tone: str = "text2"


class CellDetail(QFrame):
    """Follows the cursor of the matrix: with each arrow only its words are others."""

    def __init__(self, theme: Theme, ways: DetailWays) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self.setProperty("kind", "cardFoot")
        self.setAccessibleName("Den valgte kompetence")
        self._title = Label("", "strong", wrap=True)
        self._told: list[Label] = []
        self._wish_label = Label("", "label")
        self.wish = ChoiceInput((_NO_WISH, *(Option(key, capitalised(name)) for key, name in WISH_NAMES.items())))
        self.wish.left.connect(lambda: ways.wish(cast("Wish | None", self.wish.raw())))
        self._history = Button(theme, "Historik", ways.history, Look(compact=True))
        self._leaving: Button | None = None
        if ways.departure is not None:
            self._leaving = Button(theme, _IF_LEAVING.format("nogen"), ways.departure, Look(Kind.LINK))
        self._lines = QVBoxLayout(words := QWidget())
        self._build(words)

    def show_cell(
        self, facts: Facts, who: int, competence_id: int, history: Sequence[Assessed], *, of_column: str = ""
    ) -> None:
        """`of_column` is what is to be said of all who are shown, not of her."""
        competence, holding = facts.competences[competence_id], facts.holding(who, competence_id)
        person = facts.people[who]
        self._title.setText(f"{person.name} · {competence.head}")
        lines = tuple(_lines(facts, who, competence_id, history))
        self._tell((*lines, _Line(of_column, tone="")) if of_column else lines)
        wishes = f"Hvad {person.called} selv ønsker"
        self._wish_label.setText(wishes)
        self.wish.setAccessibleName(wishes)
        self.wish.show_raw(holding.wish.wish if holding.wish else None)
        self._history.setVisible(bool(history))
        if self._leaving is not None:
            self._leaving.setText(_IF_LEAVING.format(person.called).replace("&", "&&"))
            self._leaving.setAccessibleName(_IF_LEAVING.format(person.called))

    def _tell(self, lines: Sequence[_Line]) -> None:
        while len(self._told) < len(lines):
            self._told.append(Label("", wrap=True))
            self._lines.addWidget(self._told[-1])
        for label, line in zip_longest(self._told, lines):
            if line is not None:
                label.set_style(line.style)
                label.set_tone(line.tone)
                label.setText(line.text)
            label.setVisible(line is not None)

    def _build(self, words: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(words)
        column.addWidget(self._wish_label)
        column.addWidget(self.wish)
        column.addWidget(self._buttons())
        if self._leaving is not None:
            column.addWidget(self._leaving, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        look = Look(compact=True)
        row.addWidget(Button(self._theme, "Ret niveau", self._ways.assess, look))
        row.addWidget(Button(self._theme, "Mål", self._ways.goal, look, "Sæt mål (M)"))
        row.addWidget(self._history)
        row.addStretch(1)
        return buttons


def _lines(facts: Facts, who: int, competence_id: int, history: Sequence[Assessed]) -> Iterator[_Line]:
    for text in _facts_told(facts, who, competence_id):
        yield _Line(text)
    counted = facts.holding(who, competence_id).counted
    if counted and counted.note:
        yield _Line(f"“{counted.note}”", "table", "")
    if course := course_text(history, facts):
        yield _Line(course)


def _facts_told(facts: Facts, who: int, competence_id: int) -> Iterator[str]:
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
        yield f"Stillingens mål: {target_text(target, competence)}"


def course_text(history: Sequence[Assessed], facts: Facts) -> str:
    """'Forløb: 1 (jan 2024) → 3 (mar)', 'Forløb: ✓ (apr 2023) → nej (mar)': what others than herself found last."""
    found = sorted((each for each in history if each.source is not Source.SELF), key=lambda each: (each.day, each.id))
    steps = found[-_STEPS:]
    if len(steps) < 2:  # noqa: PLR2004 -- one step is no course
        return ""
    told = (f"{_step(each, facts)} ({MONTHS_SHORT[each.day.month - 1]}{_year(each, facts)})" for each in steps)
    return f"Forløb: {' → '.join(told)}"


def _step(each: Assessed, facts: Facts) -> str:
    if not facts.competences[each.competence_id].certificate:
        return str(each.level)
    return HELD if each.level else "nej"


def _year(each: Assessed, facts: Facts) -> str:
    return "" if each.day.year == facts.day.year else f" {each.day.year}"
