"""How often something comes again, in words: 'hver mandag', 'hveranden uge', 'hvert kvartal', 'månedligt'. Pure."""

import re
from typing import Final

from dagleder.base.day_words import weekday_number
from dagleder.tasks.repeats import MOST, Repeat, Unit

_EVERY: Final = re.compile(r"(?:i )?hvert? (?:([1-9][0-9]?)\. |(anden|andet|tredje|fjerde|femte|sjette) )?([\w.]+)")
_ONCE: Final = re.compile(r"(?:en|én|1) gang (?:om|i) (\w+)")
_ORDINALS: Final = {"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6}
_QUARTER: Final = Repeat(3, Unit.MONTHS)
_HALF_A_YEAR: Final = Repeat(6, Unit.MONTHS)
_UNITS: Final = {
    "dag": Repeat(1, Unit.DAYS),
    "uge": Repeat(1, Unit.WEEKS),
    "måned": Repeat(1, Unit.MONTHS),
    "kvartal": _QUARTER,
    "halvår": _HALF_A_YEAR,
    "år": Repeat(1, Unit.YEARS),
}
_DEFINITE: Final = {"dagen": "dag", "ugen": "uge", "måneden": "måned", "kvartalet": "kvartal", "året": "år"}
_ALONE: Final = {
    "daglig": "dag",
    "ugentlig": "uge",
    "månedlig": "måned",
    "månedsvis": "måned",
    "kvartalsvis": "kvartal",
    "halvårlig": "halvår",
    "halvårsvis": "halvår",
    "årlig": "år",
}
_DAYS_OF_A_WEEK: Final = 7
_ON_WORKDAYS: Final = "En opgave kan gentages hver dag, uge, måned eller år, ikke kun på hverdage."
UNKNOWN_REPEATS: Final = {"alle hverdage": _ON_WORKDAYS, "hver hverdag": _ON_WORKDAYS}


def repeat_in_words(text: str) -> Repeat | None:
    """None where the words tell none. Of a weekday it is so often a week."""
    if unit := _ALONE.get(text.removesuffix("t") if text.endswith(("igt", "vist")) else text):
        return _UNITS[unit]
    if text in ("hvert halve år", "hvert halvt år"):
        return _HALF_A_YEAR
    if match := _ONCE.fullmatch(text):
        return _UNITS.get(_DEFINITE.get(match[1], ""))
    match = _EVERY.fullmatch(text.replace("hveranden", "hver anden").replace("hverandet", "hvert andet"))
    return _every(int(match[1] or _ORDINALS.get(match[2] or "", 1)), match[3]) if match else None


def _every(count: int, word: str) -> Repeat | None:
    """Every 14th day is every other week."""
    if weekday_number(word) is not None:
        return Repeat(count, Unit.WEEKS)
    unit = _UNITS.get(word)
    if unit is None:
        return None
    if unit.unit is Unit.DAYS and count % _DAYS_OF_A_WEEK == 0:
        return Repeat(count // _DAYS_OF_A_WEEK, Unit.WEEKS)
    return Repeat(count * unit.every, unit.unit) if count * unit.every <= MOST else None
