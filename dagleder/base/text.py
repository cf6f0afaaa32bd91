"""Danish text: sorting, folding, plurals, initials, joining."""

import unicodedata
from collections.abc import Sequence

_FOLDS = str.maketrans({"ø": "oe", "å": "aa", "æ": "ae", "ð": "d", "ß": "ss"})
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
# Sorted after z: æ, ø, å. In names 'aa' stands for å.
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})


def fold(text: str) -> str:
    """Text as compared when people are looked for: lower case, one blank, no accents.

    'Søs  GRAMKOW' and 'soes gramkow' fold alike, 'Ågesen' and 'Aagesen' too.
    """
    lowered = unicodedata.normalize("NFC", text).replace("\u00a0", " ").casefold().translate(_FOLDS)
    plain = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return " ".join(plain.split())


def danish_key(text: str) -> str:
    """A sort key by Danish rules: æ ø å last, 'aa' as 'å'."""
    lowered = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_ORDER)
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def plural(count: int, one: str, many: str) -> str:
    """'1 møde', '3 møder'."""
    return f"{count} {one if count == 1 else many}"


def and_list(words: Sequence[str]) -> str:
    """'Leyla, Mads og Nanna'."""
    *head, last = words or [""]
    return f"{', '.join(head)} og {last}" if head else last


def capitalised(text: str) -> str:
    """The first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def squeezed(text: str) -> str:
    """Text without needless blanks (also the unbreakable one from spreadsheets)."""
    return " ".join(text.replace("\u00a0", " ").split())


def printable(text: str, *, keep: str = "") -> str:
    """Text without control characters (but for those to `keep`) and halves of characters.

    What paper, spreadsheets and calendars can carry.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char in keep or unicodedata.category(char) not in _UNPRINTABLE)
