"""The working year of a plan: a calendar year, or August to July as many houses count."""

from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import YEARS
from dagleder.base.errors import UserProblem

AUGUST = 8


@dataclass(frozen=True, slots=True)
class PlanYear:
    """`year` is the one it begins in; it begins with January or with August."""

    year: int
    first_month: int = 1

    def check(self) -> None:
        if self.year not in YEARS:
            raise UserProblem(f"Vælg et år mellem {YEARS[0]} og {YEARS[-1]}.", field="year")

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of the twelve months."""
        counts = range(self.first_month - 1, self.first_month + 11)
        return tuple(date(self.year + count // 12, count % 12 + 1, 1) for count in counts)

    @property
    def first(self) -> date:
        return self.months[0]

    @property
    def last(self) -> date:
        return self.first.replace(year=self.year + 1) - timedelta(days=1)

    @property
    def label(self) -> str:
        """'2026', or '2026/27'."""
        return str(self.year) if self.first_month == 1 else f"{self.year}/{(self.year + 1) % 100:02d}"
