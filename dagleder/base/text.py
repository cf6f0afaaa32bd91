"""Danish text: sorting, folding, plurals, initials, joining."""

import unicodedata
from collections.abc import Sequence

_FOLDS = str.maketrans({"ø": "oe", "ö": "oe", "å": "aa", "æ": "ae", "ä": "ae", "ð": "d"})
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
# Sorted after z: æ, ø, å. In names 'aa' stands for å.
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})


def fold(text: str) -> str:
    """Text as compared when people are looked for: lower case, one blank, no accents.

    'Søs  GRAMKOW' and 'soes gramkow' fold alike, 'Ågesen' and 'Aagesen', 'Björn' and 'Bjørn' too.
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_FOLDS)
    return squeezed(_without_accents(lowered).translate(_FOLDS))  # again: 'ǿ' is an 'ø' with an accent


def danish_key(text: str) -> str:
    """A sort key by Danish rules: æ ø å last, 'aa' as 'å'."""
    lowered = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return _without_accents(lowered.translate(_ORDER))


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def plural(count: int, one: str, many: str) -> str:
    """'1 møde', '3 møder'."""
    return f"{count} {one if count == 1 else many}"


def and_list(words: Sequence[str]) -> str:
    """'Leyla, Mads og Nanna'."""
    *head, last = words or [""]
    return f"{', '.join(head)} og {last}" if head else last


def ended(text: str) -> str:
    """With one full stop: 'Ivan d.' brings its own."""
    return text if text.endswith(".") else f"{text}."


def capitalised(text: str) -> str:
    """The first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def squeezed(text: str) -> str:
    """Text without needless blanks (also the unbreakable one from spreadsheets)."""
    return " ".join(text.split())


def printable(text: str, *, keep: str = "") -> str:
    """Text without control characters (but for those to `keep`) and halves of characters.

    What paper, spreadsheets and calendars can carry. Tabs and line ends become blanks.
    """
    if text.isprintable():
        return text
    return "".join(char if char in keep else _printed(char) for char in text)


def _printed(char: str) -> str:
    if unicodedata.category(char) not in _UNPRINTABLE:
        return char
    return " " if char.isspace() else ""
