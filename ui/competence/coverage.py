"""'Pr. stue': how many can it alone in the house, on each matrikel and on each stue, against what is wanted there."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.base.findings import Level
from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Competence, Facts
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from ui.competence.matrix_content import holders_of, level_of
from ui.competence.target_gaps import target_content
from ui.kit.actions import Hint
from ui.kit.empty_state import EmptyState
from ui.kit.grid import Grid
from ui.kit.grid_surface import GridLook
from ui.kit.grid_values import GridCell, GridColumn, GridRow, StoredGrid, Tone
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.kit.stack import Stack
from ui.theme.theme import Theme

LOOK = GridLook(names=216, unit=97, least=97, most=170, fill=True)
_TONES = {Level.MUST: Tone.BELOW, Level.SHOULD: Tone.SHORT, Level.OK: Tone.LIMIT}
NEEDS, TARGETS = "needs", "targets"
_MEANINGS = {
    NEEDS: (
        "Først står, hvor mange der kan selv, så hvor mange I ønsker. Rødt: ingen eller kun én. "
        "Gul ramme: færre end ønsket. Enter retter antallet."
    ),
    TARGETS: (
        "Først står, hvor mange mål der ikke er nået, af dem stillingerne har; så hvor mange ingen har vurderet, og "
        "de kan være nået eller ej. En kompetence hos en medarbejder er ét mål. Enter viser hullerne."
    ),
}
_EMPTY = {
    NEEDS: (
        "Ingen kompetencer i brug endnu",
        "Tilføj en kompetence, og skriv hvor mange der skal kunne den. Så kan dækningen ses stue for stue.",
    ),
    TARGETS: ("Ingen mål for stillingerne", "Sæt dem for en kompetence med Ret behov og mål."),
}


class Coverage(QFrame):
    """`opened` tells the competence whose numbers are to be changed, `gaps_wanted` the area and stue to look at."""

    opened = Signal(int)
    gaps_wanted = Signal(object, object)  # area's id, stue's id; None: all

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._facts: Facts | None = None
        self.against = Segment("Set op mod", (Part(NEEDS, "Behov"), Part(TARGETS, "Stillingens mål")), compact=True)
        self.against.chosen.connect(self.show_against)
        self.grid = Grid(theme, "Dækning pr. stue", LOOK)
        self.setFocusProxy(self.grid)
        self.grid.opened.connect(self._open)
        self._empty = EmptyState(theme, "", "", "grid-3x3")
        self._stack = Stack()
        for part in (self.grid, self._empty):
            self._stack.addWidget(part)
        self._said = Label("", "small", "text2", wrap=True)
        self._said.setContentsMargins(12, 8, 12, 10)
        self._build()

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.show_against(self.against.key)

    def show_against(self, against: str) -> None:
        """What is wanted of each place, or what the roles are expected to have."""
        self.against.choose(against)
        if self._facts is None:
            return
        content = coverage_content(self._facts) if against == NEEDS else target_content(self._facts)
        self._said.setText(_MEANINGS[against])
        self._empty.show_text(*_EMPTY[against])
        self._stack.setCurrentWidget(self.grid if content.rows else self._empty)
        self.grid.set_content(content)
        first = next((row.key for row in content.rows if not row.heading), None)
        if self.grid.cursor_keys() is None and first is not None:
            self.grid.choose(first, HOUSE)

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Enter", "ret behov" if self.against.key == NEEDS else "vis hullerne"),)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(11, 8, 11, 8)
        row.addWidget(self.against)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        column.addWidget(self._said)

    def _open(self, row: object, column: object) -> None:
        if self.against.key == TARGETS:
            area_id = row if isinstance(row, int) else None
            self.gaps_wanted.emit(area_id, column.team_id if isinstance(column, Place) else None)
        elif isinstance(row, int):
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
    return GridCell(f"{count}/{wanted}", _TONES[level_of(wanted, count)], words=f"{count} kan selv, {wanted} ønsket")
