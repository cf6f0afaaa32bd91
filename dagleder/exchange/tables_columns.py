"""Guesses which column is what, from the headings and from the values below them. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from dagleder.base.cpr import has_cpr
from dagleder.base.text import fold, squeezed
from dagleder.exchange.tables_values import ByValues, CellValue, Column, Target, TargetField, cell_text

Row = Sequence[CellValue | None]

_HEADING_DEPTH = 60  # rows looked through for headings
_SAMPLE = 200  # values looked at in a column
_FILL = re.compile(r"[^a-z0-9/]+")
_ASIDE = re.compile(r"\(.*?\)")
_CPR_HEADINGS = ("cpr", "cprnr", "cprnummer", "personnr", "personnummer", "fodselsnummer", "foedselsnummer")
_CPR_DIGITS = 10

_EXACT, _ASIDE_TAKEN, _SHORTENED, _SLIP, _INSIDE = 1.0, 0.95, 0.9, 0.8, 0.7
_SLIP_LETTERS = 5  # shorter headings are not guessed at
_SHORT_WORD = 3  # with its full stop
_TRUSTED = 0.35  # a guess below it is none
_HEADING_PART, _VALUE_PART = 0.7, 0.3
_VALUES_ALONE = 0.8  # so many of the values must fit where no heading helps
_CONTRADICTED = 0.2  # so few make a heading doubtful


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand (row index from 0; -1 when there are none) and how well they fit.

    `named`: one of them is of a needed field.
    """

    row: int
    score: float
    named: bool = False


def find_headings(rows: Sequence[Row], target: Target) -> Headings:
    """The row that reads most like headings of what is looked for; the first of equals."""
    best = Headings(-1, 0.0)
    for index, row in enumerate(rows[:_HEADING_DEPTH]):
        texts = [_heading(value) for value in row if value is not None]
        score = _score(texts, target)
        named = any(_heading_score(text, field) >= _INSIDE for text in texts for field in _needed(target))
        # One recognised word alone in its row may be chance; with the needed column it is a one-column list.
        beside = len(texts) > 1 and all(isinstance(value, str) for value in row if value is not None)
        if (score, named) > (best.score, best.named) and (named or (beside and score >= _EXACT)):
            best = Headings(index, score, named)
    return best


def _score(texts: Iterable[str], target: Target) -> float:
    """How much of what is looked for the texts name; a field named twice counts once."""
    best: dict[str, float] = {}
    for text in texts:
        score, key = max((_heading_score(text, field), field.key) for field in target.fields)
        best[key] = max(score, best.get(key, 0.0))
    return sum(best.values())


def guess_columns(
    headings: Row, rows: Sequence[Row], target: Target, fixed: Mapping[int, str | None]
) -> tuple[Column, ...]:
    """The columns with their fields. `fixed` are the leader's own choices, which win over every guess."""
    columns = [Column(index, _heading(value)) for index, value in enumerate(headings)]
    samples = [_sample(rows, column.index) for column in columns]
    columns = [replace(c, cpr=_is_cpr_column(c, samples[c.index])) for c in columns]
    chosen = {index: key for index, key in fixed.items() if index < len(columns) and not columns[index].cpr}
    guesses = sorted(_guesses(columns, samples, target), key=lambda guess: -guess[0])
    taken = {key for key in chosen.values() if key}
    result = {index: replace(columns[index], field=key, confidence=1.0) for index, key in chosen.items()}
    for confidence, index, key in guesses:
        if index not in result and key not in taken:
            taken.add(key)
            result[index] = replace(columns[index], field=key, confidence=round(confidence, 2))
    return tuple(result.get(column.index, column) for column in columns)


def _needed(target: Target) -> list[TargetField]:
    return [field for field in target.fields if field.key in target.needed]


def _guesses(
    columns: Sequence[Column], samples: Sequence[Sequence[CellValue]], target: Target
) -> Iterable[tuple[float, int, str]]:
    for column in columns:
        for field in target.fields:
            if not column.cpr and (confidence := _confidence(column.heading, samples[column.index], field)) > _TRUSTED:
                yield confidence, column.index, field.key


def _confidence(heading: str, sample: Sequence[CellValue], field: TargetField) -> float:
    named = _heading_score(heading, field)
    if not named and field.by_values is ByValues.NEVER:
        return 0.0
    if field.fits is None:
        return named * (_HEADING_PART + _VALUE_PART / 2)
    if not sample:
        return named * _HEADING_PART
    share = sum(map(field.fits, sample)) / len(sample)
    if not named:
        enough = field.by_values is ByValues.ALWAYS or (field.by_values is ByValues.WITHOUT_HEADING and not heading)
        return share * _VALUE_PART * 2 if enough and share >= _VALUES_ALONE else 0.0
    if share < _CONTRADICTED and len(sample) > 1 and named < _EXACT:
        return 0.0
    return named * _HEADING_PART + share * _VALUE_PART


def _heading(value: CellValue | None) -> str:
    return squeezed(cell_text(value))


@lru_cache(maxsize=8192)
def _heading_score(text: str, field: TargetField) -> float:
    """How well a heading names the field, 0–1.

    As it stands, without what is in brackets, with words cut short by a full stop, misspelt, or among words.
    """
    letters = _letters(text)
    if not letters:
        return 0.0
    known = _known(field)
    if letters in known:
        return _EXACT
    if _letters(_ASIDE.sub("", text)) in known:
        return _ASIDE_TAKEN
    if "." in text and any(_shortens(text, heading) for heading in field.headings):
        return _SHORTENED
    if len(letters) >= _SLIP_LETTERS and any(OSA.distance(letters, k, score_cutoff=1) <= 1 for k in known):
        return _SLIP
    words = fold(text).replace(".", " ").replace(":", " ").split()
    return _INSIDE if any(_within(fold(heading).split(), words) for heading in field.headings) else 0.0


@lru_cache(maxsize=256)
def _known(field: TargetField) -> tuple[str, ...]:
    return tuple(_letters(heading) for heading in field.headings)


def _shortens(text: str, heading: str) -> bool:
    """Whether 'Vejl. PA-elever' is 'Vejledning PA-elever': word by word the same, or its beginning and a full stop."""
    words, whole = fold(text).split(), fold(heading).split()
    return len(words) == len(whole) and all(
        word == full or (word.endswith(".") and len(word) >= _SHORT_WORD and full.startswith(word[:-1]))
        for word, full in zip(words, whole, strict=True)
    )


def _within(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words stand together in a heading of a few words; short words say too little."""
    few = 5
    if len("".join(wanted)) < _SLIP_LETTERS - 1 or len(words) > few:
        return False
    return any(list(words[i : i + len(wanted)]) == list(wanted) for i in range(len(words)))


def _letters(text: str) -> str:
    return _FILL.sub("", fold(text))


def _sample(rows: Sequence[Row], index: int) -> list[CellValue]:
    values = (row[index] for row in rows)
    sample: list[CellValue] = []
    for value in values:
        if value is not None:
            sample.append(value)
            if len(sample) == _SAMPLE:
                break
    return sample


def _is_cpr_column(column: Column, sample: Sequence[CellValue]) -> bool:
    """By its heading, or because most of it is CPR numbers (numbers lose their leading zero in a spreadsheet)."""
    if _letters(column.heading) in _CPR_HEADINGS:
        return True
    alone = sum(has_cpr(text) and len(text) <= _CPR_DIGITS + 1 for text in map(_padded, sample))
    return alone > 1 and alone * 2 > len(sample)


def _padded(value: CellValue) -> str:
    text = cell_text(value)
    return text.zfill(_CPR_DIGITS) if isinstance(value, int | float) and len(text) == _CPR_DIGITS - 1 else text
