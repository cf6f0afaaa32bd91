"""The usual rhythm of a year's meetings: what is proposed to a house that has no plan yet. Pure.

None in July and the ISO weeks 7, 42, 52 and 53. A part is known by its `standard_key`, so that a second
call adds nothing. What the tradition leaves open is decided here:
stuemøder begin on the year's first Wednesday, each stue a week after the one before; parents' evenings are the
Wednesdays of September without another evening meeting, one for each stue, then the Thursdays, then the Tuesdays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import WORKDAYS, days_between
from dagleder.calendars.special_days import ASCENSION_FRIDAY, special_days
from dagleder.calendars.workdays import is_workday
from dagleder.meetings import kinds
from dagleder.meetings.placing import Bounds, obstacle
from dagleder.meetings.rules import Rule, nth_weekday
from dagleder.presence.facts import House
from dagleder.presence.standing import standing
from dagleder.settings.places import Team

NO_MEETING_MONTHS: Final = (7,)
NO_MEETING_WEEKS: Final = (7, 42, 52, 53)
COMMITTEE_MONTHS: Final = (2, 4, 6, 9, 11)
_TUESDAY, _WEDNESDAY, _THURSDAY = 1, 2, 3
_MONDAY = 0
_SEPTEMBER = 9
_TEAM_WEEKS = 4
_PARENTS_WEEKDAYS = (_WEDNESDAY, _THURSDAY, _TUESDAY)

STARTS: Final = {
    kinds.STAFF_MEETING: 17 * 60,
    kinds.TEAM_MEETING: 12 * 60 + 30,
    kinds.PEDAGOGUES: 13 * 60,
    kinds.COMMITTEE: 9 * 60,
    kinds.PARENTS_BOARD: 17 * 60,
    kinds.PARENTS: 17 * 60,
    kinds.TRAINING_DAY: 9 * 60,
}
"""When each begins (minutes after midnight); it lasts as long as its kind does."""


@dataclass(frozen=True, slots=True)
class Part:
    """One series of the rhythm: by a rule, or on hand-picked days. `proposed`: only a suggestion to be agreed on."""

    kind_key: str
    rule: Rule | None = None
    days: tuple[date, ...] = ()
    team: Team | None = None
    why: str = ""
    proposed: bool = False

    @property
    def standard_key(self) -> str:
        return f"{self.kind_key}:{self.team.id}" if self.team else self.kind_key


def bounds_of(year: int) -> Bounds:
    return Bounds(date(year, 12, 31), NO_MEETING_MONTHS, NO_MEETING_WEEKS)


def ruled_parts(year: int, teams: Sequence[Team]) -> Iterator[Part]:
    """Everything that follows a rule; `teams` in the leader's order."""
    yield Part(kinds.STAFF_MEETING, _monthly(year, _TUESDAY, 3))
    first_wednesday = nth_weekday(date(year, 1, 1), _WEDNESDAY, 1)
    for number, team in enumerate(teams):
        begins = first_wednesday + timedelta(weeks=number)
        rule = Rule(
            begins,
            date(year, 12, 31),
            (_WEDNESDAY,),
            every_weeks=_TEAM_WEEKS,
            excluded_months=NO_MEETING_MONTHS,
            excluded_weeks=NO_MEETING_WEEKS,
        )
        yield Part(kinds.TEAM_MEETING, rule, team=team)
    yield Part(kinds.PEDAGOGUES, _monthly(year, _THURSDAY, 2))
    yield Part(kinds.COMMITTEE, _monthly(year, _THURSDAY, 1, COMMITTEE_MONTHS))
    yield Part(kinds.PARENTS_BOARD, _monthly(year, _MONDAY, 2, COMMITTEE_MONTHS))


def _monthly(year: int, weekday: int, nth: int, months: tuple[int, ...] = ()) -> Rule:
    return Rule(
        date(year, 1, 1),
        date(year, 12, 31),
        (weekday,),
        nth=nth,
        months=months,
        excluded_months=NO_MEETING_MONTHS,
        excluded_weeks=NO_MEETING_WEEKS,
    )


def training_day(year: int, house: House) -> Part:
    """The year's first lukkedag of the whole house outside holidays, else the Friday after Kristi himmelfart."""
    bounds = bounds_of(year)
    for row in sorted(house.closing_days, key=lambda row: row.day):
        stands = standing(row.day, house)
        if row.day.year == year and stands.closing and is_workday(row.day) and not bounds.obstacle(row.day):
            return Part(kinds.TRAINING_DAY, days=(row.day,), why=f"Årets første lukkedag: {stands.closing}")
    friday = next(day for day, kind in special_days(year).items() if kind is ASCENSION_FRIDAY)
    why = "Fredag efter Kristi himmelfart. Der er ingen lukkedag at lægge den på"
    return Part(kinds.TRAINING_DAY, days=(friday,), why=why, proposed=True)


def parents_evenings(year: int, teams: Sequence[Team], house: House, busy: Iterable[date]) -> Iterator[Part]:
    """An evening in September for each stue, as long as there are free ones; then two share an evening."""
    taken = frozenset(busy)
    days = days_between(date(year, _SEPTEMBER, 1), date(year, _SEPTEMBER, 30))
    weekdays = [day for day in days if day.weekday() < WORKDAYS and day not in taken]
    free = [
        day
        for weekday in _PARENTS_WEEKDAYS
        for day in weekdays
        if day.weekday() == weekday and not obstacle(day, house, on_closing_day=False)
    ]
    for number, team in enumerate(teams if free else ()):
        why = "En aften i september uden andre aftenmøder"
        yield Part(kinds.PARENTS, days=(free[number % len(free)],), team=team, why=why)
