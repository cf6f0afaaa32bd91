"""Three ways to give one task: the safe one, the one that develops most, the one that relieves. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dagleder.competence.levels import GUIDES, Wish
from dagleder.presence.facts import Person
from dagleder.tasks.asking import Ask
from dagleder.tasks.criteria import TIE_ORDER, Criterion
from dagleder.tasks.deciding import Deciding
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known
from dagleder.tasks.naming import quoted
from dagleder.tasks.needs import Need
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Pointed

NO_STAFF = "Der er ingen medarbejdere at give den til endnu."
NOBODY = "Ingen kan få opgaven, som den er."
NOBODY_HERE = "Ingen, der kan få opgaven, er her det meste af tiden og til den er slut."


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

    @property
    def wants(self) -> str:
        """Said before the name of it; '' where nothing is known."""
        return "har mål om" if self.wanted > 1 else "vil gerne udvikle" if self.wanted else ""


class Directions:
    """Points out somebody for each, among those who may have one task and whom it can rest on.

    `here` are at work for most of its time, and until it is over: so is whoever is to be turned to.
    """

    def __init__(self, ask: Ask, known: Known, here: frozenset[int]) -> None:
        self._ask, self._known, self._here = ask, known, here
        self._explainer = Explainer(ask, known)
        self._deciding = Deciding(ask, known, self._explainer)
        self._people = {person.id: person for person in known.people}

    def all(self, candidates: Sequence[Candidate], lacking: Sequence[LeftOut]) -> tuple[Pointed, ...]:
        if not self._people:
            return tuple(Pointed(direction, NO_STAFF) for direction in Direction)
        here = [each for each in candidates if each.employee_id in self._here]
        learners = [each for each in lacking if each.employee_id in self._here]
        nobody = NOBODY_HERE if candidates else NOBODY
        safe, relieving = (
            way(here) if here else Pointed(direction, nobody)
            for direction, way in ((Direction.SAFE, self._safe), (Direction.RELIEVING, self._relieving))
        )
        return safe, self._developing(here, learners), relieving

    # --- safe --------------------------------------------------------------------------------

    def safest(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """By competence, then as ties are settled: no weights."""
        return sorted(candidates, key=lambda each: (*_descending(each), *self._turn(each.employee_id)))

    def _turn(self, who: int) -> tuple[Fraction, date, int]:
        return self._known.turn(who, self._ask.kind_id)

    def _safe(self, candidates: Sequence[Candidate]) -> Pointed:
        first = self._people[self.safest(candidates)[0].employee_id]
        told = f"{self._deciding.sure(first)}{self._deciding.unwilling(first.id)}"
        return Pointed(Direction.SAFE, f"{first.called} {told}.", first.id)

    # --- relieving ---------------------------------------------------------------------------

    def _relieving(self, candidates: Sequence[Candidate]) -> Pointed:
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
        told = f"{self._deciding.load(first)}{self._deciding.unwilling(first)}"
        return Pointed(Direction.RELIEVING, f"{self._people[first].called} {told}.", first)

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
        """At level 4 and here: of her own stue first, then with least to do.

        Where she learns along it is one who may have the task, and whoever has it now before all others.
        """
        known, learner = self._known, step.person.id
        free = (
            person
            for person in known.people
            if person.id in (may if step.learns_along else self._here)
            and person.id not in (learner, known.read.leader_id)
            and self._explainer.level(person.id, step.need.competence_id) >= GUIDES
        )
        own = set(known.held[learner])
        owners = self._ask.owners if step.learns_along else frozenset[int]()
        return min(
            free,
            key=lambda each: (
                each.id not in owners,
                own.isdisjoint(known.held[each.id]),
                *self._turn(each.id),
            ),
            default=None,
        )

    def _pointed(self, step: _Step, partner: Person) -> Pointed:
        called, other = step.person.called, partner.called
        name = quoted(self._explainer.competence(step.need).head)
        reason = f"{step.wants or f'er på {step.level} i'} {name}"
        if step.learns_along:
            has = "har" if partner.id in self._ask.owners else "får"
            why = f"{called} {reason} og kan lære med. {other} {has} opgaven."
        else:
            why = f"{called} {reason}. {other} kan være sparringspartner."
        praise = _praise(step, partner, name)
        return Pointed(Direction.DEVELOPING, why, step.person.id, partner.id, step.learns_along, praise)


def _praise(step: _Step, partner: Person, name: str) -> dict[int, str]:
    """What could be said to each of the two, and to nobody else."""
    called = step.person.called
    wish = f"{step.wants or 'kan lære mere om'} {name}"
    learner = f"Jeg har valgt, at {called} lærer med: {called} {wish}."
    owner = f"Jeg har valgt {partner.called}, som kan vejlede andre i {name}."
    return {
        step.person.id: learner if step.learns_along else f"Jeg har valgt {called}, som {wish}.",
        partner.id: owner if step.learns_along else "",
    }


def _descending(candidate: Candidate) -> tuple[int, ...]:
    return tuple(-candidate.values[criterion].value for criterion in TIE_ORDER)
