"""Who could guide whom: those who wish to develop or have a goal, beside those who can guide others. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from dagleder.competence.facts import Facts
from dagleder.competence.levels import ALONE, GUIDES, Wish


@dataclass(frozen=True, slots=True)
class Guidance:
    """Somebody on the way in a competence, and who could guide her, in the order of the house; maybe nobody."""

    learner_id: int
    competence_id: int
    level: int
    aim: int
    agreed: bool  # an agreed goal; else her own wish
    guides: tuple[int, ...]


def guidance(facts: Facts) -> tuple[Guidance, ...]:
    """By competence and learner, in the order of the facts."""
    found = []
    for competence_id in facts.competences:
        guides = [who for who in facts.people if facts.level(who, competence_id) >= GUIDES]
        for learner, level, aim, agreed in _learners(facts, competence_id):
            others = tuple(who for who in guides if who != learner)
            found.append(Guidance(learner, competence_id, level, aim, agreed, others))
    return tuple(found)


def _learners(facts: Facts, competence_id: int) -> Iterator[tuple[int, int, int, bool]]:
    """(who, level, aim, agreed) of those below what they aim at.

    The aim is the goal, else the target of the role; of a wish for what no role is expected to have, to do it alone.
    """
    for who in facts.people:
        holding = facts.holding(who, competence_id)
        wishes = holding.wish is not None and holding.wish.wish is Wish.DEVELOP
        if not wishes and holding.goal is None:
            continue
        level = facts.level(who, competence_id)
        aim = holding.goal.level if holding.goal else facts.target(who, competence_id) or ALONE
        if level < aim:
            yield who, level, aim, holding.goal is not None
