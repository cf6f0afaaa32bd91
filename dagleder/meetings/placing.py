"""Moves what would fall on a public holiday (or, for most kinds, on a closed day) to the same weekday a week later.

A move that lands on another such day, or in a month or week without meetings, goes on a week further; one that
leaves the year gives no meeting. Both are said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import MONTHS, week_text
from dagleder.base.errors import Bug
from dagleder.base.text import and_list
from dagleder.calendars.weeks import iso_week
from dagleder.meetings.drafts import SeriesDraft
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import in_a_sentence
from dagleder.presence.facts import House
from dagleder.presence.standing import standing

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where meetings may be moved: not beyond `last`, and not into these months and ISO weeks."""

    last: date
    excluded_months: tuple[int, ...] = ()
    excluded_weeks: tuple[int, ...] = ()

    def obstacle(self, day: date) -> str:
        if day.month in self.excluded_months:
            return MONTHS[day.month - 1]
        return week_text(day) if iso_week(day)[1] in self.excluded_weeks else ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a meeting ended: `day` is None when no day was left, `because` says what was in the way ('skærtorsdag')."""

    original: date
    day: date | None
    because: str = ""

    @property
    def target(self) -> date:
        """The day there is; only for a placement that has one."""
        if self.day is None:
            raise Bug("this meeting fell away")
        return self.day

    @property
    def moved(self) -> bool:
        return self.day != self.original


def placed(day: date, house: House, bounds: Bounds, *, team_id: int | None = None, on_closing_day: bool) -> Placement:
    """Where a meeting meant for `day` can be. `team_id`: the stue it is for, whose matrikel may be closed alone."""
    target, ways = day, list[str]()
    while target <= bounds.last:
        in_the_way = obstacle(target, house, team_id=team_id, on_closing_day=on_closing_day)
        if not in_the_way and target != day:
            in_the_way = bounds.obstacle(target)
        if not in_the_way:
            return Placement(day, target, _joined(ways))
        ways.append(in_the_way)
        target += _WEEK
    return Placement(day, None, _joined(ways))


def placed_dates(draft: SeriesDraft, house: House, kind: Kind) -> tuple[Placement, ...]:
    """The days of a series: those of a rule moved out of the way, hand-picked ones where she put them.

    What lands on another meeting of the series, or on no day at all, is left out.
    """
    if draft.rule is None:
        return tuple(Placement(day, day) for day in draft.dates())
    rule = draft.rule
    bounds = Bounds(rule.last, rule.excluded_months, rule.excluded_weeks)
    moves = [
        placed(day, house, bounds, team_id=draft.team_id, on_closing_day=kind.on_closing_day) for day in rule.dates()
    ]
    return settled(moves)[0]


def settled(placements: Sequence[Placement]) -> tuple[tuple[Placement, ...], tuple[Placement, ...]]:
    """Those that have a day of their own, in order, and those that fell away: one on its own day goes before a move."""
    kept = {where.target: where for where in placements if not where.moved}
    fell = []
    for where in placements:
        if where.day is None or (where.moved and where.day in kept):
            fell.append(where)
        else:
            kept[where.day] = where
    return tuple(kept[day] for day in sorted(kept)), tuple(fell)


def obstacle(day: date, house: House, *, team_id: int | None = None, on_closing_day: bool) -> str:
    """Why there can be no meeting on `day`: 'skærtorsdag', 'lukkedag', 'juleaftensdag'; '' when there can."""
    stands = standing(day, house)
    if stands.holiday or on_closing_day:
        return stands.holiday or ""
    if closing := stands.closing_of(team_id):
        return in_a_sentence(closing)
    return in_a_sentence(stands.special.name) if stands.special and stands.open_until == 0 else ""


def _joined(ways: Iterable[str]) -> str:
    return and_list(list(dict.fromkeys(ways)))
