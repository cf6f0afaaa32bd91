"""The matrix in its card: which competences above it, what its marks mean below."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dagleder.competence.facts import Facts
from ui.competence.area_bar import AreaBar
from ui.competence.legend import MatrixLegend
from ui.competence.matrix_content import matrix_content
from ui.competence.shown import Shown
from ui.kit.matrix import Matrix
from ui.theme.theme import Theme


class MatrixCard(QFrame):
    """`areas` tells which competences she wants to see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.areas = AreaBar()
        self.matrix = Matrix(theme, "Kompetencer")
        self.setFocusProxy(self.matrix)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.areas)
        column.addWidget(self.matrix, 1)
        column.addWidget(MatrixLegend(theme))

    def show_facts(self, facts: Facts, shown: Shown) -> None:
        """The cursor stays where it is; where that is no more, it goes to the first cell."""
        self.areas.show_areas(facts.areas, shown.which)
        matrix = self.matrix
        matrix.show_matrix(matrix_content(facts, shown))
        content = matrix.matrix
        if matrix.cursor_keys() is None and content.looks and content.columns:
            matrix.choose(next(iter(content.looks)), content.columns[0].key)

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
