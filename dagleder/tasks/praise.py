"""What the leader's reason begins with: only what speaks for the one she chooses, in her own voice. Pure."""

from collections.abc import Iterator, Mapping
from typing import Final

from dagleder.base.text import and_list
from dagleder.competence.levels import Wish
from dagleder.presence.facts import Person
from dagleder.tasks import experience
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.points import MOST_ROOM, SAME_TEAM
from dagleder.tasks.relevance import place_points

_MOST: Final = 3
_DONE_WELL: Final = 3
"""From which value of 0–4 what she has done of the kind speaks for her."""


class Praise:
    """About one task. What speaks against somebody is in the list; it does not go on her paper."""

    def __init__(self, ask: Ask, known: Known, explainer: Explainer) -> None:
        self._ask, self._known, self._explainer = ask, known, explainer

    def of(self, person: Person, values: Mapping[Criterion, int]) -> str:
        """'Jeg har valgt Karen, som har Sprogvurdering 4, og vil gerne bruge TRAS.'; or ''."""
        clauses = [*self._clauses(person, values)][:_MOST]
        if not clauses:
            return ""
        *rest, last = clauses
        told = f"{', '.join(rest)}, og {last}" if rest else last
        return f"Jeg har valgt {person.called}, som {told}."

    def _clauses(self, person: Person, values: Mapping[Criterion, int]) -> Iterator[str]:
        known = self._known
        if met := [*self._met(person.id)]:
            yield f"har {and_list(met)}"
        if values[Criterion.EXPERIENCE] >= _DONE_WELL:
            record = known.record(person.id, self._ask.kind_id)
            yield experience.clause(record, known.seniority[person.id], known.read.today)
        yield from self._wants(person.id)
        team = self._ask.team_id
        if team is not None and place_points(known.held[person.id], team, known.teams) == SAME_TEAM:
            yield f"hører til {known.teams[team].name}"
        if known.loads[person.id].points == MOST_ROOM:
            yield "har plads til opgaven"

    def _met(self, who: int) -> Iterator[str]:
        for need in self._ask.needs:
            level = self._explainer.level(who, need.competence_id)
            if level and level >= need.level:
                yield need.name if need.certificate else f"{need.name} {level}"

    def _wants(self, who: int) -> Iterator[str]:
        for need in self._ask.needs:
            holding = self._known.read.facts.holding(who, need.competence_id)
            wish = holding.wish.wish if holding.wish else None
            if holding.goal:
                yield f"har et aftalt mål om {need.name}"
            elif wish in (Wish.DEVELOP, Wish.USE):
                yield f"vil gerne {'udvikle' if wish is Wish.DEVELOP else 'bruge'} {need.name}"
