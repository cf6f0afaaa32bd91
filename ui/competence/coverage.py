"""'Pr. stue': how many can it alone in the house, on each matrikel and on each stue, against what is wanted there."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from dagleder.base.findings import Level
from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Competence, Facts
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from ui.competence.matrix_content import holders_of, level_of
from ui.kit.empty_state import EmptyState
from ui.kit.grid import Grid
from ui.kit.grid_surface import GridLook
from ui.kit.grid_values import GridCell, GridColumn, GridRow, StoredGrid, Tone
from ui.kit.label import Label
from ui.theme.theme import Theme

_LOOK = GridLook(names=210, unit=88, least=88, most=170, fill=True)
_TONES = {Level.MUST: Tone.BELOW, Level.SHOULD: Tone.SHORT, Level.OK: Tone.LIMIT}
_MEANING = (
    "Tallet er, hvor mange der kan selv, ud af dem I ønsker. Hvidt på rødt: ingen eller kun én. "
    "Gul ramme: færre end ønsket. Enter retter antallet."
)


_NOTHING = "Tilføj en kompetence, og skriv hvor mange der skal kunne den. Så kan dækningen ses stue for stue."


class Coverage(QFrame):
    """`opened` tells the competence whose numbers are to be changed."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.grid = Grid(theme, "Dækning pr. stue", _LOOK)
        self.setFocusProxy(self.grid)
        self.grid.opened.connect(self._open)
        self._empty = EmptyState(theme, "Ingen kompetencer i brug endnu", _NOTHING, "grid-3x3")
        self._stack = QStackedWidget()
        for part in (self.grid, self._empty):
            self._stack.addWidget(part)
        said = Label(_MEANING, "small", "text2", wrap=True)
        said.setContentsMargins(12, 8, 12, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(said)

    def show_facts(self, facts: Facts) -> None:
        self._stack.setCurrentWidget(self.grid if facts.wanted else self._empty)
        content = coverage_content(facts)
        self.grid.set_content(content)
        first = next((row.key for row in content.rows if not row.heading), None)
        if self.grid.cursor_keys() is None and first is not None:
            self.grid.choose(first, HOUSE)

    def _open(self, row: object, _column: object) -> None:
        if isinstance(row, int):
            self.opened.emit(row)


def coverage_content(facts: Facts) -> StoredGrid:
    """Of the competences in use, in the order of their areas."""
    competences = facts.in_use()
    places = list(places_of(facts))
    holders = holders_of(facts, competences)
    cells = {
        (each.id, place): _cell(facts, each, place, holders[each.id].get(place, 0))
        for each in competences
        for place in places
    }
    columns = tuple(GridColumn(place, place_name(facts, place), place_name(facts, place)) for place in places)
    return StoredGrid(columns, tuple(_rows(facts, competences)), "Kompetence", stored_cells=cells)


def places_of(facts: Facts) -> Iterator[Place]:
    """The house, its matrikler where there are several, its stuer."""
    yield HOUSE
    if len(facts.sites) > 1:
        yield from (Place(site_id=site.id) for site in facts.sites)
    yield from (Place(team_id=team.id) for team in facts.teams)


def _rows(facts: Facts, competences: tuple[Competence, ...]) -> Iterator[GridRow]:
    for area in facts.areas:
        own = [each for each in competences if each.area_id == area.id]
        if own:
            yield GridRow(("area", area.id), area.name, heading=True, height=26)
        yield from (GridRow(each.id, each.head, group=("area", area.id), tip=each.name, height=28) for each in own)


def _cell(facts: Facts, competence: Competence, place: Place, count: int) -> GridCell:
    wanted = facts.wanted.get((competence.id, place))
    if wanted is None:
        return GridCell(str(count), words=f"{count} kan selv, ingen ønsket antal")
    return GridCell(f"{count} af {wanted}", _TONES[level_of(wanted, count)], words=f"{count} kan selv, {wanted} ønsket")
