"""The competences of the house as the kit's matrix shows them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from dagleder.base.findings import Level
from dagleder.base.text import and_list
from dagleder.competence.belonging import people_of, place_name, stuer
from dagleder.competence.facts import Competence, Facts, Holding
from dagleder.competence.heads import PARTS
from dagleder.competence.levels import ALONE, Source
from dagleder.competence.vulnerability import LEVELS, state_of
from dagleder.presence.count import HOUSE, gravest
from dagleder.settings.staffing import Place
from dagleder.staff.roles import role_short
from ui.competence.shown import Shown, is_below
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
    looks = _Looks(facts, people, competences)
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
            role = facts.people[who].role
            yield GridRow(who, facts.people[who].name, _NARROW.get(role, role_short(role)))


class _Looks(Mapping[int, Sequence[MatrixCell]]):
    """The cells of each person, worked out when they come into view."""

    def __init__(self, facts: Facts, people: Sequence[int], competences: Sequence[Competence]) -> None:
        self._facts, self._competences = facts, competences
        self._made: dict[int, Sequence[MatrixCell] | None] = dict.fromkeys(people)

    def __getitem__(self, who: int) -> Sequence[MatrixCell]:
        made = self._made[who]
        if made is None:
            made = self._made[who] = tuple(self._look(who, each) for each in self._competences)
        return made

    def __iter__(self) -> Iterator[int]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def _look(self, who: int, competence: Competence) -> MatrixCell:
        holding = self._facts.holdings.get((who, competence.id))
        if holding is None:
            return BLANK
        below = is_below(self._facts, who, competence.id)
        return look_of(holding, competence, self._facts.day, below=below)


def look_of(holding: Holding, competence: Competence, day: date, *, below: bool) -> MatrixCell:
    counted, own = holding.counted, holding.own
    lapsed = counted is not None and counted.lapsed(day)
    theirs = counted is not None and counted.source is not Source.SELF
    return MatrixCell(
        level=counted.level if counted else None,
        held=competence.certificate,
        lapsed=lapsed,
        goal=holding.goal is not None,
        differs=theirs and own is not None and counted is not None and own.level != counted.level,
        noted=counted is not None and bool(counted.note),
        below=below,
    )


def holders_of(facts: Facts, competences: Sequence[Competence]) -> Mapping[int, Mapping[Place, int]]:
    """How many of each place can each competence alone."""
    members = people_of(facts, stuer(facts))
    places = {HOUSE, *members, *(place for _, place in facts.wanted)}
    able: dict[int, set[int]] = {each.id: set() for each in competences}
    for (who, what), holding in facts.holdings.items():
        if what in able and holding.counted and holding.counted.level_on(facts.day) >= ALONE:
            able[what].add(who)
    return {
        key: {place: sum(who in people for who in members.get(place, ())) for place in places}
        for key, people in able.items()
    }


def sum_of(facts: Facts, competence: Competence, place: Place, holders: Mapping[Place, int]) -> MatrixSum:
    """'6/4' in the place asked about. The house is no better off than the worst of its places with a number."""
    wanted, count = facts.wanted.get((competence.id, place)), holders.get(place, 0)
    numbers = {each: number for (which, each), number in facts.wanted.items() if which == competence.id}
    if place != HOUSE:
        numbers = {place: wanted} if wanted else {}
    levels = {each: level_of(number, holders.get(each, 0)) for each, number in numbers.items()}
    short = [place_name(facts, each) for each, level in levels.items() if each != place and level is not Level.OK]
    said = [f"{count} kan selv", f"{wanted} ønsket" if wanted else "" if numbers else "ingen ønsket antal"]
    too_few = f"for få på {and_list(short)}" if short else ""
    said.append(too_few)
    text = f"{count}/{wanted}" if wanted else str(count)
    why = f"I alt {text}, men {too_few}." if short and levels.get(place, Level.OK) is Level.OK else ""
    return MatrixSum(text, gravest(levels.values()) if levels else None, ", ".join(part for part in said if part), why)


def level_of(wanted: int, holders: int) -> Level:
    state = state_of(wanted, holders)
    return LEVELS[state] if state else Level.OK
