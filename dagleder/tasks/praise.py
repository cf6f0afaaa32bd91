"""What the leader's reason begins with: only what speaks for the one she chooses, in her own voice. Pure."""

from collections.abc import Iterator, Mapping
from typing import Final

from dagleder.base.text import and_list
from dagleder.competence.functions import held_text
from dagleder.presence.facts import Person
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.deciding import Deciding
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.naming import at_levels
from dagleder.tasks.points import MOST_ROOM

_MOST: Final = 3
_DONE_WELL: Final = 3
"""From which value of 0–4 what she has done of the kind speaks for her."""


class Praise:
    """About one task. What speaks against somebody is in the list; it does not go on her paper."""

    def __init__(self, ask: Ask, known: Known, explainer: Explainer) -> None:
        self._ask, self._known, self._explainer = ask, known, explainer
        self._deciding = Deciding(ask, known, explainer)

    def of(self, person: Person, values: Mapping[Criterion, int]) -> str:
        """'Jeg har valgt Karen, som er på 4 i “Sprogvurdering”, og vil gerne bruge “TRAS”.'; or ''."""
        clauses = [clause for clause in self._clauses(person, values) if clause][:_MOST]
        if not clauses:
            return ""
        *rest, last = clauses
        told = f"{', '.join(rest)}, og {last}" if rest else last
        return f"Jeg har valgt {person.called}, som {told}."

    def _clauses(self, person: Person, values: Mapping[Criterion, int]) -> Iterator[str]:
        who = person.id
        yield self._can(who)
        if values[Criterion.EXPERIENCE] >= _DONE_WELL:
            yield self._deciding.done(who)
        yield from self._explainer.wishes(who)
        yield self._deciding.belongs(who)
        if self._known.loads[who].points == MOST_ROOM:
            yield "har plads til opgaven"

    def _can(self, who: int) -> str:
        """'er på 4 i “Sprogvurdering” og har Førstehjælp': of what is met."""
        explainer = self._explainer
        met = [(need, explainer.competence(need)) for need in self._ask.needs if explainer.meets(who, need)]
        levels = [(what, explainer.level(who, what.id)) for need, what in met if not need.certificate]
        held = [held_text(what, held=True) for need, what in met if need.certificate]
        return and_list([clause for clause in (at_levels(levels), *held) if clause])
