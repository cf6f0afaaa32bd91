"""What stands in the name column: a person, nobody, a sum, a remark. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dagleder.base.lines import plain_line
from dagleder.base.text import fold, squeezed
from dagleder.staff.drafts import LONGEST_NAME
from dagleder.staff.roles import read_role

NO_NAME = "Der står intet navn."
A_SUM = "En sum, ikke en medarbejder."
NOBODY = "En ubesat stilling, ikke en medarbejder."
A_NUMBER = "Et tal, ikke et navn."
A_REMARK = "Ligner en bemærkning, ikke et navn."
HEADINGS = "Overskrifterne en gang til."
ONE_WORD = "Kun ét ord i rækken. Er det en medarbejder, så skriv mere om hende eller ham."
TOO_LONG = f"Navnet er for langt. Skriv højst {LONGEST_NAME} tegn."

_SUM = re.compile(r"(.*\bi alt|ialt|total|subtotal|samlet|tilsammen|antal|gennemsnit|gns)\b|sum\W*$")
_EMPTY_POST = re.compile(
    r"\b(ubesat|ubesatte|vakant|vakance|ledig stilling|opslaaet|ansoeges|vikarpulje|n\.? ?n\.?|tba)(?!\w)"
)
_NAME_LIKE = re.compile(r"[^\W\d_][^\d:*!=<>@\n]*")
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]\s*")
_PARTICLES = {
    "de",
    "da",
    "del",
    "den",
    "der",
    "di",
    "du",
    "el",
    "la",
    "le",
    "van",
    "von",
    "af",
    "al",
    "bin",
    "ibn",
    "zu",
}
_MOST_WORDS = 6
_WORDS_FOR_A_STUE = re.compile(r"\b(stuen?|gruppen?|afdelingen?)\b")


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name as first and last name. `guessed` when they stood in one cell; `aside` is what stood in brackets."""

    first: str
    last: str
    guessed: bool = False
    aside: str = ""

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}".strip()


def read_name(full: str, first: str, last: str) -> NameRead:
    """The name from one cell, from two, or from 'Navn' beside 'Efternavn'. All may be empty."""
    full, first, last = (plain_line(text) for text in (full, first, last))
    if full and not first and last:
        # 'Navn' then means the first name, or the whole name with the last one repeated.
        first = full[: -len(last)].strip() if fold(full).endswith(fold(last)) and len(full) > len(last) else full
        full = ""
    if first or last:
        aside = "".join(_ASIDE.findall(f"{first} {last}")).strip()
        first, last = (squeezed(_ASIDE.sub(" ", part)) for part in (first, last))
        return NameRead(_recased(first or last), _recased(last) if first else "", aside=aside)
    aside = "".join(_ASIDE.findall(full)).strip()
    return _split(squeezed(_ASIDE.sub(" ", full)), aside)


def _split(full: str, aside: str) -> NameRead:
    """'Skov, Bo' turned round; else the last word, with 'de' and 'von' before it, is the last name."""
    last, comma, first = full.partition(",")
    if comma and first.strip() and last.strip():
        return NameRead(_recased(first.strip()), _recased(last.strip()), guessed=True, aside=aside)
    words = _recased(full).split()
    cut = max(len(words) - 1, 1)
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return NameRead(" ".join(words[:cut]), " ".join(words[cut:]), guessed=True, aside=aside)


def _recased(name: str) -> str:
    """'BO SKOV' and 'bo skov' as people write them; a name with capitals and small letters is left alone."""
    if not (name.isupper() or name.islower()) or len(name) < 3:  # noqa: PLR2004 -- initials stay initials
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in _PARTICLES else m[0].capitalize(), name.lower())


def not_a_person(name: str, beside: Sequence[str], known_words: frozenset[str], *, only_names: bool = False) -> str:
    """Why a row is not a person, or ''.

    `beside` are the row's other cells that say something; `known_words` are headings and stuer (folded), which
    stand alone where a list is divided into groups; `only_names`: the table has no other columns.
    """
    folded = fold(plain_line(name))
    alone = not beside
    checks = (
        (not folded and any(_SUM.match(fold(text)) for text in beside), A_SUM),
        (not folded, NO_NAME),
        (bool(_SUM.match(folded)), A_SUM),
        (_is_nobody(folded, name), NOBODY),
        (not any(c.isalpha() for c in folded), A_NUMBER),
        (alone and _is_remark(folded, name, known_words), A_REMARK),
        (alone and not only_names and " " not in folded, ONE_WORD),
        (len(folded) > LONGEST_NAME, TOO_LONG),
    )
    return next((reason for holds, reason in checks if holds), "")


def _is_nobody(folded: str, name: str) -> bool:
    role = read_role(_ASIDE.sub(" ", name))
    return bool(_EMPTY_POST.search(folded)) or (role is not None and role.key == "V" and not role.guessed)


def _is_remark(folded: str, name: str, known_words: frozenset[str]) -> bool:
    words = folded.split() or [""]
    ended = folded.endswith(".") and len(words[-1]) > 3  # noqa: PLR2004 -- 'Bo J.' is a name
    heading = folded in known_words or squeezed(_WORDS_FOR_A_STUE.sub("", folded)) in known_words
    return heading or ended or len(words) > _MOST_WORDS or not _NAME_LIKE.fullmatch(squeezed(name))
