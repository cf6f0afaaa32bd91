"""Lukkedage: what a range comes to, how many of the year's are used, and what is worth telling about them.

jf. dagtilbudsloven: parents have a right to care on all hverdage but 5 June and 24 December, so those
two count for nothing, like weekends and public holidays. There is no national limit (ferie.md 3.3).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import WORKDAYS, day_text, days_between, period_text, weekday_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.base.lines import line
from dagleder.base.periods import check_order
from dagleder.base.text import capitalised, plural
from dagleder.calendars.holidays import holiday_name
from dagleder.calendars.special_days import special_day
from dagleder.calendars.workdays import is_workday

USUAL_NAME = "Lukkedag"
LONGEST = 100


@dataclass(frozen=True, slots=True)
class ClosingDay:
    """One stored lukkedag; `site_id` None closes every matrikel."""

    id: int
    day: date
    name: str
    site_id: int | None


@dataclass(frozen=True, slots=True)
class ClosingPeriod:
    """Lukkedage that hang together: same name, same matrikel, nothing but days off between them."""

    first: date
    last: date
    name: str
    site_id: int | None
    days: tuple[ClosingDay, ...]
    counts: int  # how many of them count against the year's limit


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """Lukkedage as entered, from and to."""

    first: date
    last: date
    name: str = USUAL_NAME
    site_id: int | None = None

    def check(self) -> None:
        line(self.name, "name", empty="Skriv hvad dagen hedder, fx Lukkedag.")
        check_order(self.first, self.last)
        if (self.last - self.first).days >= LONGEST:
            raise UserProblem(f"Læg højst {LONGEST} dage ad gangen.", field="last")

    def days(self) -> tuple[date, ...]:
        """The days to keep: of several only the working days; a single one as entered (a finding says it is free)."""
        if self.first == self.last:
            return (self.first,)
        return tuple(day for day in days_between(self.first, self.last) if is_workday(day))


def counts(day: date) -> bool:
    """Whether a lukkedag on `day` counts against the year's limit."""
    kind = special_day(day)
    return is_workday(day) and not (kind and kind.closes)


def periods(days: Iterable[ClosingDay]) -> list[ClosingPeriod]:
    """The days joined to periods, in order of date."""
    runs: list[list[ClosingDay]] = []
    open_runs: dict[tuple[int | None, str], list[ClosingDay]] = {}
    for day in sorted(days, key=lambda row: (row.day, row.site_id or 0)):
        run = open_runs.get((day.site_id, day.name))
        if run is None or not _hang_together(run[-1].day, day.day):
            run = open_runs[day.site_id, day.name] = []
            runs.append(run)
        run.append(day)
    return [_period(run) for run in runs]


def _period(run: Sequence[ClosingDay]) -> ClosingPeriod:
    return ClosingPeriod(
        run[0].day, run[-1].day, run[0].name, run[0].site_id, tuple(run), sum(counts(row.day) for row in run)
    )


def _hang_together(earlier: date, later: date) -> bool:
    between = days_between(earlier + timedelta(days=1), later - timedelta(days=1))
    return not any(is_workday(day) for day in between)


def used(days: Iterable[ClosingDay]) -> int:
    """How many lukkedage of the year are used: those of all matrikler, and of the matrikel with the most own ones."""
    dates: dict[int | None, set[date]] = defaultdict(set)
    for row in days:
        if counts(row.day):
            dates[row.site_id].add(row.day)
    everywhere = dates.pop(None, set())
    return max((len(everywhere | own) for own in dates.values()), default=len(everywhere))


def findings(days: Sequence[ClosingDay], limit: int | None) -> list[Finding]:
    """What is worth telling about the lukkedage of one year; never a claim that anything is forbidden."""
    found = []
    count = used(days)
    if limit is not None and count > limit:
        year = days[0].day.year
        found.append(
            Finding(
                Level.SHOULD,
                f"Lukkedage {year}",
                f"{plural(count, 'lukkedag', 'lukkedage')}, og jeres grænse er {limit}.",
                "jeres egen grænse for lukkedage",
            )
        )
    return found + [_free_anyway(row) for row in days if not counts(row.day)]


def _free_anyway(row: ClosingDay) -> Finding:
    kind = special_day(row.day)
    why = holiday_name(row.day) or (kind.name if kind else weekday_text(row.day))
    return Finding(
        Level.INFO,
        f"{row.name} {day_text(row.day)}",
        f"{capitalised(why)}: dagen tæller ikke som lukkedag.",
        "jf. dagtilbudsloven" if row.day.weekday() < WORKDAYS else "",
        ("settings", row.id),
    )


def draft_text(draft: ClosingDraft) -> str:
    """'Lukkedage 13.–17. juli': the name of the step."""
    many = "Lukkedag" if draft.first == draft.last else "Lukkedage"
    return f"{many} {period_text(draft.first, draft.last, year=True)}"
