"""How well something answers what was typed. Pure; a few thousand entries take a few milliseconds.

Every word typed must be found in some word of the entry: as it stands, at its beginning, inside it, or with one slip
of the finger. The title counts more than what else the entry is found by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dagleder.base.text import danish_key, fold
from dagleder.search.places import Entry, Topic

_WHOLE, _BEGINNING, _INSIDE, _SLIP = 100, 80, 40, 20
_TITLE_FACTOR = 2
_FIRST_WORD = 15  # more for the first word of a title: 'kar' means Karen before Mette Karlsen
_SHORTEST_INSIDE, _SHORTEST_SLIP = 3, 4


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, or a person joined with a topic, and how well it answers."""

    title: str
    feature: str
    record_id: int | None
    detail: str
    icon: str
    score: int
    does: bool = False
    about: int | None = None  # the employee, where the topic is about one
    person: bool = False  # an employee herself


def words_of(text: str) -> tuple[str, ...]:
    """What was typed, word for word, without accents and capitals."""
    return tuple(fold(text).replace("-", " ").split())


def score(typed: Sequence[str], title: str, more: str = "") -> int:
    """How well a title and its further words answer what was typed; 0 when a word of it is not found."""
    title_words, more_words = _folded(title), _folded(more)
    total = 0
    for word in typed:
        best = max(
            _TITLE_FACTOR * max((_match(word, other) for other in title_words), default=0),
            max((_match(word, other) for other in more_words), default=0),
        )
        if not best:
            return 0
        total += best + (_FIRST_WORD if title_words and title_words[0].startswith(word) else 0)
    return total


def find(query: str, entries: Sequence[Entry], topics: Sequence[Topic], limit: int) -> list[Found]:
    """What answers the query, best first: entries, and persons joined with a topic ('karen fer')."""
    typed = words_of(query)
    if not typed:
        return []
    found = [_found(entry, points) for entry in entries if (points := score(typed, entry.title, entry.words))]
    staff = [entry for entry in entries if entry.person]
    scored: dict[tuple[str, ...], list[tuple[Entry, int]]] = {}  # people by the words that are left for the name
    for topic in topics:
        named, rest = _divided(typed, topic)
        if named and rest:
            if rest not in scored:
                scored[rest] = [(one, points) for one in staff if (points := score(rest, one.title, one.words))]
            found += _about(topic, score(named, "", topic.words), scored[rest])
    known = {(one.feature, one.record_id) for one in found}
    herself = {
        (one.feature, one.record_id): _found(one, points) for people in scored.values() for one, points in people
    }
    found += [one for key, one in herself.items() if key not in known]  # after what was asked for about her
    return sorted(found, key=lambda one: (-one.score, danish_key(one.title)))[:limit]


def _divided(typed: Sequence[str], topic: Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that name the topic, and those that are left for a person's name."""
    named = tuple(word for word in typed if score((word,), "", topic.words))
    return named, tuple(word for word in typed if word not in named)


def _about(topic: Topic, topic_points: int, people: Sequence[tuple[Entry, int]]) -> list[Found]:
    """Persons joined with a topic."""
    return [
        Found(
            topic.title.format(name=person.title),
            topic.feature,
            None,
            topic.detail or person.detail,
            topic.icon,
            points + topic_points,
            topic.does,
            person.record_id,
        )
        for person, points in people
    ]


def _found(entry: Entry, points: int) -> Found:
    return Found(entry.title, entry.feature, entry.record_id, entry.detail, entry.icon, points, person=entry.person)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> tuple[str, ...]:
    return words_of(text)


def _match(typed: str, word: str) -> int:
    if word == typed:
        return _WHOLE
    if word.startswith(typed):
        return _BEGINNING
    if len(typed) >= _SHORTEST_INSIDE and typed in word:
        return _INSIDE
    if len(typed) >= _SHORTEST_SLIP and is_slip(typed, word[: len(typed) + 1]):
        return _SLIP
    return 0


def is_slip(typed: str, meant: str) -> bool:
    """True when `typed` begins `meant` but for one letter wrong, missing or too many, or two changed round.

    The first letter is always right: people see it.
    """
    if typed[:1] != meant[:1]:
        return False
    same = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), len(typed))
    left, right = typed[same:], meant[same:]
    wrong = right[1:].startswith(left[1:])
    too_many = right.startswith(left[1:])
    missing = right[1:].startswith(left)
    changed_round = left[:2] == right[:2][::-1] and right[2:].startswith(left[2:])
    return wrong or too_many or missing or changed_round
