"""Matrikler, stuer and bands as values: what is shown, and what may be entered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dagleder.base.dates import DAY_MINUTES, span_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line

QUARTER = 15
"""People are counted per quarter of an hour, so bands begin and end on one."""

TEAM_ICONS = ("flower", "bug", "squirrel", "paw-print", "bird", "rabbit", "turtle", "snail", "fish", "cat", "dog")
"""Icons that are animals and plants; any other bundled icon may be chosen too."""

# Which icon a stue gets by its name, until the leader picks another.
_ICON_WORDS = (
    ("mariehøn", "bug"),
    ("bille", "bug"),
    ("egern", "squirrel"),
    ("ræv", "paw-print"),
    ("bjørn", "paw-print"),
    ("pindsvin", "paw-print"),
    ("ugle", "bird"),
    ("spurv", "bird"),
    ("svale", "bird"),
    ("kanin", "rabbit"),
    ("hare", "rabbit"),
    ("skildpadde", "turtle"),
    ("snegl", "snail"),
    ("fisk", "fish"),
    ("kat", "cat"),
    ("hund", "dog"),
    ("sol", "sun"),
    ("stjerne", "star"),
    ("regnbue", "rainbow"),
    ("skov", "trees"),
    ("træ", "tree-pine"),
    ("spire", "sprout"),
)


def icon_for(name: str) -> str:
    """An icon that fits the name of a stue ('Mariehønen' → bug), else a flower."""
    lowered = name.casefold()
    return next((icon for word, icon in _ICON_WORDS if word in lowered), TEAM_ICONS[0])


@dataclass(frozen=True, slots=True)
class Site:
    """A matrikel."""

    id: int
    name: str
    address: str
    position: int


@dataclass(frozen=True, slots=True)
class Team:
    """A stue. From `closed_on` it is no more."""

    id: int
    name: str
    site_id: int
    site: str
    icon: str
    position: int
    closed_on: date | None

    def is_open(self, day: date) -> bool:
        return self.closed_on is None or day < self.closed_on


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the opening day; minutes after midnight."""

    id: int
    name: str
    short_name: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """'Åbning 6.30–8'."""
        return f"{self.name} {span_text(self.start, self.end)}"


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A matrikel as entered."""

    name: str
    address: str = ""

    def check(self) -> None:
        line(self.name, "name", empty="Skriv et navn.")
        line(self.address, "address")


@dataclass(frozen=True, slots=True)
class TeamDraft:
    """A stue as entered; without a matrikel it goes to the first, without an icon it gets one by its name."""

    name: str
    site_id: int | None = None
    icon: str = ""

    def check(self) -> None:
        line(self.name, "name", empty="Skriv et navn.")


@dataclass(frozen=True, slots=True)
class BandDraft:
    """A band as entered; `id` is None for a new one."""

    name: str
    short_name: str
    start: int
    end: int
    id: int | None = None

    def check(self) -> None:
        line(self.name, "name", empty="Skriv et navn.")
        line(self.short_name, "short_name", empty="Skriv et kort navn på 3–4 bogstaver.")
        if self.start % QUARTER or self.end % QUARTER:
            raise UserProblem(f"{self.name}: vælg hele kvarterer, fx {span_text(*self._rounded())}.", field="start")
        if not 0 <= self.start < self.end <= DAY_MINUTES:
            raise UserProblem(f"{self.name} slutter, før den begynder.", field="end")

    def _rounded(self) -> tuple[int, int]:
        start, end = self.start // QUARTER * QUARTER, -(-self.end // QUARTER) * QUARTER
        return start, end


def check_bands(drafts: Sequence[BandDraft]) -> None:
    """Raises UserProblem unless there is a band, each is right, and none overlaps another."""
    if not drafts:
        raise UserProblem("Der skal være mindst ét tidsrum på dagen.")
    for draft in drafts:
        draft.check()
    for earlier, later in pairwise(sorted(drafts, key=lambda draft: draft.start)):
        if later.start < earlier.end:
            raise UserProblem(
                f"{later.name} begynder, før {earlier.name} ({span_text(earlier.start, earlier.end)}) er slut.",
                field="start",
            )
