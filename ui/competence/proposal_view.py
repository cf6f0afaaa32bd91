"""A house where nothing is wanted yet: fifteen competences to keep an eye on, each with a number and the reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.competence.facts import Facts
from dagleder.competence.proposal import Proposed, proposed
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, Column

_WHY = (
    "Kompetencer med et ønsket antal er i brug: dem viser skemaet, og kun dem måles I op mod. "
    "Her er et forslag til et hus på jeres størrelse. Tallene kan rettes bagefter."
)

_FIRST = "Øverst står det, I allerede har vurderet nogen i. Slå til og fra, som det passer jer."


@dataclass(frozen=True)
class Line:
    """One of the proposed; `taken` with 'Brug de 15'."""

    proposed: Proposed
    taken: bool = True


COLUMNS = (
    Column(
        "use", "", lambda line: "med" if line.taken else "", look=CellLook.TICK, shape=lambda line: line.taken, width=36
    ),
    Column("name", "Kompetence", lambda line: line.proposed.competence.name, width=330, wraps=True),
    Column("wanted", "Antal", lambda line: str(line.proposed.wanted), width=60, right=True),
    Column("reason", "Hvorfor", lambda line: line.proposed.reason, look=CellLook.MUTED, wraps=True),
)


class ProposalView(QFrame):
    """Nothing is wanted before she says so; all that is taken is one step."""

    def __init__(self, context: Context, service: CompetenceService, choose: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._service = context, service
        self._lines: list[Line] = []
        self._turned: dict[int, bool] = {}  # by competence, as she chose
        self._first = Label(_FIRST, "", "text2", wrap=True)
        self.setProperty("kind", "card")
        self.table = Table(context.theme, TableModel(COLUMNS, lambda line: line.proposed.competence.id), Density.NORMAL)
        self.table.setAccessibleName("Foreslåede kompetencer")
        self.table.ticked.connect(lambda line, _column: self._turn(line))
        self.use = Button(context.theme, "Brug dem", self._take, Look(Kind.PRIMARY, "check"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(Label("Hvilke kompetencer vil I holde øje med?", "h2", wrap=True))
        column.addWidget(Label(_WHY, "", "text2", wrap=True))
        column.addWidget(self._first)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.use)
        row.addWidget(Button(context.theme, "Vælg selv…", choose))
        own = Button(context.theme, "Importér jeres eget ark…", partial(context.open, "competence_import"))
        row.addWidget(own)
        row.addStretch(1)
        column.addLayout(row)

    def show_facts(self, facts: Facts) -> None:
        """What she has turned herself stays so."""
        found = proposed(facts)
        self._lines = [Line(each, self._turned.get(each.competence.id, each.first)) for each in found]
        self._first.setVisible(not all(each.first for each in found))
        self._show()

    def _turn(self, line: Line) -> None:
        self._turned[line.proposed.competence.id] = not line.taken
        self._lines = [replace(each, taken=not each.taken) if each == line else each for each in self._lines]
        self._show()

    def _show(self) -> None:
        self.table.rows.set_rows(self._lines)
        count = sum(line.taken for line in self._lines)
        self.use.setText("Brug den" if count == 1 else f"Brug de {count}")
        self.use.setAccessibleName(self.use.text())
        self.use.setEnabled(count > 0)

    def _take(self) -> None:
        taken = [line.proposed for line in self._lines if line.taken]
        numbers = {(each.competence.id, HOUSE): each.wanted for each in taken}
        self._context.run(f"{len(taken)} kompetencer er i brug", partial(self._service.set_wanted, numbers))
