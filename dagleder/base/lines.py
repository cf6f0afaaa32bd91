"""What is typed, as it is kept: one line of a field, or running text.

What cannot be seen (control characters, direction marks, joiners) goes out first: nothing is to be found only by
those who look at the bytes, a CPR number with an invisible character in it least of all.
"""

from typing import Final
from unicodedata import category, normalize

from dagleder.base.cpr import CPR_SENTENCE, has_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.text import printable, squeezed

LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 20_000


def plain_line(text: str) -> str:
    """One line without needless blanks and what cannot be seen; å is always one character."""
    return squeezed(_visible(text))


def line(text: str, field: str, *, longest: int = LONGEST_LINE, empty: str = "") -> str:
    """One line as it is kept. Raises UserProblem on a CPR number, when it is too long, and (with `empty`) missing."""
    plain = plain_line(text)
    if has_cpr(plain):
        raise UserProblem(CPR_SENTENCE, field=field)
    if empty and not plain:
        raise UserProblem(empty, field=field)
    if len(plain) > longest:
        raise UserProblem(f"Skriv højst {longest} tegn.", field=field)  # which words go is hers to say
    return plain


def running_text(text: str, field: str) -> str:
    """Notes as they are kept: lines stay lines. A CPR number in them is marked where they are shown, not refused."""
    plain = "\n".join(_visible(each).rstrip() for each in text.splitlines()).strip()
    if len(plain) > LONGEST_TEXT:
        most = f"{LONGEST_TEXT:,}".replace(",", ".")
        raise UserProblem(f"Noten er for lang. Skriv højst {most} tegn.", field=field)
    return plain


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return normalize("NFC", "".join(char for char in printable(text) if category(char) != "Cf"))
