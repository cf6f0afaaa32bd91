"""How far a house and its stuer are from what the roles are expected to have, area by area. Counted, never averaged."""

from dagleder.competence.facts import Facts
from dagleder.competence.gaps import GapCount, GapCounts, gap_counts
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from ui.competence.matrix_content import NO_TEAM
from ui.kit.grid_values import GridCell, GridColumn, GridRow, StoredGrid

EVERY_AREA = "every area"  # the key of the line of all areas; any other is an area's id
_HOMELESS = "no team"
WIDE = 1.1  # "618 ikke vurderet" takes more than a number and what is wanted
_HIGH = 54  # two lines and the bar


def target_content(facts: Facts) -> StoredGrid:
    """Of every competence a role is expected to have, in use or not."""
    every = gap_counts(facts)
    lines: dict[int | str, tuple[str, GapCounts]] = {EVERY_AREA: ("Alle områder", every)}
    lines |= {area.id: (area.name, gap_counts(facts, area_id=area.id)) for area in facts.areas}
    asked = {key: line for key, line in lines.items() if line[1].house.expected}
    cells = {
        (key, place): _cell(count) for key, (_, counts) in asked.items() for place, count in _by_place(counts).items()
    }
    names = {HOUSE: "Hele huset", _HOMELESS: NO_TEAM} | {Place(team_id=team.id): team.name for team in facts.teams}
    columns = tuple(GridColumn(place, names[place], names[place], share=WIDE) for place in _by_place(every))
    rows = tuple(GridRow(key, name, height=_HIGH) for key, (name, _) in asked.items())
    return StoredGrid(columns, rows, "Under stillingens mål", stored_cells=cells)


def _by_place(counts: GapCounts) -> dict[Place | str, GapCount]:
    teams = {Place(team_id=team.id) if team else _HOMELESS: count for team, count in counts.teams}
    return {HOUSE: counts.house, **teams}


def _cell(count: GapCount) -> GridCell:
    if not count.expected:
        return GridCell(words="ingen mål")
    if count.unknown == count.expected:
        return GridCell("ikke vurderet", words=count.text)
    unknown = f"\n{count.unknown} ikke vurderet" if count.unknown else ""
    share = count.below / count.expected
    return GridCell(f"{count.below} af {count.expected}{unknown}", words=count.text, share=share)
