"""Which hours somebody is to work on a date, and on which stue: by contract alone, before anything happens."""

from datetime import date

from dagleder.base.dates import WORKDAYS
from dagleder.presence.facts import Person
from dagleder.staff.employment import Employment
from dagleder.staff.patterns import Shift


def scheduled(employment: Employment, day: date) -> Shift | None:
    """The shift on `day`; None when she is off or not employed.

    Without a working pattern: weekly hours ÷ 5, Monday to Friday, without clock times.
    """
    if not employment.employed_on(day):
        return None
    pattern = employment.pattern_on(day)
    if pattern:
        return pattern.shift_on(day)
    minutes = employment.minutes_on(day)
    if not minutes or day.weekday() >= WORKDAYS:
        return None
    return Shift(round(minutes / WORKDAYS))


def home_team(employment: Employment, day: date, open_teams: frozenset[int]) -> int | None:
    """The stue somebody belongs to on `day`, None for the house only.

    In several: the one that has this weekday, else the first without particular weekdays, else the first.
    """
    held = [m for m in employment.memberships if m.team_id in open_teams and m.holds(day)]
    if len(held) < 2:  # noqa: PLR2004 -- nothing to choose between
        return held[0].team_id if held else None
    held.sort(key=lambda m: (m.position, m.id))
    bit = 1 << day.weekday()
    return min(held, key=lambda m: 0 if m.weekdays & bit else 2 if m.weekdays else 1).team_id


def usual_team(person: Person, day: date) -> int | None:
    """The stue somebody belongs to on `day`, be it open or not."""
    return home_team(person.employment, day, frozenset(m.team_id for m in person.employment.memberships))
