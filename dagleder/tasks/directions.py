"""Three ways to give one task: the safe one, the one that develops most, the one that relieves. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dagleder.competence.levels import GUIDES, Wish
from dagleder.presence.facts import Person
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import TIE_ORDER, Criterion
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Pointed

NOBODY = "Ingen kan få opgaven, som den er."


@dataclass(frozen=True, slots=True)
class _Step:
    """What somebody would develop by the task: one of its needs, how much she wants it, and how far there is."""

    person: Person
    need: Need
    level: int
    wanted: int  # 2 for an agreed goal, 1 for a wish
    learns_along: bool

    @property
    def gap(self) -> int:
        return max(0, self.need.level - self.level)


class Directions:
    """Points out somebody for each, among those who may have one task; `at_work` are there in some of its time."""

    def __init__(self, ask: Ask, known: Known, at_work: frozenset[int]) -> None:
        self._ask, self._known, self._at_work = ask, known, at_work
        self._explainer = Explainer(ask, known)
        self._people = {person.id: person for person in known.people}

    def all(self, candidates: Sequence[Candidate], lacking: Sequence[LeftOut]) -> tuple[Pointed, ...]:
        return self._safe(candidates), self._developing(candidates, lacking), self._relieving(candidates)

    # --- safe --------------------------------------------------------------------------------

    def safest(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """By competence, then as ties are settled: no weights."""
        return sorted(candidates, key=lambda each: (*_descending(each), *self._turn(each.employee_id)))

    def _turn(self, who: int) -> tuple[Fraction, date, int]:
        return self._known.turn(who, self._ask.kind_id)

    def _safe(self, candidates: Sequence[Candidate]) -> Pointed:
        if not candidates:
            return Pointed(Direction.SAFE, NOBODY)
        first = self.safest(candidates)[0].employee_id
        clauses = self._explainer.clauses(self._people[first])
        told = [clauses[each] for each in (Criterion.COMPETENCE, Criterion.EXPERIENCE) if clauses[each]]
        return Pointed(Direction.SAFE, f"{self._people[first].called} {' og '.join(told)}.", first)

    # --- relieving ---------------------------------------------------------------------------

    def _relieving(self, candidates: Sequence[Candidate]) -> Pointed:
        if not candidates:
            return Pointed(Direction.RELIEVING, NOBODY)
        loads = self._known.loads
        first = min(
            candidates,
            key=lambda each: (
                loads[each.employee_id].share,
                loads[each.employee_id].tasks,
                *_descending(each),
                *self._turn(each.employee_id),
            ),
        ).employee_id
        return Pointed(Direction.RELIEVING, f"{self._people[first].called} {loads[first].clause}.", first)

    # --- developing --------------------------------------------------------------------------

    def _developing(self, candidates: Sequence[Candidate], lacking: Sequence[LeftOut]) -> Pointed:
        """The agreed goal first, then the wish, then the gap; and somebody at level 4 to turn to."""
        if not self._ask.needs:
            return Pointed(Direction.DEVELOPING, "Opgaven stiller ingen krav, nogen kunne udvikle sig til.")
        may = frozenset(each.employee_id for each in candidates)
        readiness = {each.employee_id: each.values[Criterion.READINESS].value for each in candidates}
        people = [*may, *(each.employee_id for each in lacking)]
        steps = sorted(
            (step for who in people for step in self._steps(self._people[who], learns_along=who not in may)),
            key=lambda step: (
                -step.wanted,
                -step.gap,
                -readiness.get(step.person.id, 0),
                *self._turn(step.person.id),
                self._ask.needs.index(step.need),
            ),
        )
        if not steps:
            return Pointed(Direction.DEVELOPING, "Ingen har et mål, et ønske eller noget at lære ved opgaven.")
        for step in steps:
            if (partner := self._partner(step, may)) is not None:
                return self._pointed(step, partner)
        return Pointed(Direction.DEVELOPING, "Ingen på niveau 4 er på arbejde i perioden og kan være sparringspartner.")

    def _steps(self, person: Person, *, learns_along: bool) -> Iterator[_Step]:
        for need in self._ask.needs:
            holding = self._known.read.facts.holding(person.id, need.competence_id)
            level = self._explainer.level(person.id, need.competence_id)
            wish = holding.wish.wish if holding.wish else None
            if need.certificate or level >= GUIDES or wish is Wish.NOT_NOW:
                continue
            wanted = 2 * (holding.goal is not None) + (wish is Wish.DEVELOP)
            if wanted or level < need.level:
                yield _Step(person, need, level, wanted, learns_along)

    def _partner(self, step: _Step, may: frozenset[int]) -> Person | None:
        """At level 4 and at work: of her own stue first, then with least to do. Where she learns along, one who may."""
        known, learner = self._known, step.person.id
        free = (
            person
            for person in known.people
            if person.id in (may if step.learns_along else self._at_work)
            and person.id not in (learner, known.read.leader_id)
            and self._explainer.level(person.id, step.need.competence_id) >= GUIDES
        )
        own = set(known.held[learner])
        return min(
            free,
            key=lambda each: (
                own.isdisjoint(known.held[each.id]),
                *self._turn(each.id),
            ),
            default=None,
        )

    def _pointed(self, step: _Step, partner: Person) -> Pointed:
        called, name = step.person.called, step.need.name
        holding = self._known.read.facts.holding(step.person.id, step.need.competence_id)
        reason = f"er på {step.level} i {name}"
        if holding.goal:
            reason = f"har et aftalt mål om {name}"
        elif step.wanted:
            reason = f"vil gerne udvikle {name}"
        if step.learns_along:
            why = f"{called} {reason}, mangler et krav og kan lære med, mens {partner.called} på niveau 4 har opgaven."
        else:
            why = f"{called} {reason}, og {partner.called} på niveau 4 kan være sparringspartner."
        return Pointed(Direction.DEVELOPING, why, step.person.id, partner.id, step.learns_along, _praise(step, partner))


def _praise(step: _Step, partner: Person) -> dict[int, str]:
    """What could be said to each of the two, and to nobody else."""
    called, name = step.person.called, step.need.name
    wish = "har et aftalt mål om" if step.wanted > 1 else "vil gerne udvikle" if step.wanted else "kan lære mere om"
    learner = f"Jeg har valgt, at {called} lærer med: {called} {wish} {name}."
    owner = f"Jeg har valgt {partner.called}, som er på niveau 4 i {name} og kan lære fra sig."
    return {
        step.person.id: learner if step.learns_along else f"Jeg har valgt {called}, som {wish} {name}.",
        partner.id: owner if step.learns_along else "",
    }


def _descending(candidate: Candidate) -> tuple[int, ...]:
    return tuple(-candidate.values[criterion].value for criterion in TIE_ORDER)
