"""Working patterns: a rotation of 1–8 weeks from a given Monday. Pure.

A day of a pattern is from–to, or only a number of hours, or off (None). A pattern holds from its first
day until the next one begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import DAY_MINUTES, WEEKDAYS, clock_digits, day_text, hours_text, span_text, week_number
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.base.text import capitalised

MAX_WEEKS = 8
DAYS = 7
_ODD_LAST_WEEK = 53
SLACK_MINUTES = 15  # so much a week may the pattern and the agreed hours differ before it is worth telling


@dataclass(frozen=True, slots=True)
class Shift:
    """The work of one day. Without clock times only `minutes` is known."""

    minutes: int
    start: int | None = None
    end: int | None = None

    @classmethod
    def between(cls, start: int, end: int) -> "Shift":
        return cls(end - start, start, end)

    @property
    def timed(self) -> bool:
        return self.start is not None

    @property
    def span(self) -> tuple[int, int] | None:
        """(start, end), or None when the times are not known."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def text(self) -> str:
        """'8.30–16', or '7,5 timer' when the times are not known."""
        if self.start is None or self.end is None:
            return f"{hours_text(self.minutes)} timer"
        return span_text(self.start, self.end)


Week = tuple[Shift | None, ...]
"""Seven days from Monday; None is off."""

DAY_OFF_WEEK: Week = (None,) * DAYS


@dataclass(frozen=True, slots=True)
class Pattern:
    """A stored working pattern."""

    id: int
    valid_from: date
    anchor: date  # a Monday, whose week is the first of the rotation
    weeks: tuple[Week, ...]

    def shift_on(self, day: date) -> Shift | None:
        """The work the rotation gives on `day`, whoever long before or after the anchor it lies."""
        return self.weeks[rotation_week(self.anchor, len(self.weeks), day)][day.weekday()]

    @property
    def minutes(self) -> int:
        """Minutes a week on average over the rotation."""
        return average_minutes(self.weeks)

    @property
    def workdays(self) -> float:
        """Days with work a week on average, for what a single day off costs."""
        return sum(shift is not None for week in self.weeks for shift in week) / len(self.weeks)


def rotation_week(anchor: date, weeks: int, day: date) -> int:
    """Which week of the rotation (from 0) `day` lies in."""
    return (day - anchor).days // DAYS % weeks


def week_minutes(week: Week) -> int:
    return sum(shift.minutes for shift in week if shift)


def average_minutes(weeks: Sequence[Week]) -> int:
    return round(sum(map(week_minutes, weeks)) / len(weeks))


def pattern_on(patterns: Sequence[Pattern], day: date) -> Pattern | None:
    """Of somebody's patterns the one that holds on `day`."""
    held = [pattern for pattern in patterns if pattern.valid_from <= day]
    return max(held, key=lambda pattern: pattern.valid_from, default=None)


@dataclass(frozen=True, slots=True)
class PatternDraft:
    """A pattern as entered."""

    valid_from: date
    anchor: date
    weeks: tuple[Week, ...]

    def check(self) -> None:
        """Raises UserProblem; `field` is 'anchor', 'weeks', or 'week0-3' for the Thursday of the first week."""
        if self.anchor.weekday():
            monday = self.anchor - timedelta(days=self.anchor.weekday())
            raise UserProblem(f"Rotationen begynder en mandag. Mente du {day_text(monday, year=True)}?", field="anchor")
        if not 1 <= len(self.weeks) <= MAX_WEEKS:
            raise UserProblem("En rotation er på 1 til 8 uger.", field="weeks")
        for number, week in enumerate(self.weeks):
            if len(week) != DAYS:
                raise UserProblem("En uge har syv dage.", field="weeks")
            for weekday, shift in enumerate(week):
                if shift is not None:
                    check_shift(shift, weekday, f"week{number}-{weekday}")


def check_shift(shift: Shift, weekday: int, field: str) -> None:
    """Raises UserProblem when nobody can work like that; `suggestion` is a later end."""
    name = capitalised(WEEKDAYS[weekday])
    if shift.start is None or shift.end is None:
        if shift.start is not None or shift.end is not None:
            raise UserProblem(f"{name} mangler et klokkeslæt.", field=field)
        if not 0 < shift.minutes <= DAY_MINUTES:
            raise UserProblem(f"{name} har ikke et brugbart antal timer.", field=field)
        return
    if not 0 <= shift.start < DAY_MINUTES or not 0 < shift.end <= DAY_MINUTES:
        raise UserProblem(f"{name} ligger ikke mellem 0.00 og 24.00.", field=field)
    if shift.end <= shift.start:
        later = shift.end + 600  # '6.30' for '16.30': the first figure was forgotten
        meant = clock_digits(later) if shift.start < later <= DAY_MINUTES else ""
        text = f"{name} slutter kl. {clock_digits(shift.end)}, før den begynder kl. {clock_digits(shift.start)}."
        raise UserProblem(f"{text} Mente du {meant}?" if meant else text, field=field, suggestion=meant)
    if shift.minutes != shift.end - shift.start:
        raise UserProblem(f"{name} har både klokkeslæt og et andet antal timer.", field=field)


def fills_in(pattern: Pattern, anchor: date, weeks: Sequence[Week]) -> bool:
    """Whether the weeks only say when the hours are that the pattern has without clock times."""
    if (pattern.anchor, len(pattern.weeks)) != (anchor, len(weeks)):
        return False
    pairs = (
        (was, is_) for one, other in zip(pattern.weeks, weeks, strict=True) for was, is_ in zip(one, other, strict=True)
    )
    return all(was == is_ or (was and not was.timed and is_ and is_.timed) for was, is_ in pairs)


def pattern_findings(pattern: Pattern, weekly_minutes: int | None, who: str, employee_id: int) -> list[Finding]:
    """What is worth telling about a pattern: its sum against the agreed hours, and a week 53 that turns it round."""
    found = []
    if weekly_minutes is not None and abs(pattern.minutes - weekly_minutes) >= SLACK_MINUTES:
        text = (
            f"Arbejdstiden giver {hours_text(pattern.minutes)} timer om ugen i gennemsnit; "
            f"ansættelsen er på {hours_text(weekly_minutes)}."
        )
        found.append(Finding(Level.SHOULD, who, text, "arbejdstid og ansættelse", ("staff", employee_id)))
    return found


def week_53_note(pattern: Pattern, year: int) -> Finding | None:
    """Even and odd weeks change places after a week 53: told once, at the turn of the year.

    Week 53 and week 1 are both odd, so a rotation of two weeks that began in even weeks goes on in odd ones.
    """
    last_week = date(year, 12, 28)  # always in the last ISO week of the year
    if len(pattern.weeks) % 2 or week_number(last_week) != _ODD_LAST_WEEK or pattern.valid_from > last_week:
        return None
    turn = last_week + timedelta(days=DAYS - last_week.weekday())
    text = (
        f"Uge 53 og uge 1 er begge ulige. Fra {day_text(turn, year=True)} bytter lige og ulige uger plads i rotationen."
    )
    return Finding(Level.INFO, f"Uge 53 i {year}", text, "kalenderen")
