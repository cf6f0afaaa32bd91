"""What came of development: levels before and after a day, such as that of a course. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.competence.facts import Assessed
from dagleder.competence.levels import ALONE, Source


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
    theirs = _theirs(history)
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


def held_since(history: Iterable[Assessed], day: date) -> date | None:
    """Of the same: since when she has been able to do it alone without a break; None where she cannot on `day`."""
    since, until = None, day
    for each in sorted(_theirs(history), key=_order, reverse=True):
        if each.day > day:
            continue
        if each.level_on(until) < ALONE:
            break
        since = until = each.day
    return since


def after_courses(history: Iterable[Assessed]) -> tuple[Change, ...]:
    """What each course of one person in one competence came to, the latest first."""
    every = tuple(history)
    days = {each.day for each in every if each.source is Source.COURSE}
    changes = (change_over(every, day) for day in sorted(days, reverse=True))
    return tuple(change for change in changes if change)


def _theirs(history: Iterable[Assessed]) -> tuple[Assessed, ...]:
    """What others say; her own view where nobody else's is known."""
    every = tuple(history)
    return tuple(each for each in every if each.source is not Source.SELF) or every


def _newest(found: Iterable[Assessed]) -> Assessed | None:
    return max(found, key=_order, default=None)


def _order(assessed: Assessed) -> tuple[date, int]:
    return assessed.day, assessed.id
