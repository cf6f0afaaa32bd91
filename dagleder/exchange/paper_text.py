"""Breaking text into lines: greedy, at blanks, and inside a word only when it alone is too wide."""

from collections.abc import Iterator
from dataclasses import dataclass

from dagleder.exchange.drawing import Shape, Text, Weight
from dagleder.exchange.drawing_ink import INK, INK_SOFT
from dagleder.exchange.fonts import ELLIPSIS, fitted, text_width
from dagleder.exchange.paper import Align, Run, Runs, Tone

LEADING = 1.46  # from baseline to baseline, in sizes
_WEIGHT = {Tone.PLAIN: Weight.REGULAR, Tone.STRONG: Weight.SEMIBOLD, Tone.MUTED: Weight.REGULAR}
_COLOUR = {Tone.PLAIN: INK, Tone.STRONG: INK, Tone.MUTED: INK_SOFT}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line in one tone, and how wide it is."""

    text: str
    tone: Tone
    width: float


Spans = tuple[Span, ...]


def as_runs(text: Runs, tone: Tone = Tone.PLAIN) -> tuple[Run, ...]:
    return (Run(text, tone),) if isinstance(text, str) else text


def one_line(text: Runs, width: float, size: float, tone: Tone = Tone.PLAIN) -> Spans:
    """The text on a single line, ending in '…' where it does not fit in `width`."""
    spans: list[Span] = []
    room = width
    for run in as_runs(text, tone):
        flat = " ".join(run.text.replace("\t", " ").splitlines())
        wide = text_width(flat, size, _WEIGHT[run.tone])
        if wide > room:
            spans.extend(_cut(flat, room, size, run.tone))
            break
        spans.append(Span(flat, run.tone, wide))
        room -= wide
    return tuple(spans)


def _cut(text: str, room: float, size: float, tone: Tone) -> Iterator[Span]:
    if room >= text_width(ELLIPSIS, size, _WEIGHT[tone]):
        yield Span(fitted(text, room, size, _WEIGHT[tone]), tone, room)


def broken(text: Runs, width: float, size: float, tone: Tone = Tone.PLAIN) -> tuple[Spans, ...]:
    """The text as lines no wider than `width`; at least one line, however empty."""
    breaker = _Breaker(width, size)
    for run in as_runs(text, tone):
        for number, part in enumerate(run.text.replace("\t", " ").splitlines() or [""]):
            if number:
                breaker.end_line()
            breaker.add(part, run.tone)
        if run.text.endswith("\n"):
            breaker.end_line()
    breaker.end_line()
    return tuple(breaker.lines)


class _Breaker:
    """Takes words one by one and keeps the lines they make."""

    def __init__(self, width: float, size: float) -> None:
        self._width = width
        self._size = size
        self._line: list[tuple[str, Tone]] = []
        self._used = 0.0
        self.lines: list[Spans] = []

    def add(self, text: str, tone: Tone) -> None:
        blank = text_width(" ", self._size, _WEIGHT[tone])
        for number, word in enumerate(text.split(" ")):
            before = " " if number else ""
            self._add_word(word, before, tone, blank if number else 0)

    def end_line(self) -> None:
        self.lines.append(tuple(self._spans()))
        self._line, self._used = [], 0.0

    def _add_word(self, word: str, before: str, tone: Tone, blank: float) -> None:
        wide = text_width(word, self._size, _WEIGHT[tone])
        if self._used + blank + wide <= self._width:
            self._line.append((before + word, tone))
            self._used += blank + wide
            return
        if self._line and before:
            self.end_line()
        for part in self._parts(word, tone):
            part_width = text_width(part, self._size, _WEIGHT[tone])
            if self._line and self._used + part_width > self._width:
                self.end_line()
            self._line.append((part, tone))
            self._used += part_width

    def _parts(self, word: str, tone: Tone) -> Iterator[str]:
        """A word too wide for a line, in pieces that fit (at least one letter each)."""
        start = 0
        for end in range(1, len(word) + 1):
            if end - start > 1 and text_width(word[start:end], self._size, _WEIGHT[tone]) > self._width:
                yield word[start : end - 1]
                start = end - 1
        yield word[start:]

    def _spans(self) -> Iterator[Span]:
        text, tone = "", Tone.PLAIN
        for part, part_tone in self._line:
            if part_tone is not tone and text:
                yield Span(text, tone, text_width(text, self._size, _WEIGHT[tone]))
                text = ""
            text += part
            tone = part_tone
        if text:
            yield Span(text, tone, text_width(text, self._size, _WEIGHT[tone]))


def line_shapes(spans: Spans, x: float, baseline: float, size: float) -> Iterator[Shape]:
    for span in spans:
        yield Text(x, baseline, span.text, size, _COLOUR[span.tone], _WEIGHT[span.tone])
        x += span.width


def aligned(spans: Spans, left: float, width: float, align: Align) -> float:
    """Where a line begins, to stand `align`ed in a box."""
    if align is Align.LEFT:
        return left
    free = width - sum(span.width for span in spans)
    return left + (free if align is Align.RIGHT else free / 2)
