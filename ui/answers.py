"""What the palette answers: actions to do, and what the features' finders find."""

from collections.abc import Callable, Sequence
from functools import cached_property

from dagleder.search.places import Entry, Finder, Topic
from dagleder.search.ranking import Found, find, score, words_of
from ui.kit.actions import Action
from ui.kit.palette_list import Line

_MOST_DO, _MOST_FIND, _FIRST_SHOWN = 5, 8, 9


class Findable:
    """The entries of all finders, read again only when their tables have moved.

    The finders are asked for when something is first looked for: a start does not wait for the parts behind them.
    """

    def __init__(self, finders: Callable[[], Sequence[Finder]]) -> None:
        self._ask = finders
        self._entries: dict[Finder, tuple[Entry, ...]] = {}

    @cached_property
    def _finders(self) -> tuple[Finder, ...]:
        return tuple(self._ask())

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(topic for finder in self._finders for topic in finder.topics())

    @property
    def entries(self) -> list[Entry]:
        for finder in self._finders:
            if finder not in self._entries:
                self._entries[finder] = tuple(finder.entries())
        return [entry for finder in self._finders for entry in self._entries[finder]]

    def moved(self, tables: frozenset[str]) -> None:
        for finder in tuple(self._entries):
            if not finder.tables.isdisjoint(tables):
                del self._entries[finder]


class PaletteAnswers:
    """Called with what is typed; `actions` tells what can be done now, `go` opens what was found."""

    def __init__(
        self, actions: Callable[[], Sequence[Action]], findable: Findable, go: Callable[[Found], None]
    ) -> None:
        self._actions, self._findable, self._go = actions, findable, go

    def __call__(self, text: str) -> list[Line]:
        typed = words_of(text)
        found = find(text, self._findable.entries, self._findable.topics, _MOST_FIND + _MOST_DO)
        actions = self._matching(typed)
        # A thing done for somebody named is meant more than an action that merely has the word.
        do = [self._found_line(one) for one in found if one.does] + [_action_line(action) for _, action in actions]
        shown = [self._found_line(one) for one in found if not one.does]
        groups = [
            _group("Gør noget", do[: _MOST_DO if typed else _FIRST_SHOWN]),
            _group("Find", shown[:_MOST_FIND]),
        ]
        if found and _is_named(typed, found[0]) and all(points < found[0].score for points, _ in actions):
            groups.reverse()
        return [line for group in groups for line in group]

    def _matching(self, typed: Sequence[str]) -> list[tuple[int, Action]]:
        """With how well each answers, best first."""
        # What a page offers from anywhere is its own action while it is in front: said once, the page's first.
        once: dict[str, Action] = {}
        for action in self._actions():
            once.setdefault(action.shown_name(), action)
        actions = list(once.values())
        if not typed:
            return [(0, action) for action in actions if not action.why_not()]
        answering = [
            (points, action)
            for action in actions
            if (points := score(typed, action.shown_name(), f"{action.detail} {action.words}"))
        ]
        return sorted(answering, key=lambda pair: -pair[0])

    def _found_line(self, found: Found) -> Line:
        return Line(found.title, lambda: self._go(found), found.detail, found.icon)


def _is_named(typed: Sequence[str], found: Found) -> bool:
    """True when what was typed is an employee's name, and not merely what she is found by."""
    return found.person and score(typed, found.title) > 0


def _action_line(action: Action) -> Line:
    return Line(action.shown_name(), action.run, action.detail, action.icon, action.key, action.why_not())


def _group(name: str, lines: Sequence[Line]) -> list[Line]:
    return [Line(name), *lines] if lines else []
