"""What a cell about somebody and a competence means, as leaders write it in their own sheets.

The one place for that language: what is pasted onto the matrix and what is read from a file mean the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NoReturn

from dagleder.base.cpr import CPR_SENTENCE, has_cpr
from dagleder.base.dates import YEARS, day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.parsing import parse_date
from dagleder.base.text import fold
from dagleder.competence.facts import Assessed
from dagleder.competence.levels import ALONE, CERTIFICATE_LEVELS, GUIDES, LEVEL_NAMES, LEVELS, NOT_YET
from dagleder.exchange.tables_values import CellValue, cell_text

# What may mean two things ('?', '2-3', 'lidt') is not among them.
_WORDS: Final[Mapping[str, int]] = {
    fold(word): level
    for level, words in enumerate(
        (
            ("nej", "kan ikke"),
            ("kender", "kender til", "kendskab"),
            ("øver", "under oplæring", "i gang"),
            ("kan", "selv", "kan godt"),
            ("kan lære fra sig", "kan vejlede", "vejleder", "kan undervise", "underviser"),
        )
    )
    for word in (LEVEL_NAMES[level], *words)
}
_DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212\u00b7")
_TICKS: Final = frozenset(("x", "ja", "\u2713", "\u2714", "\u221a", "har", "har det"))
_LAPSED: Final = frozenset((fold("udløbet"), fold("forældet")))
_NUMBER: Final = re.compile(r"^(?:niv(?:eau)?\.?\s*)?(-?\d{1,9})(?:[.,]0+)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"^(?:(?:gyldigt?|holder|gælder|udløber|udløb|udl\.|indtil|til)[.:]?\s+)+", re.IGNORECASE)
_LONGEST_QUOTE: Final = 40


@dataclass(frozen=True, slots=True)
class CellRead:
    """What a cell says; without a level it says nothing. `warning` tells how something doubtful was taken."""

    level: int | None
    valid_until: date | None = None
    warning: str = ""

    def until(self, known: Assessed | None, day: date) -> date | None:
        """The last day it holds, where `known` is what was known on `day`: 'has it' says nothing against a date."""
        if self.valid_until is None and known is not None and self.level is not None:
            return known.valid_until if known.stands_beside(self.level, day) else None
        return self.valid_until


NOTHING_SAID: Final = CellRead(None)


def read_cell(value: CellValue | None, *, certificate: bool, today: date) -> CellRead:
    """What the cell means for a competence, or for a function or certificate.

    `today` is what two-digit years are read by. Raises UserProblem for a cell that cannot be used.
    """
    text = plain_line(cell_text(value))
    if not text:
        return NOTHING_SAID
    if has_cpr(text):
        raise UserProblem(CPR_SENTENCE)
    level = _level(text)
    if level is not None and level in (CERTIFICATE_LEVELS if certificate else LEVELS):
        return CellRead(level)
    if fold(text) in _TICKS:
        taken = "har det, uden udløbsdato" if certificate else f"{ALONE} ({LEVEL_NAMES[ALONE].lower()})"
        return CellRead(ALONE, warning=f"“{text}” er læst som {taken}.")
    return _certificate(value, text, today) if certificate else _refuse(text, _LEVELS_WANTED)


_LEVELS_WANTED: Final = f"er ikke et niveau. Skriv et tal fra {NOT_YET} til {GUIDES}."
_CERTIFICATE_WANTED: Final = "kan ikke bruges her. Skriv x, en udløbsdato eller - for nej."


def _level(text: str) -> int | None:
    if text in _DASHES:
        return NOT_YET
    if match := _NUMBER.match(text):
        return int(match[1])
    return _WORDS.get(fold(text))


def _certificate(value: CellValue | None, text: str, today: date) -> CellRead:
    """Held until a date, or lapsed: what only a function or certificate can be."""
    if fold(text) in _LAPSED:
        return CellRead(NOT_YET, warning=f"“{text}” er læst som har det ikke.")
    written = isinstance(value, str)
    try:
        last = parse_date(_UNTIL.sub("", text) if written else value, today=today)
    except UserProblem as problem:
        if problem.suggestion:
            raise
        _refuse(text, _CERTIFICATE_WANTED)
    if last.year not in YEARS:  # a small number is a day of the year 1900 to a spreadsheet
        _refuse(text, _CERTIFICATE_WANTED)
    guessed = written and str(last.year) not in text
    return CellRead(ALONE, last, f"“{text}” er læst som {day_digits(last)}." if guessed else "")


def _refuse(text: str, why: str) -> NoReturn:
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
    raise UserProblem(f"“{shown}” {why}")
