"""The ten roles of the area and how people write them.

The roles are those of the municipal role descriptions for dagtilbud; the short forms are those seen in
payroll exports and in leaders' own lists.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dagleder.base.text import fold
from dagleder.settings.staff_groups import StaffGroup


@dataclass(frozen=True, slots=True)
class Role:
    """One role. `spellings` are other ways to write it; the key, name and short name count too.

    `several` is what those who have it are called in a sentence.
    """

    key: str
    name: str
    several: str
    short: str
    group: StaffGroup
    fixed_hours: bool = True  # leaders and timevikarer may have no weekly hours
    spellings: tuple[str, ...] = ()


ROLES = (
    Role(
        "P",
        "Pædagog",
        "pædagoger",
        "Pæd.",
        StaffGroup.PEDAGOGUES,
        spellings=("uddannet pædagog", "stuepædagog", "børnehavepædagog", "vuggestuepædagog", "pædagoger"),
    ),
    Role(
        "PA",
        "Pædagogisk assistent",
        "pædagogiske assistenter",
        "Pæd.ass.",
        StaffGroup.ASSISTANTS,
        spellings=("PAU", "pæd. assistent", "pædagogisk ass.", "PAU-uddannet", "PAU-assistent", "PGU", "assistent"),
    ),
    Role(
        "PM",
        "Pædagogmedhjælper",
        "pædagogmedhjælpere",
        "Medhj.",
        StaffGroup.ASSISTANTS,
        spellings=(
            "PMH",
            "medhjælper",
            "pæd. medhj.",
            "pæd. medhjælper",
            "pædagogmedhj.",
            "pædagogisk medhjælper",
            "pædagogmedhjælp",
        ),
    ),
    Role("D", "Dagplejer", "dagplejere", "Dagpl.", StaffGroup.DAY_CARERS),
    Role("DP", "Dagplejepædagog", "dagplejepædagoger", "Dagpl.pæd.", StaffGroup.DAY_CARERS),
    Role(
        "DPK",
        "Dagplejepædagog med koordinerende funktion",
        "dagplejepædagoger med koordinerende funktion",
        "Koord. dagpl.",
        StaffGroup.DAY_CARERS,
        spellings=("koordinerende dagplejepædagog", "dagplejepædagog m. koordinerende funktion"),
    ),
    Role(
        "PL",
        "Pædagogisk leder",
        "pædagogiske ledere",
        "Pæd. leder",
        StaffGroup.LEADERS,
        fixed_hours=False,
        spellings=("leder", "daglig leder", "daglig pædagogisk leder", "afdelingsleder"),
    ),
    Role(
        "DL",
        "Dagtilbudsleder",
        "dagtilbudsledere",
        "Dagt.leder",
        StaffGroup.LEADERS,
        fixed_hours=False,
        spellings=("klyngeleder", "institutionsleder", "områdeleder"),
    ),
    Role(
        "E",
        "PA-elev eller pædagogstuderende",
        "PA-elever og pædagogstuderende",
        "Elev/stud.",
        StaffGroup.TEMPORARY,
        spellings=(
            "PA-elev",
            "PAU-elev",
            "elev",
            "pædagogisk assistentelev",
            "pædagogstuderende",
            "studerende",
            "pæd. stud.",
            "pædagogstud.",
            "stud.",
            "pæd. studerende",
        ),
    ),
    Role(
        "V",
        "Timevikar",
        "timevikarer",
        "Vikar",
        StaffGroup.TEMPORARY,
        fixed_hours=False,
        spellings=("tilkaldevikar", "timelønnet vikar", "fast vikar", "timelønnet"),
    ),
)
ROLE_BY_KEY = {role.key: role for role in ROLES}
UNKNOWN_ROLE_NAME = "Stilling ikke oplyst"

_FILL = re.compile(r"[^a-z0-9]+")
_ASIDE = re.compile(r"\(.*?\)|[,;/].*$")


def role_name(key: str) -> str:
    """'Pædagog' for 'P'. A role nobody has told yet ('') says so."""
    return ROLE_BY_KEY[key].name if key else UNKNOWN_ROLE_NAME


def role_short(key: str) -> str:
    """'Pæd.' for 'P', for narrow columns; nothing for a role nobody has told yet."""
    return ROLE_BY_KEY[key].short if key else ""


def staff_group(key: str) -> StaffGroup:
    """The group of a role; a role nobody has told yet goes with the loosely attached."""
    return ROLE_BY_KEY[key].group if key else StaffGroup.TEMPORARY


@dataclass(frozen=True, slots=True)
class RoleReading:
    """What a written role was taken for. `guessed` when it was misspelt or more than a role stood there."""

    key: str
    guessed: bool = False


def _letters(text: str) -> str:
    return _FILL.sub("", fold(text))


_KNOWN = {
    _letters(spelling): role.key for role in ROLES for spelling in (role.key, role.name, role.short, *role.spellings)
}


@lru_cache(maxsize=1024)
def read_role(text: str) -> RoleReading | None:
    """The role somebody meant by `text`, or None. A guess is made only when it can mean one role.

    'Pæd.', 'PMH', 'PAU-elev' are known ways to write a role; 'pædagogmedhælper' and 'Pædagog (barsel)' are guesses.
    """
    if known := _KNOWN.get(_letters(text)):
        return RoleReading(known)
    bare = _letters(_ASIDE.sub("", text))
    if known := _KNOWN.get(bare):
        return RoleReading(known, guessed=True)
    guess = _nearest(bare)
    return RoleReading(guess, guessed=True) if guess else None


def _nearest(letters: str) -> str | None:
    """The one role within reach of a slip: one wrong letter in six, at most three; short forms are never guessed."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- forty modules, for lists that are read in

    reach = min(len(letters) // 6, 3)
    if not reach:
        return None
    distances: dict[str, int] = {}
    for spelling, key in _KNOWN.items():
        distance = OSA.distance(letters, spelling, score_cutoff=reach)
        if distance <= min(reach, len(spelling) // 6):
            distances[key] = min(distance, distances.get(key, distance))
    best = min(distances.values(), default=None)
    nearest = [key for key, distance in distances.items() if distance == best]
    return nearest[0] if len(nearest) == 1 else None
