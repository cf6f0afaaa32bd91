"""One day of the year's sheet: its ground, its name, and its meetings with letter, start and stue.

A field is narrow. One meeting stands large on one line; with more than fits there the field has two small lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dagleder.base.dates import WORKDAYS, clock_digits, clock_text, week_number
from dagleder.base.text import capitalised
from dagleder.exchange.drawing import Anchor, Hatch, Line, Rect, Shape, Text, Weight
from dagleder.exchange.drawing_ink import HATCH, INK, INK_SOFT, RULE_FAINT, RULE_STRONG, WEEKEND_FILL, WHITE
from dagleder.exchange.drawing_marks import badge, badge_width
from dagleder.exchange.fonts import fitted, text_width
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.states import PROPOSED
from dagleder.presence.standing import Standing

ROW: Final = 14.4
_LETTERS = "mtotfls"
_SHORTER = {"Kristi himmelfartsdag": "Kr. himmelf."}
# What houses call their lukkedage, as it is said where a meeting has taken a line: found by the words, said short.
_SHORTEST = {"himmelf": "Efter himmelf.", "jul og nytår": "Jul–nytår", "før påske": "Før påske"}
_DAY_SIZE, _WEEKDAY_SIZE, _WEEK_SIZE = 7.1, 6.4, 6
_LEFT = 21  # where the contents begin
_BADGE, _TIME, _CODE = 9.75, 7.1, 6.2  # of one meeting, large
_SMALL_BADGE, _SMALL, _SMALLEST = 6.9, 5.9, 5.3  # of those on two lines
_NAME = 6.4
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class DayField:
    """One day of the sheet with its upper left corner. `codes` are the stuer's, where the plan has more than one."""

    day: date
    x: float
    y: float
    width: float
    standing: Standing
    meetings: tuple[Meeting, ...]
    codes: Mapping[int, str]

    @property
    def free(self) -> bool:
        return self.day.weekday() >= WORKDAYS or self.standing.holiday is not None

    @property
    def closed(self) -> str:
        """What the closed day is called, '' when the house is open."""
        if self.free:
            return ""
        if self.standing.closing:
            return self.standing.closing
        return "Lukket" if self.standing.open_until == 0 else ""

    @property
    def shortest_name(self) -> str:
        """What a closed day is called where there is room for little: never a part of a word, which says nothing."""
        said = self.closed.casefold()
        return next((short for words, short in _SHORTEST.items() if words in said), "Lukket") if said else self.name

    @property
    def name(self) -> str:
        """What the day is called: a public holiday, or why the house is closed."""
        name = capitalised(self.standing.holiday) if self.standing.holiday else self.closed
        for long, short in _SHORTER.items():
            name = name.replace(long, short)
        return name


@dataclass(frozen=True, slots=True)
class _Mark:
    """Meetings of one kind at one time; `codes` are the stuer it is for ('' = the house)."""

    letter: str
    style: str
    start: int
    proposed: bool
    codes: str = ""

    def text(self, *, short: bool = False, codes: bool = True) -> str:
        """'12.30 Ma', or '9' for 9.00 where there is little room."""
        time = (clock_text if short else clock_digits)(self.start) + "?" * self.proposed
        return f"{time} {self.codes}" if codes and self.codes else time


def field_shapes(field: DayField) -> Iterator[Shape]:
    """Everything in the field of a day."""
    yield from _ground(field)
    middle = field.y + ROW / 2
    weight = Weight.BOLD if field.meetings else Weight.MEDIUM
    yield Text(field.x + 12, middle + 2.6, str(field.day.day), _DAY_SIZE, INK, weight, Anchor.END)
    yield Text(field.x + 13.9, middle + 2.4, _LETTERS[field.day.weekday()], _WEEKDAY_SIZE, INK_SOFT)
    left, right = field.x + _LEFT, field.x + field.width - 1.5
    if field.day.weekday() == 0 and not field.name:
        number = str(week_number(field.day))
        yield Text(right, middle + 1, number, _WEEK_SIZE, INK_SOFT, anchor=Anchor.END)
        right -= text_width(number, _WEEK_SIZE) + 1.5
    marks = _marks(field)
    if not marks:
        yield from _name(field, left, right)
    elif len(marks) == 1 and not field.name:
        yield from _one(marks[0], left, field.y, right)
    else:
        yield from _several(marks, field, left, right)


def _ground(field: DayField) -> Iterator[Shape]:
    if field.closed:
        yield Hatch(field.x, field.y, field.width, ROW, HATCH, WHITE)
    elif field.free:
        yield Rect(field.x, field.y, field.width, ROW, WEEKEND_FILL)
    last_of_week = field.day.weekday() == len(_LETTERS) - 1
    line = RULE_STRONG if last_of_week else RULE_FAINT
    yield Line(field.x, field.y + ROW, field.x + field.width, field.y + ROW, line)


def _marks(field: DayField) -> list[_Mark]:
    """Stuer that meet at the same time share a letter; when all of them do, none needs to be told."""
    found: dict[tuple[_Mark, bool], set[int]] = {}
    for meeting in field.meetings:
        mark = _Mark(meeting.kind.letter, meeting.kind.style, meeting.start, meeting.state == PROPOSED)
        found.setdefault((mark, bool(meeting.teams)), set()).update(meeting.team_ids)
    return [replace(mark, codes=_codes(field, teams)) for (mark, _), teams in found.items()]


def _codes(field: DayField, teams: set[int]) -> str:
    told = teams if teams < field.codes.keys() else ()
    return " ".join(code for team, code in field.codes.items() if team in told)


# --- what a day is called --------------------------------------------------------------------------


def _name(field: DayField, left: float, right: float) -> Iterator[Shape]:
    """On one line, or small on two; on white where the stripes would cross it."""
    name, room = field.name, right - left - 2
    if not name:
        return
    middle = field.y + ROW / 2
    if text_width(name, _NAME, Weight.MEDIUM) <= room:
        yield from _on_ground(field, Text(left + 1, middle + 2.3, name, _NAME, INK, Weight.MEDIUM))
        return
    size = _SMALL if _two_lines(name, room, _SMALL)[1] else _SMALLEST
    lines = _two_lines(name, room, size)[0]
    baselines = _small_lines(field.y) if len(lines) > 1 else (middle + 2.2,)
    for line, at in zip(lines, baselines, strict=True):
        yield from _on_ground(field, Text(left + 1, at, line, size, INK, Weight.MEDIUM))


def _name_beside(field: DayField, left: float, baseline: float, right: float) -> Text:
    """On the one line that the meetings leave: smaller, then shorter."""
    forms = ((field.name, _SMALL), (field.name, _SMALLEST), (field.shortest_name, _SMALL))
    for name, size in forms:
        if text_width(name, size, Weight.MEDIUM) <= right - left:
            return Text(left, baseline, name, size, INK, Weight.MEDIUM)
    name = fitted(field.shortest_name, right - left, _SMALLEST, Weight.MEDIUM)
    return Text(left, baseline, name, _SMALLEST, INK, Weight.MEDIUM)


def _two_lines(name: str, room: float, size: float) -> tuple[list[str], bool]:
    """As many words as fit on the first line, the rest on the second; and whether all of it has found room."""
    words = name.split()
    first = words.pop(0)
    while words and text_width(f"{first} {words[0]}", size, Weight.MEDIUM) <= room:
        first = f"{first} {words.pop(0)}"
    lines = [line for line in (first, " ".join(words)) if line]
    shown = [fitted(line, room, size, Weight.MEDIUM) for line in lines]
    return shown, shown == lines


def _on_ground(field: DayField, text: Text) -> Iterator[Shape]:
    if field.closed:
        wide = text_width(text.text, text.size, text.weight)
        yield Rect(text.x - 1, text.y - text.size * 0.85, wide + 2, text.size * 1.1, WHITE)
    yield text


def _small_lines(top: float) -> tuple[float, float]:
    """Where the two small lines of a field stand."""
    return top + 6.2, top + 12.7


# --- its meetings ----------------------------------------------------------------------------------


def _one(mark: _Mark, left: float, top: float, right: float) -> Iterator[Shape]:
    """Large on one line; stuer that don't fit beside the time stand under it."""
    yield from badge(mark.letter, mark.style, left, top + (ROW - _BADGE) / 2, _BADGE)
    left += badge_width(_BADGE) + _GAP
    time = mark.text(codes=False)
    beside = left + text_width(time, _TIME, Weight.SEMIBOLD) + _GAP
    baseline = top + ROW / 2 + _TIME * 0.36
    if not mark.codes or beside + text_width(mark.codes, _CODE, Weight.MEDIUM) <= right:
        yield Text(left, baseline, time, _TIME, INK, Weight.SEMIBOLD)
        if mark.codes:
            yield Text(beside, baseline, mark.codes, _CODE, INK, Weight.MEDIUM)
        return
    upper, lower = _small_lines(top)
    yield Text(left, upper, time, _SMALL, INK, Weight.SEMIBOLD)
    yield Text(left, lower, _fitting_codes(mark.codes, right - left), _SMALL, INK, Weight.MEDIUM)


def _fitting_codes(codes: str, room: float) -> str:
    """Never a part of them: that would say that the others don't meet."""
    fits = text_width(codes, _SMALL, Weight.MEDIUM) <= room
    return codes if fits else f"{len(codes.split())} stuer"


def _several(marks: Sequence[_Mark], field: DayField, left: float, right: float) -> Iterator[Shape]:
    """Small, on two lines, or on one above the day's name; as much of each as there is room for, at last '+2'."""
    upper, lower = _small_lines(field.y)
    baselines = [upper] if field.name else [upper, lower]
    if field.name:
        yield from _on_ground(field, _name_beside(field, left + 1, lower, right))
    placed, size = _placed(marks, right - left, len(baselines))
    waiting = list(marks)
    for number, line in enumerate(placed):
        end, baseline = left, baselines[number]
        for text in line:
            yield from _small_mark(waiting.pop(0), Text(end, baseline, text, size, INK, Weight.SEMIBOLD))
            end += _wide(text, size) + _GAP
        if waiting and number == len(placed) - 1:
            yield Text(end, baseline, f"+{len(waiting)}", size, INK, Weight.SEMIBOLD)


def _placed(marks: Sequence[_Mark], room: float, lines: int) -> tuple[list[list[str]], float]:
    """The texts of the marks line by line, and their size: as much as there is room for, at last letters alone."""
    full = [mark.text() for mark in marks]
    short = [mark.text(short=True) for mark in marks]
    bare = [mark.text(short=True, codes=False) for mark in marks]
    for texts, size in ((full, _SMALL), (full, _SMALLEST), (short, _SMALLEST), (bare, _SMALL)):
        placed = _in_lines(texts, size, room, lines)
        if sum(map(len, placed)) == len(marks):
            return placed, size
    rest = text_width("+99", _SMALL, Weight.SEMIBOLD)
    return _in_lines([""] * len(marks), _SMALL, room - rest, lines), _SMALL


def _in_lines(texts: Sequence[str], size: float, room: float, lines: int) -> list[list[str]]:
    """One on each line where there are lines enough, else as full as each may be; the last may find no place."""
    placed: list[list[str]] = [[]]
    used = 0.0
    for text in texts:
        if placed[-1] and (len(texts) <= lines or used + _wide(text, size) > room):
            placed.append([])
            used = 0.0
        if len(placed) > lines or _wide(text, size) > room:
            return placed[:lines]
        placed[-1].append(text)
        used += _wide(text, size) + _GAP
    return placed


def _wide(text: str, size: float) -> float:
    beside = 1 + text_width(text, size, Weight.SEMIBOLD) if text else 0
    return badge_width(_SMALL_BADGE) + beside


def _small_mark(mark: _Mark, text: Text) -> Iterator[Shape]:
    """The letter where `text` begins, the text beside it."""
    yield from badge(mark.letter, mark.style, text.x, text.y - 5.6, _SMALL_BADGE)
    if text.text:
        yield replace(text, x=text.x + badge_width(_SMALL_BADGE) + 1)
