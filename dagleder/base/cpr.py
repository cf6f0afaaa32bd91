"""Finds Danish CPR numbers, so that none is kept (databeskyttelsesloven § 11; the program has no use for one).

Our rule: six digits that are a date (day also +60, as in replacement numbers), an optional
dash or blank, four digits; not part of a longer number and not after '+45'.
"""

import re
from datetime import date

_CANDIDATE = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[-\u2010-\u2013 \u00a0]?\d{4}(?!\d)")
_DANISH_PREFIX = re.compile(r"(?:\+|00)45\)?[\s-]{0,2}$")
_PREFIX_LENGTH = len("0045) -")
_REPLACEMENT_DAY = 60
_LEAP_CENTURY = 2000

CPR_SENTENCE = "Det ligner et CPR-nummer. Dagleder har ikke brug for det."


def _is_date(day: int, month: int, year: int) -> bool:
    if day > _REPLACEMENT_DAY:
        day -= _REPLACEMENT_DAY
    try:
        date(_LEAP_CENTURY + year, month, day)  # 1900 was no leap year, but 29-02-00 is a date for those born in 2000
    except ValueError:
        return False
    return True


def _is_phone(text: str, start: int) -> bool:
    return _DANISH_PREFIX.search(text, max(0, start - _PREFIX_LENGTH), start) is not None


def cpr_spans(text: str) -> list[tuple[int, int]]:
    """Where CPR numbers stand in `text`, as (start, end) offsets."""
    return [
        match.span()
        for match in _CANDIDATE.finditer(text)
        if _is_date(int(match[1]), int(match[2]), int(match[3])) and not _is_phone(text, match.start())
    ]


def has_cpr(text: str) -> bool:
    return bool(cpr_spans(text))


def without_cpr(text: str, stand_in: str = "") -> str:
    """`text` with each CPR number taken out (or replaced by `stand_in`)."""
    for start, end in reversed(cpr_spans(text)):
        text = text[:start] + stand_in + text[end:]
    return text
