"""The overview as it goes on paper and into a spreadsheet: who is in it, what is in it, and how many can what. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dagleder.base.text import plural
from dagleder.competence.belonging import people_of, stuer
from dagleder.competence.development import Change, after_courses
from dagleder.competence.facts import Area, Assessed, Competence, Facts
from dagleder.competence.vulnerability import State, Vulnerable, place_order, state_of, vulnerable
from dagleder.presence.count import HOUSE
from dagleder.settings.places import Team
from dagleder.settings.staffing import Place

WITHOUT_TEAM: Final = "Uden stue"

Histories = Mapping[tuple[int, int], Sequence[Assessed]]
"""All that was ever assessed, by person and competence."""

NO_HISTORY: Final[Histories] = {}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which competences are asked for: those in use, those of one area, or all."""

    area_id: int | None = None
    everything: bool = False


IN_USE: Final = Columns()
EVERYTHING: Final = Columns(everything=True)


@dataclass(frozen=True, slots=True)
class Total:
    """How many of the people can a competence alone, and how many are wanted (0: not said)."""

    holders: int
    wanted: int

    @property
    def state(self) -> State | None:
        return state_of(self.wanted, self.holders)

    @property
    def text(self) -> str:
        """'6/4', '1/3 !' where nobody or only one can, '5' without a wanted number."""
        if not self.wanted:
            return str(self.holders)
        return f"{self.holders}/{self.wanted}{' !' if self.state in {State.NONE, State.SINGLE} else ''}"


@dataclass(frozen=True, slots=True)
class Overview:
    """The people by stue, the competences, and the numbers of the place: the house or one stue.

    `area` is that of the competences where only one was asked for. `courses` is what courses came to for these people,
    the latest first.
    """

    facts: Facts
    house_name: str
    place: Place
    team: Team | None
    area: Area | None
    groups: tuple[tuple[str, tuple[int, ...]], ...]
    competences: tuple[Competence, ...]
    courses: tuple[Change, ...]

    def tells(self, competence: Competence) -> bool:
        """Whether what is worth knowing of a competence belongs here."""
        return self.area is None or competence.area_id == self.area.id

    @property
    def people(self) -> tuple[int, ...]:
        return tuple(who for _, group in self.groups for who in group)

    @property
    def people_text(self) -> str:
        return plural(len(self.people), "medarbejder", "medarbejdere")

    @property
    def wants_anything(self) -> bool:
        """Whether any number is wanted here."""
        return any(place == self.place for _, place in self.facts.wanted)

    @property
    def unknown(self) -> tuple[Competence, ...]:
        """Of the whole catalogue what nobody here has been assessed in and no number is wanted of.

        Nothing where that is everything, or where one area was asked for: that is a paper to be filled in.
        """
        known = {what for who, what in self.facts.holdings if who in set(self.people)}
        known |= {what for what, _ in self.facts.wanted}
        blank = tuple(each for each in self.competences if each.id not in known)
        return () if self.area or len(blank) == len(self.competences) else blank

    @property
    def thin(self) -> tuple[Vulnerable, ...]:
        """What is thin here and worth telling, worst first: of the house also what is so on a matrikel or a stue."""
        return tuple(
            each for each in vulnerable(self.facts) if self.place in (HOUSE, each.place) and self.tells(each.competence)
        )

    def total(self, competence: Competence) -> Total:
        return self._total(competence, self.people, self.place)

    def totals(self, competence: Competence) -> Iterator[tuple[Place, Total]]:
        """Of the place; of the house then of each matrikel and stue that has a number of its own."""
        yield self.place, self.total(competence)
        if self.place == HOUSE:
            members = people_of(self.facts, stuer(self.facts))
            own = (place for which, place in self.facts.wanted if which == competence.id and place != HOUSE)
            for place in sorted(own, key=lambda place: place_order(place, self.facts)):
                yield place, self._total(competence, members.get(place, ()), place)

    def _total(self, competence: Competence, people: Collection[int], place: Place) -> Total:
        holders = sum(self.facts.can_alone(who, competence.id) for who in people)
        return Total(holders, self.facts.wanted.get((competence.id, place), 0))


def overview(
    facts: Facts,
    house_name: str,
    team_id: int | None = None,
    histories: Histories = NO_HISTORY,
    columns: Columns = IN_USE,
) -> Overview:
    """Of the house, or of one stue with its own people and numbers."""
    place = Place(team_id=team_id) if team_id is not None else HOUSE
    where = stuer(facts)
    inside = people_of(facts, where).get(place, ())
    order = {team.id: number for number, team in enumerate(facts.teams)}
    names = {team.id: team.name for team in facts.teams}

    def number(who: int) -> int:
        team = where[who]
        return len(order) if team is None else order[team]

    groups = tuple(
        (WITHOUT_TEAM if team is None else names[team], tuple(group))
        for team, group in groupby(sorted(inside, key=number), key=where.__getitem__)
    )
    team = next((team for team in facts.teams if team.id == team_id), None)
    area = next((area for area in facts.areas if area.id == columns.area_id), None)
    shown, courses = _shown(facts, inside, columns), _courses(facts, inside, histories)
    told = tuple(each for each in courses if area is None or facts.competences[each.competence_id].area_id == area.id)
    return Overview(facts, house_name, place, team, area, groups, shown, told)


def _courses(facts: Facts, people: Collection[int], histories: Histories) -> tuple[Change, ...]:
    """Of what is only held or not nothing is told: it has its date."""
    levels = {each.id for each in facts.competences.values() if not each.certificate}
    known = (history for (who, what), history in histories.items() if who in people and what in levels)
    changes = [change for history in known for change in after_courses(history)]
    return tuple(sorted(changes, key=lambda change: change.day, reverse=True))


def _shown(facts: Facts, people: Collection[int], columns: Columns) -> tuple[Competence, ...]:
    """Those in use; before anything is wanted, all that anybody here has been assessed in."""
    if columns.everything:
        return tuple(facts.competences.values())
    if columns.area_id is not None:
        return tuple(each for each in facts.competences.values() if each.area_id == columns.area_id)
    if used := facts.in_use():
        return used
    known = {competence_id for (who, competence_id) in facts.holdings if who in people}
    return tuple(each for each in facts.competences.values() if each.id in known)
