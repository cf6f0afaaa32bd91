"""The words of a quick line with a mark: '@ok', '#Egernet', '!beslut'. Pure."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from dagleder.base.text import fold
from dagleder.tasks.quick_doubts import (
    Doubt,
    Place,
    QuickPerson,
    QuickTeam,
    of_mentioned,
    of_no_team,
    of_nobody,
    of_several,
)
from dagleder.tasks.states import MANDATE_NAMES, Mandate

_MYSELF: Final = frozenset({"mig", "mig selv", "jeg"})
_MOST_WORDS: Final = 4  # of a name
_MOST_NEAR: Final = 4
_ENDS: Final = ",;:.!"
_JOINERS: Final = frozenset({"og", "&", "+", "samt"})
# Before a name they say that the task is about whom, or where; it is part of the sentence.
_ABOUT: Final = frozenset({"til", "med", "for", "hos", "fra", "af", "om", "ved", "på", "i"})
_BETWEEN_MARKS: Final = re.compile(r"(?<=\w)[,/;&+]+(?=[@#!]\w)")


def split_words(text: str) -> tuple[str, ...]:
    """'@karen,@otto' is two."""
    return tuple(each for word in text.split() for each in _parts(word))


def _parts(word: str) -> Sequence[str]:
    return _BETWEEN_MARKS.split(word) if word.startswith(("@", "#")) else (word,)


class MarkReader:
    """Takes the words with a mark out of a line; `rest` are the others."""

    def __init__(self, words: Sequence[str], people: Sequence[QuickPerson], teams: Sequence[QuickTeam]) -> None:
        self._words, self._people, self._teams = words, people, teams
        self.rest: list[str] = []
        self.employee_ids: list[int] = []
        self.own = False
        self.team_id: int | None = None
        self.mandate: Mandate | None = None
        self.doubt: Doubt | None = None
        self._joined = False  # the word before is the 'og' after a mark
        self._kept = ""  # the name of the mark just read, where the sentence needs it

    def take_marks(self) -> None:
        place, marked = 0, False
        while place < len(self._words):
            self._kept = ""
            word, taken = self._words[place], self._mark(place)
            if taken and self._kept:
                self.rest.append(self._kept)
            elif taken and self._joined:
                self.rest.pop()  # the 'og' between two marks
            elif taken and self.rest:
                self.rest[-1] = self.rest[-1].rstrip(",") or self.rest[-1]
            if not taken:
                self.rest.append(word)
            self._joined = not taken and word.casefold() in _JOINERS and marked
            marked = bool(taken)
            place += taken or 1

    def _mark(self, first: int) -> int:
        """How many words from here on are a mark that was understood."""
        take = {"@": self._person, "#": self._team, "!": self._mandate}.get(self._words[first][:1])
        if take is None:
            return 0
        for count in range(min(_MOST_WORDS, len(self._words) - first), 0, -1):
            place = Place(self._words, first, count)
            if take(" ".join(self._words[first : first + count]).rstrip(_ENDS), place):
                return count
        if self.doubt is None:
            self.doubt = self._unknown(self._words[first].rstrip(_ENDS), Place(self._words, first, 1))
        return 0

    def _unknown(self, typed: str, place: Place) -> Doubt | None:
        """A number after '#' is a number; a mark by itself, or an unknown '!', is a word of the title."""
        if typed.startswith("@") and fold(typed[1:]):
            return of_nobody(typed[1:], tuple(self._near_people(fold(typed[1:])))[:_MOST_NEAR], place)
        if typed.startswith("#") and typed[1:2].isalpha():
            return of_no_team(typed[1:], tuple(self._near_teams(fold(typed[1:])))[:_MOST_NEAR], place)
        return None

    def _near_people(self, name: str) -> Iterator[QuickPerson]:
        begun = [person for person in self._people if any(each.startswith(name) for each in _names(person))]
        yield from begun or [person for person in self._people if get_close_matches(name, _names(person))]

    def _near_teams(self, name: str) -> Iterator[QuickTeam]:
        begun = [team for team in self._teams if fold(team.name).startswith(name)]
        yield from begun or [team for team in self._teams if get_close_matches(name, [fold(team.name)])]

    def _person(self, typed: str, place: Place) -> bool:
        name = fold(typed[1:])
        if name in _MYSELF:
            self.own = True
            self._kept = "mig" if self._in_sentence(place) else ""
            return True
        meant = [person for person in self._people if name and name in _names(person)]
        if len(meant) > 1:
            self.doubt = self.doubt or of_several(meant, place)
        elif meant and self._in_sentence(place):
            self.doubt = self.doubt or of_mentioned(meant[0], place)
        elif meant:
            self.employee_ids.append(meant[0].employee_id)
            return True
        return False

    def _team(self, typed: str, place: Place) -> bool:
        meant = [team for team in self._teams if fold(team.name) == fold(typed[1:])]
        if len(meant) != 1:
            return False
        self.team_id = meant[0].team_id
        self._kept = meant[0].name if self._in_sentence(place) else ""
        return True

    def _in_sentence(self, place: Place) -> bool:
        before = self._words[place.first - 1].casefold() if place.first else ""
        return before in _ABOUT or (before in _JOINERS and not self._joined)

    def _mandate(self, typed: str, _: Place) -> bool:
        meant = [mandate for mandate, called in MANDATE_NAMES.items() if fold(called) == fold(typed[1:])]
        self.mandate = meant[0] if meant else self.mandate
        return bool(meant)


def _names(person: QuickPerson) -> frozenset[str]:
    first, *_ = person.name.split() or [""]
    return frozenset(fold(each).rstrip(_ENDS) for each in (person.initials, person.called, first, person.name))
