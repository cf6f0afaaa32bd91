"""Competences a house could begin with, and how many should have each in a house of its size. Pure.

To a new house these are fifteen; one that has assessed somebody is offered what it has assessed first.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dagleder.competence.facts import Competence, Facts
from dagleder.presence.person_day import LEADER_ROLES

_FEWEST: Final = 2  # so that it does not hang on one person
_MANY: Final = 30  # more than these cannot be begun with at once


@dataclass(frozen=True, slots=True)
class Size:
    """How big a house is: those who work with the children, the stuer and the matrikler."""

    staff: int
    teams: int
    sites: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A competence to keep an eye on, how many should be able to do it alone, and why.

    `first`: one to begin with. Not so where nobody has been assessed in it, but in others: who can it is not known.
    """

    competence: Competence
    wanted: int
    reason: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class _Idea:
    key: str
    number: Callable[[Size], int]
    reason: str


def _few(_: Size) -> int:
    return _FEWEST


def _one_each_team(size: Size) -> int:
    return size.teams


def _two_each_team(size: Size) -> int:
    return 2 * size.teams


def _one_each_site_and_one(size: Size) -> int:
    return size.sites + 1


def _half(size: Size) -> int:
    return -(-size.staff // 2)


_IDEAS: Final = (
    _Idea(
        "foerstehjaelp",
        lambda size: max(_half(size), 2 * size.teams),
        "Mindst halvdelen af jer og to på hver stue, så der også er nogen, når andre er væk.",
    ),
    _Idea("medicin", lambda size: max(2 * size.sites, -(-size.staff // 6)), "En på arbejde hver dag, også i ferien."),
    _Idea("brand", _one_each_site_and_one, "En på hver matrikel, og en mere til ferier."),
    _Idea("hygiejneansvarlig", _few, "En og en afløser."),
    _Idea("sprogvurdering", _one_each_team, "En på hver stue: treårige skal vurderes, når der er grund til det."),
    _Idea("handleplaner", _few, "Den, der vurderer sprog, skal kunne følge op sammen med en anden."),
    _Idea("tras", _few, "En metode holder kun, når mere end én kan den."),
    _Idea("foraeldresamtaler", _two_each_team, "To på hver stue, så samtaler ikke venter på én person."),
    _Idea("foraeldresamarbejde", _two_each_team, "To på hver stue, som forældre kan gå til."),
    _Idea("eksterne_parter", _one_each_team, "En på hver stue, som kender PPR og sundhedsplejen."),
    _Idea("udsatte_positioner", _one_each_team, "En på hver stue, som tager ansvar for samarbejdet."),
    _Idea("specialpaedagogik", _one_each_team, "En på hver stue, som de andre kan spørge."),
    _Idea("laereplan", _one_each_team, "En på hver stue, som sætter retning for hverdagen."),
    _Idea("praktikvejleder", _few, "Elever og studerende har en vejleder, også når den ene har ferie."),
    _Idea("intro", _few, "Nye kolleger har nogen at følges med."),
)


def size_of(facts: Facts) -> Size:
    """Leaders are not counted. A house without stuer or matrikler counts as one of each."""
    staff = sum(person.role not in LEADER_ROLES for person in facts.people.values())
    return Size(staff, max(1, len(facts.teams)), max(1, len(facts.sites)))


def proposed(facts: Facts) -> tuple[Proposed, ...]:
    """What somebody has been assessed in, then what of the fifteen the catalogue has, in its order of weight.

    Never more people than the house has.
    """
    size, assessed = size_of(facts), _assessed(facts)
    by_key = {competence.key: competence for competence in facts.competences.values()}
    ideas = {by_key[idea.key].id: idea for idea in _IDEAS if idea.key in by_key}
    known = [key for key in ideas if key in assessed] + [key for key in assessed if key not in ideas]
    first = (set(known) if len(known) <= _MANY else set(known) & set(ideas)) or set(ideas)
    every = [*known, *(key for key in ideas if key not in assessed)]
    wanted = {
        key: min(max(_FEWEST, ideas[key].number(size) if key in ideas else 0), max(1, size.staff)) for key in every
    }
    return tuple(
        Proposed(facts.competences[key], wanted[key], _reason(ideas.get(key), assessed, key), key in first)
        for key in every
    )


def _assessed(facts: Facts) -> dict[int, int]:
    """How many have been assessed in each competence in which somebody has, in the order of the catalogue."""
    counts = Counter(key for (who, key), holding in facts.holdings.items() if holding.counted and who in facts.people)
    return {key: counts[key] for key in facts.competences if counts[key]}


def _reason(idea: _Idea | None, assessed: Mapping[int, int], key: int) -> str:
    told = f"{assessed[key]} af jer er vurderet." if key in assessed else "Ingen er vurderet endnu." if assessed else ""
    return f"{told} {idea.reason if idea else ''}".strip()
