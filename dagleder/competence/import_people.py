"""Whom a row of the sheet is about: numbers, initials, whole names, first names, and names with a slip. Pure.

Leaders write first names in their own lists. One is taken where only one has it, in the house or (with the row's
help) in the stue; else the row is left out with those it may be.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dagleder.base.text import and_list, fold
from dagleder.competence.import_values import NOBODY_IS_CALLED, KnownPerson
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

    @property
    def shown(self) -> str:
        return self.name.full or self.initials or self.number


@dataclass(frozen=True, slots=True)
class WhoIsIt:
    """Somebody, or why nobody, with those it may be."""

    person: KnownPerson | None
    reason: str = ""
    candidates: tuple[KnownPerson, ...] = ()


class Staff:
    """Those a sheet may be about, with their names as they are compared."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._people = tuple(map(_compared, people))

    def who_is(self, written: Written) -> WhoIsIt:
        """The one the row means: by the first way of writing that fits anybody."""
        fitting = next((found for found in self._ways(written) if found), [])
        present = [person for person in fitting if not person.left]
        near = _of_the_stue(present, written.teams) if len(present) > 1 else present
        if len(near) == 1:
            return WhoIsIt(near[0])
        name = written.shown
        if near:
            names = and_list([person.name for person in near[:_MOST_CANDIDATES]])
            return WhoIsIt(None, f"“{name}” kan være {names}. Skriv hele navnet.", tuple(near))
        if fitting:
            return WhoIsIt(None, f"{fitting[0].name} er fratrådt.")
        return WhoIsIt(None, f"{NOBODY_IS_CALLED} {name}.", tuple(self._alike(name)))

    def _ways(self, written: Written) -> Iterator[list[KnownPerson]]:
        """Those who fit, by one way of writing after the other, from the surest on."""
        key, words = fold(written.name.full), fold(written.name.full).split()
        number, initials = number_key(written.number), fold(written.initials)
        first, last = fold(written.name.first), fold(written.name.last)
        ways: tuple[tuple[bool, Callable[[_Compared], bool]], ...] = (
            (bool(number), lambda each: each.number == number),
            (bool(initials), lambda each: each.initials == initials),
            (bool(key), lambda each: key in each.whole_names),
            (_are_initials(written.name.full), lambda each: each.initials == key),
            (bool(first) and not last, lambda each: first in each.called),
            (last.endswith("."), lambda each: first in each.called and each.last.startswith(last[:-1])),
            (len(words) > 1, lambda each: leaves_out(words, each.words)),
            (len(key) >= _SLIP_LETTERS, lambda each: _slipped(key, each.name)),
        )
        yield from ([each.person for each in self._people if fits(each)] for asked, fits in ways if asked)

    def _alike(self, name: str) -> Iterator[KnownPerson]:
        """Those who share a word with a name that nobody has."""
        words = set(fold(name).split())
        alike = (each for each in self._people if not words.isdisjoint({*each.words, *each.called}))
        return (each.person for each in alike if not each.person.left)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Somebody, folded once for all the rows."""

    person: KnownPerson
    name: str
    words: tuple[str, ...]
    last: str
    whole_names: frozenset[str]
    called: frozenset[str]
    initials: str
    number: str


def _compared(person: KnownPerson) -> _Compared:
    name, known_as, last = fold(person.name), fold(person.known_as), fold(person.last_name)
    return _Compared(
        person,
        name,
        tuple(name.split()),
        last,
        frozenset({name, f"{known_as} {last}"} if known_as else {name}),
        frozenset({fold(person.first_name), known_as}) - {""},
        fold(person.initials),
        number_key(person.number),
    )


def _of_the_stue(people: Sequence[KnownPerson], teams: Iterable[str]) -> Sequence[KnownPerson]:
    """Those of the row's stue, where that is any of them."""
    wanted = set(map(fold, teams))
    there = [person for person in people if not wanted.isdisjoint(map(fold, person.teams))]
    return there or people


def _are_initials(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) <= MAX_LETTERS


def _slipped(written: str, name: str) -> bool:
    most = 2 if len(written) >= _LONG else 1
    return OSA.distance(written, name, score_cutoff=most) <= most
