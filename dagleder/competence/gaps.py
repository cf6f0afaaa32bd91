"""How far people are from what their role is expected to have. Counted, never averaged. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dagleder.base.text import plural
from dagleder.competence.belonging import Stuer, stuer
from dagleder.competence.facts import Facts
from dagleder.settings.places import Team


@dataclass(frozen=True, slots=True)
class Gap:
    """One competence in which somebody is below the target of her role, or (`assessed`) perhaps is."""

    employee_id: int
    competence_id: int
    level: int
    target: int
    assessed: bool

    @property
    def levels(self) -> int:
        """How many levels are lacking."""
        return self.target - self.level


@dataclass(frozen=True, slots=True)
class GapCount:
    """Of some people together: how many levels they are expected to have, and what is lacking of those assessed."""

    expected: int = 0  # competences × people that have a target
    below: int = 0
    levels: int = 0  # lacking
    unknown: int = 0

    @property
    def text(self) -> str:
        """'12 af 80 under målet, 15 niveauer i alt, 20 ikke vurderet'."""
        if not self.expected:
            return "Ingen mål for stillingerne"
        if not self.below and not self.unknown:
            return f"{self.expected} mål, alle nået"
        said = [f"{self.below} af {self.expected} under målet"]
        if self.below:
            said.append(f"{plural(self.levels, 'niveau', 'niveauer')} i alt")
        if self.unknown:
            said.append(f"{self.unknown} ikke vurderet")
        return ", ".join(said)


@dataclass(frozen=True, slots=True)
class GapCounts:
    """The gaps of the house, of each stue there is (None: those without one), and of each person."""

    house: GapCount
    teams: tuple[tuple[Team | None, GapCount], ...]
    people: dict[int, GapCount]


def gaps(facts: Facts, *, area_id: int | None = None) -> tuple[Gap, ...]:
    """Every gap in all areas or one, by person and competence in the order of the facts.

    Where nobody has looked there is one too.
    """
    return tuple(
        Gap(who, competence_id, level, target, facts.holding(who, competence_id).counted is not None)
        for who in facts.people
        for competence_id, level, target in _expected(facts, who, area_id)
        if level < target
    )


def _expected(facts: Facts, who: int, area_id: int | None) -> Iterator[tuple[int, int, int]]:
    """(competence, level, target) of everything the role has a target for."""
    for competence in facts.competences.values():
        if area_id in (None, competence.area_id) and (target := facts.target(who, competence.id)):
            yield competence.id, facts.level(who, competence.id), target


def gap_counts(facts: Facts, *, area_id: int | None = None) -> GapCounts:
    """What is lacking in all areas or one: in the house, per stue, per person."""
    people = {who: _count(facts, who, area_id) for who in facts.people}
    where = stuer(facts)
    teams = [(team, _sum(people, where, team.id)) for team in facts.teams if team.id in where.values()]
    homeless = [(None, _sum(people, where, None))] if None in where.values() else []
    return GapCounts(_added(people.values()), (*teams, *homeless), people)


def _count(facts: Facts, who: int, area_id: int | None) -> GapCount:
    pairs = list(_expected(facts, who, area_id))
    unknown = sum(facts.holding(who, competence_id).counted is None for competence_id, _, _ in pairs)
    lacking = [
        target - level
        for competence_id, level, target in pairs
        if level < target and facts.holding(who, competence_id).counted
    ]
    return GapCount(len(pairs), len(lacking), sum(lacking), unknown)


def _sum(people: dict[int, GapCount], where: Stuer, team_id: int | None) -> GapCount:
    return _added([count for who, count in people.items() if where[who] == team_id])


def _added(counts: Collection[GapCount]) -> GapCount:
    return GapCount(
        sum(count.expected for count in counts),
        sum(count.below for count in counts),
        sum(count.levels for count in counts),
        sum(count.unknown for count in counts),
    )
