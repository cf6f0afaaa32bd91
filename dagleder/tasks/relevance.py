"""Relevance: the stue and the subject of a task against hers. Never a level: who learns more is not nearer. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

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

Key = TypeVar("Key", int, str)

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


def alike(one: str, other: str) -> bool:
    """The same word, or one that begins with the other."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SHORTEST_START and longer.startswith(shorter))


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
    """Which words the tasks of each, and the work of each role, are about; and where a word of hers comes from."""

    people: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))  # word → who → task's title
    roles: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # word → role → competence

    def add_task(self, who: int, title: str, theme: str) -> None:
        for word in words_of(f"{title} {theme}"):
            self.people[word][who] = title

    def add_target(self, role: str, competence: str) -> None:
        """Of several about the same the shortest name tells it best."""
        for word in words_of(competence):
            held = self.roles[word].get(role, competence)
            self.roles[word][role] = min(held, competence, key=lambda name: (len(name), name))

    def of(self, subject: str) -> "SubjectMatch":
        """Who has had to do with a subject: by tasks, and by what her role is expected to be able to."""
        asked = words_of(subject)
        return SubjectMatch(bool(asked), _titles(asked, self.people), _titles(asked, self.roles))


def _titles(asked: Iterable[str], known: Mapping[str, Mapping[Key, str]]) -> dict[Key, str]:
    """Whose words are alike one of those asked, with where the word comes from."""
    found: dict[Key, str] = {}
    for word in sorted(known):
        if any(alike(word, each) for each in asked):
            found |= {key: title for key, title in known[word].items() if key not in found}
    return found


@dataclass(frozen=True, slots=True)
class SubjectMatch:
    """Whom one subject is near to; `asked` is False where the task's words tell of none."""

    asked: bool
    by_task: Mapping[int, str]
    by_role: Mapping[str, str]

    def points(self, who: int, role: str) -> int:
        """0–2."""
        if not self.asked:
            return NOT_ASKED
        if who in self.by_task:
            return OWN_SUBJECT
        return ROLE_SUBJECT if role in self.by_role else OTHER_SUBJECT
