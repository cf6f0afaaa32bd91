"""What is worth saying under the weeks of an arbejdstid, one thing at a time, with a way on. No widgets here."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dagleder.base.dates import day_text, hours_text, long_day_text, monday_of
from dagleder.base.text import and_list
from dagleder.staff.pattern_words import PAIR, period_words, row_order, week_rows
from dagleder.staff.patterns import DAYS, Pattern, PatternDraft, week_53_note
from dagleder.staff.work_periods import ONE_DAY, WorkPeriod


class Turn(StrEnum):
    """What the link of a remark does."""

    NOTHING = ""
    LATER = "later"  # let the change hold from next Monday
    EARLIER = "earlier"  # let it take the place of what holds until then
    KEEP_EVEN = "keep even"  # let even weeks stay even after a week 53
    DAY = "day"  # another day from which it is to hold


@dataclass(frozen=True, slots=True)
class Remark:
    text: str = ""
    link: str = ""
    turn: Turn = Turn.NOTHING


@dataclass(frozen=True, slots=True)
class Situation:
    """The period shown, as it was when it was opened, and (for one that is not stored yet) the one before it.

    `changed_from`: the period that goes on until Monday, because its times were changed.
    """

    period: WorkPeriod
    opened: WorkPeriod
    before: WorkPeriod | None
    today: date
    changed_from: WorkPeriod | None = None

    @property
    def monday(self) -> date:
        """The next one."""
        return monday_of(self.today) + timedelta(days=DAYS)

    @property
    def goes_on(self) -> bool:
        """Whether the period has begun and holds next Monday, too."""
        return (self.period.first or date.min) < self.today and self.monday <= (self.period.last or date.max)

    @property
    def first_times(self) -> bool:
        """Whether mødetider were typed where there were none."""
        return self.opened.pattern is None and self.period.pattern is not None

    @property
    def can_begin_later(self) -> bool:
        """Whether something was changed in a period that has begun, and could hold from next Monday instead."""
        period, opened = self.period, self.opened
        hours = bool(opened.hours and period.hours) and opened.minutes != period.minutes
        times = bool(opened.pattern and period.pattern and _differ(opened.pattern, period.pattern))
        return self.goes_on and (hours or times or self.first_times)


def _differ(one: Pattern, other: Pattern) -> bool:
    return (one.anchor, one.weeks) != (other.anchor, other.weeks)


def remark(situation: Situation) -> Remark:
    """The first that holds of: not stored yet, changed, no mødetider, a week left out, a week 53, an end."""
    period = situation.period
    if situation.before is not None and period.first:
        until = day_text(period.first - ONE_DAY, year=True)
        return Remark(
            f"Ny periode: ret det, der bliver anderledes. Til og med {until}: {period_words(situation.before)}."
        )
    if changed := _changed(situation):
        return changed
    if period.pattern is None:
        return Remark(_without_times(period.minutes))
    if note := _empty_week(period.pattern, situation.today) or _week_53(period, period.pattern, situation.today):
        return note
    return Remark(f"Gælder til og med {day_text(period.last, year=True)}.") if period.last else Remark()


def _changed(situation: Situation) -> Remark | None:
    """From when a change holds, and the other day from which it could."""
    period = situation.period
    if situation.changed_from and period.first:
        since = _since(situation.changed_from)
        text = f"Ændringen gælder fra {long_day_text(period.first)}, og til da er alt som før. Skal den gælde {since}?"
        return Remark(text, since, Turn.EARLIER)
    if situation.can_begin_later:
        later = f"fra {long_day_text(situation.monday)}"
        what, them = ("Mødetiderne gælder", "de") if situation.first_times else ("Ændringen gælder", "den")
        return Remark(f"{what} {_since(period)}. Skal {them} først gælde {later}?", later, Turn.LATER)
    return None


def _since(period: WorkPeriod) -> str:
    return f"fra {day_text(period.first, year=True)}" if period.first else "helt fra begyndelsen"


def _empty_week(pattern: Pattern, today: date) -> Remark | None:
    """A week in which nothing is typed, beside another that has times, is worth a word: it may have been forgotten."""
    rows = week_rows(pattern.anchor, pattern.weeks, today)
    empty = [row.title for row in rows if not any(row.week)]
    if not empty or len(empty) == len(rows):
        return None
    weeks = and_list([empty[0], *(title[:1].lower() + title[1:] for title in empty[1:])])
    return Remark(f"{weeks} mangler mødetider og regnes som fri.")


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
