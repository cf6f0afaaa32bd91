"""The matrix in its card: which competences above it, what its marks mean below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dagleder.competence.facts import Facts
from ui.competence.area_bar import AreaBar
from ui.competence.legend import MatrixLegend
from ui.competence.matrix_content import matrix_content
from ui.competence.shown import Shown
from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import MatrixContent
from ui.kit.stack import Stack
from ui.theme.theme import Theme

_NO_GAPS = (
    "Ingen huller",
    "Der er nok, der kan, alle de steder, I ønsker, og ingen af dem, der er vurderet her, er under stillingens mål.",
)
_NO_COMPETENCES = "Ingen kompetencer her", "Vælg et andet område, eller tilføj en kompetence."
_NO_PEOPLE = "Ingen medarbejdere", "Ingen passer på den stue og den stilling, der er valgt."


class MatrixCard(QFrame):
    """`areas` tells which competences she wants to see, `all_wanted` that nothing is to be left out."""

    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.areas = AreaBar()
        self.matrix = Matrix(theme, "Kompetencer")
        self.all = Button(theme, "Vis alle", self.all_wanted.emit, Look(icon="x"))
        self.nothing = EmptyState(theme, "", "", "grid-3x3", (self.all,))
        self._front = Stack()
        self._front.setProperty("ground", "surface")
        self.setFocusProxy(self.matrix)
        whole = QWidget()
        matrix = QVBoxLayout(whole)
        matrix.setContentsMargins(0, 0, 0, 0)
        matrix.setSpacing(0)
        matrix.addWidget(self.matrix, 1)
        matrix.addWidget(MatrixLegend(theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.areas)
        column.addWidget(self._front, 1)
        for part in (whole, self.nothing):
            self._front.addWidget(part)

    def show_facts(self, facts: Facts, shown: Shown) -> None:
        """The cursor stays where it is; where that is no more, it goes to the first cell."""
        self.areas.show_areas(facts.areas, shown.which)
        matrix = self.matrix
        matrix.show_matrix(matrix_content(facts, shown))
        content = matrix.matrix
        if matrix.cursor_keys() is None and content.looks and content.columns:
            matrix.choose(next(iter(content.looks)), content.columns[0].key)
        self._show_front(_nothing_said(content, shown), shown)

    def _show_front(self, said: tuple[str, str] | None, shown: Shown) -> None:
        """The matrix, or why there is nothing in it; the keyboard follows what is in front."""
        asked = self.all.hasFocus()
        if said is not None:
            self.nothing.show_text(*said)
            self.all.setVisible(shown.filtered)
        self._front.setCurrentIndex(0 if said is None else 1)
        self.setFocusProxy(self.matrix if said is None else self.all)
        if asked:
            self.setFocus()

    def pair(self) -> tuple[int, int] | None:
        """Whom and what the cursor is on."""
        keys = self.matrix.cursor_keys()
        if keys is None or not isinstance(keys[0], int) or not isinstance(keys[1], int):
            return None
        return keys[0], keys[1]

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Everything that is chosen, person by person."""
        chosen = self.matrix.chosen()
        return tuple((who, what) for who in chosen.rows for what in chosen.columns)  # type: ignore[misc]  # ids, as made here

    def why_grave(self, competence_id: int) -> str:
        """Why the sum of a column is marked though its numbers look well; '' where they say it."""
        sums = (column.sum for column in self.matrix.matrix.columns if column.key == competence_id)
        return next((told.why for told in sums if told), "")

    def choose_competence(self, competence_id: int) -> bool:
        """The cursor in its column, at the person it is on or the first."""
        pair, content = self.pair(), self.matrix.matrix
        who = pair[0] if pair else next(iter(content.looks), None)
        return self.matrix.choose(who, competence_id)


def _nothing_said(content: MatrixContent, shown: Shown) -> tuple[str, str] | None:
    if not content.looks:
        return _NO_PEOPLE
    if content.columns:
        return None
    return _NO_GAPS if shown.only_gaps else _NO_COMPETENCES
