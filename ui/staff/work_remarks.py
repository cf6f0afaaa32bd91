"""What is worth saying under the weeks of an arbejdstid, one thing at a time, with a way on. No widgets here."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dagleder.base.dates import day_text, hours_text, long_day_text, monday_of
from dagleder.staff.pattern_words import PAIR, period_words, row_order
from dagleder.staff.patterns import DAYS, Pattern, PatternDraft, week_53_note
from dagleder.staff.work_periods import ONE_DAY, WorkPeriod


class Turn(StrEnum):
    """What the link of a remark does."""

    NOTHING = ""
    LATER = "later"  # let the change hold from next Monday
    KEEP_EVEN = "keep even"  # let even weeks stay even after a week 53
    DAY = "day"  # another day from which it is to hold


@dataclass(frozen=True, slots=True)
class Remark:
    text: str = ""
    link: str = ""
    turn: Turn = Turn.NOTHING


@dataclass(frozen=True, slots=True)
class Situation:
    """The period shown, as it was when it was opened, and (for one that is not stored yet) the one before it."""

    period: WorkPeriod
    opened: WorkPeriod
    before: WorkPeriod | None
    today: date

    @property
    def monday(self) -> date:
        """The next one."""
        return monday_of(self.today) + timedelta(days=DAYS)

    @property
    def can_begin_later(self) -> bool:
        """Whether something was changed in a period that has begun, and could hold from next Monday instead."""
        period, opened = self.period, self.opened
        if (period.first or date.min) >= self.today or (period.last or date.max) < self.monday:
            return False
        hours = bool(opened.hours and period.hours) and opened.minutes != period.minutes
        return hours or bool(opened.pattern and period.pattern and _differ(opened.pattern, period.pattern))


def _differ(one: Pattern, other: Pattern) -> bool:
    return (one.anchor, one.weeks) != (other.anchor, other.weeks)


def remark(situation: Situation) -> Remark:
    """The first that holds of: not stored yet, changed back in time, no clock times, a week 53, an end."""
    period = situation.period
    if situation.before is not None and period.first:
        until = day_text(period.first - ONE_DAY, year=True)
        return Remark(
            f"Ny periode: ret det, der bliver anderledes. Til og med {until}: {period_words(situation.before)}."
        )
    if situation.can_begin_later:
        since = f"fra {day_text(period.first, year=True)}" if period.first else "fra begyndelsen"
        later = long_day_text(situation.monday)
        return Remark(f"Ændringen gælder {since}. Skal den først gælde {later}?", later, Turn.LATER)
    if period.pattern is None:
        return Remark(_without_times(period.minutes))
    if note := _week_53(period, period.pattern, situation.today):
        return note
    return Remark(f"Gælder til og med {day_text(period.last, year=True)}.") if period.last else Remark()


def _without_times(minutes: int | None) -> str:
    known = f"{hours_text(minutes)} timer, uden mødetider" if minutes is not None else "Ingen timer og ingen mødetider"
    spread = ": bemandingen regner dem mandag til fredag uden klokkeslæt" if minutes is not None else ""
    return f"{known}{spread}. Tast en dag, fx 7-14.30, og Ctrl+D for det samme resten af ugen."


def _week_53(period: WorkPeriod, pattern: Pattern, today: date) -> Remark | None:
    day = max(period.first or today, today)
    note = week_53_note(pattern, day.year)
    if note is None or (period.last or date.max) < turn_after_week_53(day.year):
        return None
    link = "Lad lige uger blive lige" if len(pattern.weeks) == PAIR else ""
    return Remark(note.text, link, Turn.KEEP_EVEN if link else Turn.NOTHING)


def turn_after_week_53(year: int) -> date:
    """The Monday after the last ISO week of the year."""
    last = date(year, 12, 28)
    return monday_of(last) + timedelta(days=DAYS)


def kept_even(pattern: Pattern, year: int) -> PatternDraft:
    """From the Monday after week 53 on with even weeks even as before: week 1 is odd, as week 53 was."""
    turn = turn_after_week_53(year)
    even, odd = row_order(pattern.anchor, PAIR, turn - ONE_DAY)
    return PatternDraft(turn, turn, (pattern.weeks[odd], pattern.weeks[even]))
