"""What happens to somebody on a date besides her ordinary day, found by person and date."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dagleder.base.dates import days_between
from dagleder.presence.facts import Absence, Facts, Loan, Substitute
from dagleder.presence.sources import Engagement


@dataclass(slots=True)
class Happenings:
    """Of one person on one date. Filled once by `Calendar`, read afterwards."""

    absences: list[Absence] = field(default_factory=list)
    loans: list[Loan] = field(default_factory=list)
    substitutes: list[Substitute] = field(default_factory=list)
    engagements: list[Engagement] = field(default_factory=list)


NOTHING = Happenings()


class Calendar:
    """The happenings of a period: each row spread over its days once, so that a day finds its own at once."""

    def __init__(self, facts: Facts) -> None:
        self._first, self._last = facts.first, facts.last
        self._of: defaultdict[tuple[int, date], Happenings] = defaultdict(Happenings)
        self._strangers: defaultdict[date, list[Substitute]] = defaultdict(list)
        for absence in facts.absences:
            for happenings in self._each(absence.employee_id, absence.first, absence.last):
                happenings.absences.append(absence)
        for loan in facts.loans:
            for happenings in self._each(loan.employee_id, loan.first, loan.last):
                happenings.loans.append(loan)
        for engagement in facts.engagements:
            days = engagement.start.date(), engagement.end.date()
            for happenings in self._each(engagement.employee_id, *days):
                happenings.engagements.append(engagement)
        for substitute in facts.substitutes:
            self._put_in(substitute)

    def _put_in(self, substitute: Substitute) -> None:
        if substitute.employee_id is None:
            for day in self._days(substitute.first, substitute.last):
                self._strangers[day].append(substitute)
        else:
            for happenings in self._each(substitute.employee_id, substitute.first, substitute.last):
                happenings.substitutes.append(substitute)

    def _each(self, employee_id: int, first: date, last: date) -> Iterator[Happenings]:
        return (self._of[employee_id, day] for day in self._days(first, last))

    def _days(self, first: date, last: date) -> Iterator[date]:
        return days_between(max(first, self._first), min(last, self._last))

    def of(self, employee_id: int, day: date) -> Happenings:
        return self._of.get((employee_id, day), NOTHING)

    def strangers(self, day: date) -> list[Substitute]:
        """The vikarer of the day who are not on the staff."""
        return self._strangers.get(day, [])
