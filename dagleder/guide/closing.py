"""Which closing days a house usually has, each with where it comes from; the leader ticks them off one by one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from dagleder.base.dates import days_between
from dagleder.calendars.special_days import ASCENSION_FRIDAY, BETWEEN_HOLIDAYS, NEW_YEARS_EVE, SpecialDay, special_days
from dagleder.calendars.workdays import is_workday

SUMMER_WEEK = 29
CLOSED_ANYWAY = (
    "Grundlovsdag og juleaftensdag er lukket i forvejen: forældre har ikke krav på pasning, jf. dagtilbudsloven."
)
CONDITION = (
    "Kræver, at få børn kommer, og at I tilbyder anden pasning, jf. dagtilbudsloven. Kommunen bestemmer hvornår."
)

_USUAL: tuple[tuple[str, tuple[SpecialDay, ...]], ...] = (
    (ASCENSION_FRIDAY.name, (ASCENSION_FRIDAY,)),
    ("Mellem jul og nytår", (BETWEEN_HOLIDAYS, NEW_YEARS_EVE)),
)


@dataclass(frozen=True)
class ClosingProposal:
    """A closing day or period; `suggested` says whether it is ticked to begin with."""

    name: str
    days: tuple[date, ...]
    reason: str
    suggested: bool


def closing_proposals(year: int, *, after: date, closed: Collection[date] = frozenset()) -> tuple[ClosingProposal, ...]:
    """The usual closing days of `year` that lie after `after` and aren't laid yet, in order of date."""
    kinds = special_days(year)
    found = [
        ClosingProposal(name, tuple(day for day, kind in kinds.items() if kind in wanted), CONDITION, suggested=True)
        for name, wanted in _USUAL
    ]
    found.append(_summer_week(year))
    left = [replace(each, days=tuple(d for d in each.days if d > after and d not in closed)) for each in found]
    return tuple(sorted((proposal for proposal in left if proposal.days), key=lambda proposal: proposal.days))


def _summer_week(year: int) -> ClosingProposal:
    """Not ticked: whether a house closes in the summer is the kommune's choice, and it costs everybody five days."""
    week = days_between(date.fromisocalendar(year, SUMMER_WEEK, 1), date.fromisocalendar(year, SUMMER_WEEK, 5))
    days = tuple(day for day in week if is_workday(day))
    return ClosingProposal(f"Sommerlukket, uge {SUMMER_WEEK}", days, CONDITION, suggested=False)
