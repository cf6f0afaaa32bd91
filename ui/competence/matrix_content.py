"""The competences of the house as the kit's matrix shows them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.competence.belonging import people_of, place_name, stuer
from dagleder.competence.facts import Competence, Facts, Holding
from dagleder.competence.heads import PARTS
from dagleder.competence.levels import ALONE, Source
from dagleder.competence.vulnerability import LEVELS, state_of
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from dagleder.staff.roles import role_short
from ui.competence.shown import Shown
from ui.competence.wording import cell_text
from ui.kit.compounds import breakable
from ui.kit.grid_values import GridRow
from ui.kit.matrix_values import BLANK, MatrixCell, MatrixColumn, MatrixContent, MatrixSum

_TEAM_HEIGHT = 22
_NARROW = {"PA": "PA", "PM": "Pmh."}  # names have the room
NO_TEAM = "Uden stue"


def matrix_content(facts: Facts, shown: Shown) -> MatrixContent:
    competences = shown.competences(facts)
    place = Place(team_id=shown.team_id) if shown.team_id else HOUSE
    people = shown.people(facts)
    holders = holders_of(facts, competences)
    columns = tuple(
        MatrixColumn(each.id, each.name, breakable(each.head, PARTS), sum=sum_of(facts, each, place, holders[each.id]))
        for each in competences
    )
    looks = {who: tuple(_look(facts, who, each) for each in competences) for who in people}
    rows = tuple(_rows(facts, people))
    return MatrixContent(columns, rows, looks, partial(cell_text, facts), "Medarbejder", "Kan selv (3+) / behov")


def _rows(facts: Facts, people: Sequence[int]) -> Iterator[GridRow]:
    """People under their stue."""
    where = stuer(facts)
    teams = [(team.id, team.name, team.icon) for team in facts.teams]
    for team_id, name, icon in (*teams, (None, NO_TEAM, "users")):
        own = [who for who in people if where[who] == team_id]
        if own:
            yield GridRow(("team", team_id), name, icon=icon, heading=True, height=_TEAM_HEIGHT)
        for who in own:
            yield GridRow(
                who, facts.people[who].name, _NARROW.get(facts.people[who].role, role_short(facts.people[who].role))
            )


def _look(facts: Facts, who: int, competence: Competence) -> MatrixCell:
    holding = facts.holdings.get((who, competence.id))
    return BLANK if holding is None else look_of(holding, competence, facts)


def look_of(holding: Holding, competence: Competence, facts: Facts) -> MatrixCell:
    counted, own = holding.counted, holding.own
    lapsed = counted is not None and counted.lapsed(facts.day)
    theirs = counted is not None and counted.source is not Source.SELF
    return MatrixCell(
        level=counted.level if counted else 0,
        held=competence.certificate,
        lapsed=lapsed,
        goal=holding.goal is not None,
        differs=theirs and own is not None and counted is not None and own.level != counted.level,
        noted=counted is not None and bool(counted.note),
    )


def holders_of(facts: Facts, competences: Sequence[Competence]) -> Mapping[int, Mapping[Place, int]]:
    """How many of each place can each competence alone."""
    members = people_of(facts, stuer(facts))
    places = {HOUSE, *members, *(place for _, place in facts.wanted)}
    able = {each.id: {who for who in facts.people if facts.level(who, each.id) >= ALONE} for each in competences}
    return {
        key: {place: sum(who in people for who in members.get(place, ())) for place in places}
        for key, people in able.items()
    }


def sum_of(facts: Facts, competence: Competence, place: Place, holders: Mapping[Place, int]) -> MatrixSum:
    """'6/4' in the place asked about; where only other places have a number, the worst of those colours it."""
    wanted = facts.wanted.get((competence.id, place))
    count = holders.get(place, 0)
    if wanted is not None:
        return MatrixSum(f"{count}/{wanted}", level_of(wanted, count), f"{count} kan selv, {wanted} ønsket")
    others = [(each, number) for (which, each), number in facts.wanted.items() if which == competence.id]
    if place != HOUSE or not others:
        return MatrixSum(str(count), None, f"{count} kan selv, ingen ønsket antal")
    levels = [level_of(number, holders.get(each, 0)) for each, number in others]
    short = [place_name(facts, each) for (each, _), level in zip(others, levels, strict=True) if level is not Level.OK]
    worst = min(levels, key=(Level.MUST, Level.SHOULD, Level.OK).index)
    said = f"for få på {', '.join(short)}" if short else f"nok de {plural(len(others), 'sted', 'steder')}, I ønsker"
    return MatrixSum(str(count), worst, f"{count} kan selv, {said}")


def level_of(wanted: int, holders: int) -> Level:
    state = state_of(wanted, holders)
    return LEVELS[state] if state else Level.OK
