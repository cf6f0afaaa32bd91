"""Minimum, wanted number and pædagoger: the house's own staffing plan, and what of it holds on a day.

The law sets no number of adults for a stue on a given day (ferie.md 4.2): the source is always the house itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import WORKDAYS
from dagleder.base.errors import UserProblem

OWN_PLAN = "jeres egen bemandingsplan"
MOST = 99


@dataclass(frozen=True, slots=True)
class Place:
    """What a need is for: a stue or a matrikel, exactly one of them."""

    team_id: int | None = None
    site_id: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """How many must be there (`minimum`), should be there (`wanted`, 0 = no wish), and how many must be pædagoger."""

    minimum: int = 0
    wanted: int = 0
    pedagogues: int = 0

    def check(self) -> None:
        for field in ("minimum", "wanted", "pedagogues"):
            if not 0 <= getattr(self, field) <= MOST:
                raise UserProblem(f"Skriv et antal mellem 0 og {MOST}.", field=field)
        if 0 < self.wanted < self.minimum:
            raise UserProblem(
                f"Helst {self.wanted} er færre end mindst {self.minimum}.",
                field="wanted",
                suggestion=str(self.minimum),
            )


NO_NEED = Need()


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A stored need; `band_id` None is the day as a whole, `valid_from` None is from the beginning."""

    id: int
    place: Place
    weekday: int
    band_id: int | None
    need: Need
    valid_from: date | None


class Needs:
    """The staffing plan as a whole: which need holds where and when."""

    def __init__(self, rows: Iterable[NeedRow]) -> None:
        self._rows: dict[tuple[Place, int, int | None], list[NeedRow]] = defaultdict(list)
        for row in rows:
            self._rows[row.place, row.weekday, row.band_id].append(row)
        for dated in self._rows.values():
            dated.sort(key=lambda row: row.valid_from or date.min, reverse=True)
        self._anything = any(row.need != NO_NEED for dated in self._rows.values() for row in dated)

    def on(self, place: Place, day: date, band_id: int | None = None) -> Need:
        """The need that holds on `day`: of the dated ones the latest that has begun. Nothing is needed in weekends."""
        if day.weekday() >= WORKDAYS:
            return NO_NEED
        for row in self._rows.get((place, day.weekday(), band_id), ()):
            if row.valid_from is None or row.valid_from <= day:
                return row.need
        return NO_NEED

    def __bool__(self) -> bool:
        return self._anything


@dataclass(frozen=True, slots=True)
class NeedDraft:
    """A need as entered for some weekdays at once ('samme tal alle ugens dage' is all five)."""

    place: Place
    need: Need
    band_id: int | None = None
    weekdays: tuple[int, ...] = tuple(range(WORKDAYS))
    valid_from: date | None = None

    def check(self) -> None:
        self.need.check()
        if (self.place.team_id is None) == (self.place.site_id is None):
            raise UserProblem("Vælg en stue eller en matrikel.")
        if not self.weekdays or not set(self.weekdays) <= set(range(WORKDAYS)):
            raise UserProblem("Vælg en eller flere af ugens fem dage.", field="weekdays")
