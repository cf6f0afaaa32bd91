"""Fifteen competences a new house could begin with, and how many should have each in a house of its size. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dagleder.competence.facts import Competence, Facts
from dagleder.presence.person_day import LEADER_ROLES

_FEWEST: Final = 2  # so that it does not hang on one person


@dataclass(frozen=True, slots=True)
class Size:
    """How big a house is: those who work with the children, the stuer and the matrikler."""

    staff: int
    teams: int
    sites: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A competence to keep an eye on, how many should be able to do it alone, and why."""

    competence: Competence
    wanted: int
    reason: str


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
    """What of the fifteen the catalogue has, in its order of weight; never more people than the house has."""
    size = size_of(facts)
    by_key = {competence.key: competence for competence in facts.competences.values()}
    return tuple(
        Proposed(by_key[idea.key], min(max(_FEWEST, idea.number(size)), max(1, size.staff)), idea.reason)
        for idea in _IDEAS
        if idea.key in by_key
    )
