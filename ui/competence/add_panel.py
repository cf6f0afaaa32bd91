"""'Tilføj kompetence': the whole catalogue, found by typing; a tick takes one in use, or out of it.

What is switched off stands last, and a tick switches it on again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal

from dagleder.competence.facts import Area, Competence, Facts
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from ui.competence.in_use import wanted_numbers
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, Column, Group, Grouping

_HOW = "Et flueben sætter et ønsket antal, og så er kompetencen i brug. Enter retter antallet."
_OFF = Group("Slået fra")


@dataclass(frozen=True)
class Line:
    """A competence of the catalogue, and how many are wanted of it in the house; 0 where none are.

    One that is switched off stands in no area.
    """

    competence: Competence
    area: Area | None
    in_use: bool = False
    wanted: int = 0

    @property
    def text(self) -> str:
        return f"{self.competence.head} · {self.wanted}" if self.wanted else self.competence.head


COLUMNS = (
    Column(
        "use",
        "",
        lambda line: "i brug" if line.in_use else "",
        look=CellLook.TICK,
        shape=lambda line: line.in_use,
        width=30,
    ),
    Column("name", "Kompetence", lambda line: line.text, wraps=True, tip=lambda line: line.competence.name),
)


class AddPanel(SidePanel):
    """`needs_wanted` tells whose numbers are to be changed, `new_wanted` that she wants one of her own."""

    needs_wanted = Signal(int)
    new_wanted = Signal(str)  # what she has searched for

    def __init__(self, context: Context, service: CompetenceService, facts: Callable[[], Facts]) -> None:
        super().__init__(context.theme, "Tilføj kompetence")
        self._context, self._service, self._read = context, service, facts
        grouping = Grouping(lambda line: line.area, lambda area: Group(area.name) if area else _OFF)
        model = TableModel(COLUMNS, lambda line: line.competence.id, grouping)
        self.table = Table(context.theme, model, Density.NORMAL)
        self.table.setAccessibleName("Alle kompetencer")
        empty = EmptyState(context.theme, "Ingen kompetencer", "Opret den første nedenfor.", "grid-3x3")
        self.pane = TablePane(context.theme, self.table, empty, "Søg kompetence")
        self.pane.filter_field.setMinimumWidth(0)
        self.column.addWidget(Label(_HOW, "small", "text2", wrap=True))
        self.column.addWidget(self.pane.filter_field)
        self.column.addWidget(self.pane, 1)
        own = Button(self.theme, "Ny kompetence…", self._new, Look(icon="plus"))
        self.column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.ticked.connect(lambda line, _column: self._turn(line))
        self.table.opened.connect(self._open)
        self.renew()

    def begin(self) -> None:
        self.pane.filter_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        facts = self._read()
        used = {each.id for each in facts.in_use()}
        areas = {area.id: area for area in facts.areas}
        lines = [
            Line(each, areas[each.area_id], each.id in used, facts.wanted.get((each.id, HOUSE), 0))
            for each in facts.competences.values()
        ]
        lines += (Line(each, None) for each in self._service.competences(hidden=True) if each.hidden)
        self.pane.set_rows(lines)
        return True

    def _new(self) -> None:
        self.new_wanted.emit(self.pane.filter_field.text().strip())

    def _open(self, line: Line) -> None:
        if not line.competence.hidden or self._switch_on(line.competence):
            self.needs_wanted.emit(line.competence.id)

    def _switch_on(self, competence: Competence) -> bool:
        """With the numbers it had."""
        said = f"{competence.head} er slået til igen"
        return self._context.run(said, partial(self._service.hide_competence, competence.id, hidden=False)).ok

    def _turn(self, line: Line) -> None:
        facts, competence = self._read(), line.competence
        if competence.hidden:
            self._switch_on(competence)
            return
        if line.in_use:
            numbers = {key: None for key in facts.wanted if key[0] == competence.id}
            self._context.run(f"{competence.head} er taget ud af brug", partial(self._service.set_wanted, numbers))
            return
        wanted = wanted_numbers(facts, [competence.id])
        said = f"{competence.head} er i brug: {wanted[competence.id, HOUSE]} skal kunne selv"
        self._context.run(said, partial(self._service.set_wanted, wanted))
