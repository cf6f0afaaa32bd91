"""Relevance: the stue and the subject of a task against hers. Never a level: who learns more is not nearer. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dagleder.base.text import fold
from dagleder.settings.places import Team
from dagleder.tasks.points import (
    NOT_ASKED,
    OTHER_PLACE,
    OTHER_SUBJECT,
    OWN_SUBJECT,
    ROLE_SUBJECT,
    SAME_SITE,
    SAME_TEAM,
)

LAST_LETTER: Final = chr(0x10FFFF)
"""Stands behind every word that begins alike."""

_SHORTEST_WORD: Final = 4
_SHORTEST_START: Final = 5  # 'sprog' and 'sprogvurdering' tell of the same
# Words that say nothing of a subject, folded.
_EMPTY: Final = frozenset(
    (
        *("alle", "andet", "ansvar", "ansvarlig", "arbejde", "arbejder", "arbejdet", "barn", "boern", "boernene"),
        *("brug", "bruge", "denne", "derfor", "efter", "efteraar", "egen", "egne", "eller", "foraar", "forberede"),
        *("gennem", "gennemfoere", "gennemgang", "hele", "huset", "kende", "kollega", "kolleger", "koordinator"),
        *("lave", "lille", "mellem", "moede", "moeder", "opgave", "opgaven", "opgaver", "paedagogisk"),
        *("paedagogiske", "planlaegge", "samarbejde", "samarbejdet", "sommer", "stor", "stort", "store", "stue"),
        *("stuen", "stuer", "tovholder", "under", "vinter"),
    )
)


def words_of(text: str) -> frozenset[str]:
    """The telling words of a text, folded."""
    letters = "".join(char if char.isalnum() else " " for char in fold(text))
    return frozenset(word for word in letters.split() if len(word) >= _SHORTEST_WORD and word not in _EMPTY)


def place_points(own: Iterable[int], team_id: int | None, teams: Mapping[int, Team]) -> int:
    """0–2: her own stue, one of her matrikel, or neither."""
    if team_id is None:
        return NOT_ASKED
    held = set(own)
    if team_id in held:
        return SAME_TEAM
    sites = {teams[each].site_id for each in held if each in teams}
    return SAME_SITE if team_id in teams and teams[team_id].site_id in sites else OTHER_PLACE


@dataclass(slots=True)
class Subjects:
    """Which words the tasks of each, and the work of each role, are about.

    The name of somebody on the staff is no subject, nor what a fact about somebody else may tell.
    """

    names: frozenset[str] = frozenset()  # folded
    people: dict[str, dict[int, bool]] = field(default_factory=lambda: defaultdict(dict))  # word → who → still
    roles: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # word → role → competence

    def add_task(self, who: int, text: str, *, still: bool) -> None:
        """`still`: it isn't over."""
        for word in words_of(text) - self.names:
            self.people[word][who] = still or self.people[word].get(who, False)

    def add_target(self, role: str, name: str) -> None:
        """What a role is expected to be able to, by the words of its short name: a long one tells of more besides."""
        for word in words_of(name):
            self.roles[word][role] = _shorter(self.roles[word].get(role, name), name)

    def of(self, subject: str) -> "SubjectMatch":
        """Who has had to do with a subject: by tasks, and by what her role is expected to be able to."""
        asked = sorted(words_of(subject) - self.names)
        return SubjectMatch(bool(asked), _shared_words(asked, self.people), _alike_words(asked, self.roles))


def name_words(names: Iterable[str]) -> frozenset[str]:
    """What names look like in a text, folded: 'Nanna', 'Nannas'."""
    words = frozenset(word for name in names for word in words_of(name))
    return words | {f"{word}s" for word in words}


@dataclass(frozen=True, slots=True)
class Shared:
    """The beginning of a word that the subject has in common with a task of hers; `still`: she has that one now."""

    word: str
    still: bool


def _shorter(name: str, other: str) -> str:
    """Of several about the same the shortest name tells it best."""
    return min(name, other, key=lambda each: (len(each), each))


def as_written(start: str, text: str) -> str:
    """The beginning of a word of `text` as it stands there, by its folded letters."""
    for word in "".join(char if char.isalnum() else " " for char in text).split():
        if fold(word).startswith(start):
            return next((word[:end] for end in range(1, len(word)) if fold(word[:end]) == start), word)
    return start


def _shared_words(asked: Iterable[str], known: Mapping[str, Mapping[int, bool]]) -> dict[int, Shared]:
    """By person: of a task she still has before one she had, then the longest."""
    words, found = sorted(known), dict[int, Shared]()
    for word in asked:
        for one in alike(word, words):
            start = min(word, one, key=len)
            for who, still in known[one].items():
                best = found.get(who)
                if best is None or (still, len(start)) > (best.still, len(best.word)):
                    found[who] = Shared(start, still)
    return found


def _alike_words(asked: Iterable[str], known: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Whose words are alike one of those asked, with what the word is told as."""
    words, found = sorted(known), dict[str, str]()
    for word in asked:
        for one in alike(word, words):
            found |= {key: told for key, told in known[one].items() if not found.get(key)}
    return found


def alike(word: str, words: Sequence[str]) -> list[str]:
    """Of sorted words the same one, those it is the beginning of, and those that are its beginning."""
    shorter = range(_SHORTEST_START, len(word))
    found = [word[:end] for end in shorter if _holds(words, word[:end])]
    if len(word) < _SHORTEST_START:
        return [word] if _holds(words, word) else []
    return found + list(words[bisect_left(words, word) : bisect_left(words, word + LAST_LETTER)])


def _holds(words: Sequence[str], word: str) -> bool:
    place = bisect_left(words, word)
    return place < len(words) and words[place] == word


@dataclass(frozen=True, slots=True)
class SubjectMatch:
    """Whom one subject is near to; `asked` is False where the task's words tell of none."""

    asked: bool
    by_task: Mapping[int, Shared]
    by_role: Mapping[str, str]

    def points(self, who: int, role: str) -> int:
        """0–2."""
        if not self.asked:
            return NOT_ASKED
        if who in self.by_task:
            return OWN_SUBJECT
        return ROLE_SUBJECT if role in self.by_role else OTHER_SUBJECT
