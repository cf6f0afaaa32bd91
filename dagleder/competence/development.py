"""What came of development: levels before and after a day, such as that of a course. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.competence.facts import Assessed
from dagleder.competence.levels import Source


@dataclass(frozen=True, slots=True)
class Change:
    """One person's level in a competence before a day and after; None where nobody has assessed it."""

    employee_id: int
    competence_id: int
    day: date
    before: int | None
    after: int | None
    because: str = ""  # the course, as far as it is told

    @property
    def levels(self) -> int:
        """How many levels it rose; below 0 it fell."""
        return (self.after or 0) - (self.before or 0)


def change_over(history: Iterable[Assessed], day: date) -> Change | None:
    """Of one person's assessments of one competence: the newest before `day`, and the newest from it on.

    Her own view counts only where nobody else's is known, as everywhere. None where nothing was assessed.
    """
    every = tuple(history)
    theirs = tuple(each for each in every if each.source is not Source.SELF) or every
    if not theirs:
        return None
    before = _newest(each for each in theirs if each.day < day)
    after = _newest(each for each in theirs if each.day >= day)
    because = next((each.evidence for each in theirs if each.day == day and each.source is Source.COURSE), "")
    first = theirs[0]
    return Change(
        first.employee_id,
        first.competence_id,
        day,
        before.level if before else None,
        after.level if after else None,
        because,
    )


def after_courses(history: Iterable[Assessed]) -> tuple[Change, ...]:
    """What each course of one person in one competence came to, the latest first."""
    every = tuple(history)
    days = {each.day for each in every if each.source is Source.COURSE}
    changes = (change_over(every, day) for day in sorted(days, reverse=True))
    return tuple(change for change in changes if change)


def _newest(found: Iterable[Assessed]) -> Assessed | None:
    return max(found, key=lambda each: (each.day, each.id), default=None)
