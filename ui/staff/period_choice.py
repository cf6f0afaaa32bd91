"""Which of somebody's periods of arbejdstid is shown: one that is stored, or one that is to begin. No widgets here."""

from dataclasses import replace
from datetime import date

from dagleder.base.dates import day_digits, day_text
from dagleder.base.errors import UserProblem
from dagleder.staff.people import Person
from dagleder.staff.work_periods import WorkPeriod, period_on, work_periods
from ui.staff.work_remarks import Situation

_UNKNOWN = WorkPeriod(None, None)


class PeriodChoice:
    """Begins with the period of the day."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._first: date | None = None
        self._periods: tuple[WorkPeriod, ...] = ()
        self.period = _UNKNOWN
        self.opened = _UNKNOWN  # the period as it was when it was chosen
        self._hers = False  # she chose it herself: what she changes is to be changed in it
        self._changed_from: WorkPeriod | None = None  # the one that goes on until Monday

    def read(self, person: Person | None) -> None:
        """What is stored now."""
        if person is None:
            return
        begins = not self._periods
        self._periods = work_periods(person.employment)
        if begins:
            self.choose(period_on(self._periods, person.day).first, hers=False)
            return
        self.period = self._found()
        if self._changed_from and self.period not in self._periods:  # the change was undone
            self.choose(self._changed_from.first, hers=False)

    def choose(self, first: date | None, *, hers: bool = True) -> None:
        """The period that begins on that day, or one that is to begin then; `hers`: she chose it herself."""
        self._first, self._hers, self._changed_from = first, hers, None
        self.period = self.opened = self._found()

    def change_from_monday(self) -> None:
        """What is changed in a period that runs holds from Monday on, unless she chose the period herself."""
        situation = self.situation
        if situation.goes_on and not self._hers:
            goes_on = self.period
            self.choose(situation.monday, hers=False)
            self._changed_from = goes_on

    def check(self, day: date, person: Person) -> None:
        """Raises UserProblem for a day on which she is not employed."""
        start, end = person.facts.start, person.facts.end
        if start and day < start:
            text = f"Ansættelsen begynder {day_text(start, year=True)}. Mente du {day_digits(start)}?"
            raise UserProblem(text, suggestion=day_digits(start))
        if end and day > end:
            raise UserProblem(f"Sidste dag er {day_text(end, year=True)}.")

    @property
    def reference(self) -> date:
        """The day by which weeks are called even and odd: today, or the first day of what comes."""
        return self._today if self.period.holds(self._today) else self.period.first or self._today

    @property
    def situation(self) -> Situation:
        return Situation(self.period, self.opened, self._before(), self._today, self._changed_from)

    @property
    def others(self) -> tuple[WorkPeriod, ...]:
        """The periods that are stored besides the one shown, newest first."""
        return tuple(period for period in reversed(self._periods) if period.first != self.period.first)

    def _found(self) -> WorkPeriod:
        """The period chosen; one that is not stored yet is as the one it comes out of."""
        oldest, first = self._periods[0], self._first
        if first is None or (oldest.first and first < oldest.first):
            return oldest
        held = period_on(self._periods, first)
        return held if held.first == first else replace(held, first=first)

    def _before(self) -> WorkPeriod | None:
        """For a period that is not stored yet, the one it comes out of."""
        if not self._periods or self.period in self._periods:
            return None
        return period_on(self._periods, self.period.first or date.min)
