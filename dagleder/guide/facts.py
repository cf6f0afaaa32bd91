"""From what the services show to what the guide looks at. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from dagleder.base.law import full_time
from dagleder.guide.minimum import TeamStaff
from dagleder.presence.person_day import LEADER_ROLES, PEDAGOGUE_ROLES
from dagleder.settings.places import Team
from dagleder.settings.staffing import NO_NEED, NeedRow
from dagleder.staff.employment import Employment, facts_day
from dagleder.staff.people import StaffRow

_LAST_MONTH_TO_PLAN_IN: Final = 10


def year_to_plan(today: date) -> int:
    """Which year lukkedage and meetings are proposed for first: this one, until little is left of it."""
    return today.year if today.month <= _LAST_MONTH_TO_PLAN_IN else today.year + 1


def without_team(rows: Iterable[StaffRow]) -> tuple[str, ...]:
    """Those who belong to no stue; a leader is expected to belong to all of them."""
    return tuple(row.known_as or row.first_name for row in rows if row.team is None and row.role not in LEADER_ROLES)


def without_minimum(teams: Iterable[Team], needs: Iterable[NeedRow]) -> tuple[str, ...]:
    """The stuer nobody has said a number for."""
    said = {row.place.team_id for row in needs if row.need != NO_NEED}
    return tuple(team.name for team in teams if team.id not in said)


def team_staff(teams: Sequence[Team], people: Iterable[Employment], today: date) -> tuple[TeamStaff, ...]:
    """Who belongs to each stue (by the first of her stuer) on `today`, or on the day she begins."""
    by_team: dict[int, list[Employment]] = {team.id: [] for team in teams}
    for person in people:
        day = facts_day(today, person.start, person.end)
        held = person.memberships_on(day)
        if day >= today and held and held[0].team_id in by_team:
            by_team[held[0].team_id].append(person)
    return tuple(_staff_of(team, by_team[team.id], today) for team in teams)


def _staff_of(team: Team, people: Sequence[Employment], today: date) -> TeamStaff:
    days = [(person, facts_day(today, person.start, person.end)) for person in people]
    hours = [person.minutes_on(day) for person, day in days]
    patterns = [person.pattern_on(day) for person, day in days]
    timed = [pattern for pattern in patterns if pattern and any(s and s.timed for week in pattern.weeks for s in week)]
    return TeamStaff(
        team_id=team.id,
        name=team.name,
        site_id=team.site_id,
        people=len(people),
        minutes=sum(full_time() if minutes is None else minutes for minutes in hours),
        pedagogues=sum(person.role in PEDAGOGUE_ROLES for person in people),
        with_times=len(timed),
    )
