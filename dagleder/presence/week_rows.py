"""The grid's lines of a week: every stue with everybody on it, also those who are off or away."""

from collections.abc import Sequence

from dagleder.presence.day_view import DayView
from dagleder.presence.facts import Facts, Person
from dagleder.presence.person_day import NOT_EMPLOYED, PersonDay
from dagleder.presence.views import PersonWeek, TeamWeek
from dagleder.settings.places import Team

NO_TEAM_NAME = "Uden stue"


def team_weeks(facts: Facts, days: Sequence[DayView]) -> tuple[TeamWeek, ...]:
    """The stuer in the leader's order, last those without stue. Who is on two stuer in the week stands on both."""
    staff = _staff(facts, days)
    strangers = _strangers(days)
    weeks = [
        TeamWeek(
            team,
            team.name,
            tuple(view.team(team.id) for view in days),
            tuple(_lines(team, staff) + _stranger_lines(team.id, strangers, len(days))),
        )
        for team in facts.house.teams
        if any(team.is_open(view.day) for view in days)
    ]
    homeless = tuple(
        _line(person, week, guest=False) for person, week in staff if all(day.home_id is None for day in week)
    )
    return (
        (*weeks, TeamWeek(None, NO_TEAM_NAME, tuple(view.homeless for view in days), homeless))
        if homeless
        else tuple(weeks)
    )


def _staff(facts: Facts, days: Sequence[DayView]) -> list[tuple[Person, tuple[PersonDay, ...]]]:
    """Everybody employed at some time of the week, in order of name, with her days."""
    by_day = [{day.person.id: day for day in view.people if day.person} for view in days]
    weeks = [(person, tuple(people[person.id] for people in by_day)) for person in facts.people.values()]
    return [(person, week) for person, week in weeks if any(day.why_off != NOT_EMPLOYED for day in week)]


def _lines(team: Team, staff: Sequence[tuple[Person, tuple[PersonDay, ...]]]) -> list[PersonWeek]:
    own = [_line(person, week, guest=False) for person, week in staff if any(day.home_id == team.id for day in week)]
    guests = [
        _line(person, week, guest=True)
        for person, week in staff
        if all(day.home_id != team.id for day in week) and any(day.on(team.id) for day in week)
    ]
    return own + guests


def _line(person: Person, week: tuple[PersonDay, ...], *, guest: bool) -> PersonWeek:
    return PersonWeek(person, person.name, person.role, guest, week)


def _strangers(days: Sequence[DayView]) -> dict[int, dict[int, PersonDay]]:
    """The vikarer who are not on the staff: by the id of their row, their days by number."""
    found: dict[int, dict[int, PersonDay]] = {}
    for number, view in enumerate(days):
        for day in view.people:
            if day.person is None and day.substitute:
                found.setdefault(day.substitute.id, {})[number] = day
    return found


def _stranger_lines(team_id: int, strangers: dict[int, dict[int, PersonDay]], count: int) -> list[PersonWeek]:
    lines = []
    for days in strangers.values():
        some_day = next(iter(days.values()))
        if some_day.team_id == team_id:
            week = tuple(days.get(number) for number in range(count))
            lines.append(PersonWeek(None, some_day.name, "", guest=True, days=week))
    return lines
