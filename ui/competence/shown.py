"""Which people and which competences the matrix shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dagleder.base.json_value import Json
from dagleder.competence.belonging import stuer
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.vulnerability import vulnerable

IN_USE: Final = "use"
ALL: Final = "all"


@dataclass(frozen=True)
class Shown:
    """`which` is 'use', 'all' or the id of an area as text; None shows every stue, every role."""

    which: str = IN_USE
    team_id: int | None = None
    role: str | None = None
    only_gaps: bool = False

    @property
    def filtered(self) -> bool:
        """Something is left out that she may not think of."""
        return self != Shown(self.which)

    def all_of_it(self) -> "Shown":
        return Shown(self.which)

    def fitting(self, facts: Facts) -> "Shown":
        """Without what the house no longer has."""
        area = self.which in {IN_USE, ALL} or any(str(each.id) == self.which for each in facts.areas)
        team = any(each.id == self.team_id for each in facts.teams)
        role = any(person.role == self.role for person in facts.people.values())
        return replace(
            self,
            which=self.which if area else IN_USE,
            team_id=self.team_id if team else None,
            role=self.role if role else None,
        )

    def people(self, facts: Facts) -> tuple[int, ...]:
        """With `only_gaps` those below the target of their role in what is shown; all where nobody is."""
        found = self._chosen_people(facts)
        if not self.only_gaps:
            return found
        shown = [each.id for each in self.competences(facts)]
        below = tuple(who for who in found if any(is_below(facts, who, key) for key in shown))
        return below or found

    def _chosen_people(self, facts: Facts) -> tuple[int, ...]:
        where = stuer(facts)
        return tuple(
            who
            for who, person in facts.people.items()
            if self.team_id in (None, where[who]) and self.role in (None, person.role)
        )

    def competences(self, facts: Facts) -> tuple[Competence, ...]:
        """With `only_gaps` those that are thin, and those in which somebody shown is below the target of her role."""
        found = facts.in_use() if self.which == IN_USE else tuple(facts.competences.values())
        if self.which not in {IN_USE, ALL}:
            found = tuple(each for each in found if str(each.area_id) == self.which)
        if not self.only_gaps:
            return found
        thin = {each.competence.id for each in vulnerable(facts)}
        people = self._chosen_people(facts)
        return tuple(each for each in found if each.id in thin or any(is_below(facts, who, each.id) for who in people))

    def place(self) -> dict[str, Json]:
        return {"which": self.which, "team": self.team_id, "role": self.role, "gaps": self.only_gaps}


def is_below(facts: Facts, employee_id: int, competence_id: int) -> bool:
    """Less than the role is expected to have; never where nothing is expected, or nobody has looked."""
    known = facts.holding(employee_id, competence_id).counted is not None
    return known and facts.level(employee_id, competence_id) < facts.target(employee_id, competence_id)


def shown_from(place: Mapping[str, Json]) -> Shown:
    """What `Shown.place` gave; what is not of its kind is passed over."""
    which, team, role = place.get("which"), place.get("team"), place.get("role")
    return Shown(
        which if isinstance(which, str) else IN_USE,
        team if isinstance(team, int) else None,
        role if isinstance(role, str) else None,
        place.get("gaps") is True,
    )
