"""What changes over time about somebody: hours, stue, working pattern; and what of it holds on a day. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.staff.patterns import Pattern, pattern_on


@dataclass(frozen=True, slots=True)
class AgreedHours:
    """Minutes a week from a day on (None: from the start); None minutes = no fixed hours."""

    id: int
    valid_from: date | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Membership:
    """A stue somebody belongs to, both days included (None: open)."""

    id: int
    team_id: int
    team: str
    valid_from: date | None
    valid_to: date | None
    weekdays: int  # bit 0 = Monday; 0 = no particular days
    position: int

    def holds(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Employment:
    """One person's time in the house, as presence and the lists need it."""

    employee_id: int
    name: str
    initials: str
    role: str
    start: date | None
    end: date | None
    hours: tuple[AgreedHours, ...]
    memberships: tuple[Membership, ...]
    patterns: tuple[Pattern, ...]

    def employed_on(self, day: date) -> bool:
        return (self.start or day) <= day <= (self.end or day)

    def minutes_on(self, day: date) -> int | None:
        """Agreed minutes a week on `day`."""
        return minutes_on(self.hours, day)

    def pattern_on(self, day: date) -> Pattern | None:
        return pattern_on(self.patterns, day)

    def memberships_on(self, day: date) -> tuple[Membership, ...]:
        """The stuer on `day`, the first one first."""
        held = (membership for membership in self.memberships if membership.holds(day))
        return tuple(sorted(held, key=lambda m: (m.position, m.id)))


def minutes_on(hours: Sequence[AgreedHours], day: date) -> int | None:
    held = [h for h in hours if h.valid_from is None or h.valid_from <= day]
    newest = max(held, key=lambda h: h.valid_from or date.min, default=None)
    return newest.minutes if newest else None


def facts_day(today: date, start: date | None, end: date | None) -> date:
    """The day whose hours and stue are shown: today, but the first day of who starts later and the last of who left."""
    day = max(today, start) if start else today
    return min(day, end) if end else day


def teams_newest_first(employment: Employment, today: date) -> list[str]:
    """The stuer of the day that is shown, the one she came to last first."""
    held = employment.memberships_on(facts_day(today, employment.start, employment.end))
    return [m.team for m in sorted(held, key=lambda m: m.valid_from or date.min, reverse=True)]
