"""The reason while she chooses: what it begins with follows the choice, what she writes herself stays. Pure."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from dagleder.base.text import squeezed

_LINE, _WORD = re.compile(r"[^\n]+"), re.compile(r"\S+")

Place = tuple[int, int]


class ReasonText:
    """`told` is what the reason begins with of each who is chosen, by her id.

    What is changed within such a sentence is still about her: it goes with her, and comes back with her.
    """

    def __init__(self, told: Mapping[int, str] | None = None) -> None:
        self.told: Mapping[int, str] = told or {}
        self._changed: dict[str, str] = {}  # a sentence as she has changed it
        self.put_by: frozenset[int] = frozenset()  # who went last, with a sentence that she had changed

    def is_own(self, text: str) -> bool:
        """Whether something of it is written by herself."""
        return squeezed(text) not in ("", squeezed(_lines(self.told.values())))

    def spaced(self, text: str) -> str:
        """With a space where she wrote right up to a sentence."""
        for words in (each.split() for each in self.told.values() if each):
            begins, ends = re.escape(" ".join(words[:2])), re.escape(" ".join(words[-2:]))
            text = re.sub(rf"(?<=[\w.,:;!?])(?={begins}\s)|(?<=\s{ends})(?=\w)", " ", text)
        return text

    def follow(self, text: str, told: Mapping[int, str]) -> str:
        """The text when others are chosen, or something else is told of them."""
        text = self.spaced(text)
        own, before, self.told = self.is_own(text), self.told, dict(told)
        self.put_by = frozenset()
        if not own:
            return _lines(map(self._as_changed, told.values()))
        coming = {who: self._as_changed(each) for who, each in told.items() if each and before.get(who) != each}
        stands = False
        for who, sentence in before.items():
            place = place_of(sentence, text, before.values())
            stands = stands or place is not None
            if place is None or told.get(who) == sentence:
                continue
            part = text[slice(*place)]
            if who in told and part != sentence:  # about her still, in the leader's own words
                coming.pop(who, None)
                continue
            self._changed[sentence] = part
            if part != sentence:
                self.put_by |= {who}
            text = _put(text, place, coming.pop(who if who in coming else next(iter(coming), 0), ""))
        return _lines([text, *coming.values()]) if stands else text

    def _as_changed(self, sentence: str) -> str:
        return self._changed.get(sentence, sentence)


def place_of(sentence: str, text: str, sentences: Iterable[str]) -> Place | None:
    """Where one of the `sentences` stands in the text, also when she has changed some of its words."""
    if not sentence:
        return None
    if sentence in text:
        start = text.index(sentence)
        return start, start + len(sentence)
    others = [each for each in sentences if each and each != sentence]
    lines = (line for line in _LINE.finditer(text) if not any(other in line.group() for other in others))
    return next(filter(None, (_nearly(sentence, line) for line in lines)), None)


def _nearly(sentence: str, line: re.Match[str]) -> Place | None:
    """The part of a line that has most of the words of the sentence, in their order."""
    asked, words = _WORD.findall(sentence), list(_WORD.finditer(line.group()))
    same = SequenceMatcher(None, asked, [word.group() for word in words], autojunk=False).get_matching_blocks()[:-1]
    if 2 * sum(block.size for block in same) <= len(asked):
        return None
    last = same[-1]
    return line.start() + words[same[0].b].start(), line.start() + words[last.b + last.size - 1].end()


def _lines(sentences: Iterable[str]) -> str:
    return "\n".join(filter(None, sentences))


def _put(text: str, place: Place, sentence: str) -> str:
    start, end = place
    if sentence:
        return text[:start] + sentence + text[end:]
    return (text[:start] + text[end:].lstrip()).rstrip()
