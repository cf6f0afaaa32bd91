"""Whom a row of the sheet is about: numbers, initials, whole names, first names, and names with a slip. Pure.

Leaders write first names in their own lists. One is taken where only one has it, in the house or (with the row's
help) in the stue; else the row is left out with those it may be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dagleder.base.text import and_list, fold
from dagleder.competence.import_values import KnownPerson
from dagleder.staff.import_names import NameRead
from dagleder.staff.import_people import leaves_out
from dagleder.staff.import_values import number_key
from dagleder.staff.initials import MAX_LETTERS

_SLIP_LETTERS, _LONG = 6, 14  # shorter names are not guessed at; from the second on two slips are forgiven
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Written:
    """What a row says about whom it means."""

    name: NameRead
    number: str = ""
    initials: str = ""
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoIsIt:
    """Somebody, or why nobody, with those it may be."""

    person: KnownPerson | None
    reason: str = ""
    candidates: tuple[KnownPerson, ...] = ()


def who_is(written: Written, people: Sequence[KnownPerson]) -> WhoIsIt:
    """The one the row means: by the first way of writing that fits anybody."""
    fitting = next((found for found in _ways(written, people) if found), [])
    present = [person for person in fitting if not person.left]
    near = _of_the_stue(present, written.teams) if len(present) > 1 else present
    name = written.name.full or written.initials or written.number
    if len(near) == 1:
        return WhoIsIt(near[0])
    if near:
        names = and_list([person.name for person in near[:_MOST_CANDIDATES]])
        return WhoIsIt(None, f"“{name}” kan være {names}. Skriv hele navnet.", tuple(near))
    if fitting:
        return WhoIsIt(None, f"{fitting[0].name} er fratrådt.")
    return WhoIsIt(None, f"Ingen medarbejder hedder {name}.", tuple(_alike(name, people)))


def _ways(written: Written, people: Sequence[KnownPerson]) -> Iterator[list[KnownPerson]]:
    """Those who fit, by one way of writing after the other, from the surest on."""
    key = fold(written.name.full)
    for fits in (
        lambda person: bool(written.number) and number_key(person.number) == number_key(written.number),
        lambda person: fold(written.initials) == fold(person.initials) != "",
        lambda person: key in _whole_names(person),
        lambda person: _are_initials(written.name.full) and key == fold(person.initials),
        lambda person: _is_short(written.name, person),
        lambda person: leaves_out(key.split(), fold(person.name).split()),
        lambda person: _slipped(key, fold(person.name)),
    ):
        yield _fitting(fits, people)


def _fitting(fits: Callable[[KnownPerson], bool], people: Iterable[KnownPerson]) -> list[KnownPerson]:
    return [person for person in people if fits(person)]


def _of_the_stue(people: Sequence[KnownPerson], teams: Iterable[str]) -> Sequence[KnownPerson]:
    """Those of the row's stue, where that is any of them."""
    wanted = set(map(fold, teams))
    there = [person for person in people if not wanted.isdisjoint(map(fold, person.teams))]
    return there or people


def _whole_names(person: KnownPerson) -> set[str]:
    names = {fold(person.name)}
    return names | {fold(f"{person.known_as} {person.last_name}")} if person.known_as else names


def _are_initials(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) <= MAX_LETTERS


def _is_short(name: NameRead, person: KnownPerson) -> bool:
    """'Agnete', and 'Bo J.' with the beginning of the last name."""
    called = {fold(person.first_name), fold(person.known_as)} - {""}
    begun = fold(name.last).rstrip(".")
    if not begun:
        return fold(name.first) in called
    return name.last.endswith(".") and fold(name.first) in called and fold(person.last_name).startswith(begun)


def _slipped(written: str, name: str) -> bool:
    most = 0 if len(written) < _SLIP_LETTERS else 2 if len(written) >= _LONG else 1
    return bool(most) and OSA.distance(written, name, score_cutoff=most) <= most


def _alike(name: str, people: Iterable[KnownPerson]) -> Iterator[KnownPerson]:
    """Those who share a word with a name that nobody has."""
    words = set(fold(name).split())
    yield from (p for p in people if not p.left and not words.isdisjoint(fold(f"{p.name} {p.known_as}").split()))
