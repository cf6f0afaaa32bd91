"""A week of presence as the content of the grid: matrikler, then every stue with everybody on it. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.views import PersonWeek, TeamWeek, WeekView
from dagleder.settings.staffing import Place
from dagleder.staff.roles import role_short
from ui.kit.grid_time import AxisBand, TimeAxis
from ui.kit.grid_values import GridBar, GridCell, GridColumn, GridRow, StoredGrid
from ui.presence.person_bars import DayAxis, day_bars
from ui.presence.place_cells import place_cell
from ui.presence.rows import NO_TEAM, PersonRow, PlaceRow, Row

ALL_TEAMS = None
_BY_TIME = 0.4
"""How far the width of a band follows its length: wholly, an opening of 90 minutes has no room for its title."""


def week_content(week: WeekView, today: date, shown_team: int | None = ALL_TEAMS) -> StoredGrid:
    """All stuer, or one of them; the matrikler stand above all stuer."""
    axis = axis_of(week)
    rows: list[GridRow] = []
    cells: dict[tuple[Row, tuple[date, int]], GridCell] = {}
    bars: dict[Row, Sequence[GridBar]] = {}
    if shown_team is ALL_TEAMS:
        for number, site in enumerate(week.days[0].sites):
            rows.append(_site_row(site))
            cells |= dict(_cells(PlaceRow(site.place), [view.sites[number] for view in week.days], week))
    main_site = week.days[0].sites[0].place.site_id if week.days[0].sites else None
    for team in week.teams:
        if shown_team in (ALL_TEAMS, team.team.id if team.team else None):
            rows.append(_team_row(team, main_site))
            cells |= dict(_cells(_key_of(team), team.days, week))
            for line in team.people:
                row = _person_row(line, team)
                rows.append(row)
                bars[_line_key(line, team)] = tuple(_bars(line, team, axis, week))
    return StoredGrid(_columns(axis, week, today), tuple(rows), "Medarbejder", axis.blocks(_notes(week)), cells, bars)


def axis_of(week: WeekView) -> TimeAxis:
    bands = tuple(AxisBand(b.id, b.name.lower(), b.short_name, b.start, b.end) for b in week.days[0].bands)
    return TimeAxis(tuple(view.day for view in week.days), bands)


def _columns(axis: TimeAxis, week: WeekView, today: date) -> tuple[GridColumn, ...]:
    closed = [view.day for view in week.days if view.closed]
    holidays: dict[Hashable, str] = {view.day: view.standing.holiday or view.standing.closing for view in week.days}
    even = (1 - _BY_TIME) / len(axis.bands)
    return tuple(
        replace(column, holiday=holidays.get(column.block, ""), share=_BY_TIME * column.share + even)
        for column in axis.columns(today=today, closed=closed)
    )


def _notes(week: WeekView) -> dict[date, str]:
    """What stands beside the name of a day: a holiday, or the meeting that takes at least half of those at work."""
    return {view.day: f"· {note}" for view in week.days if (note := _note(view))}


def _note(view: DayView) -> str:
    standing = view.standing
    if standing.holiday or standing.closing:
        return standing.holiday or standing.closing
    at_work = [person for person in view.people if person.shift]
    meetings = Counter(what for person in at_work for what in {each.what for each in person.engagements})
    what, count = next(iter(meetings.most_common(1)), ("", 0))
    if count * 2 >= len(at_work) and what:
        return what
    return standing.special.name if standing.special and view.notes else ""


# --- rows ----------------------------------------------------------------------------------------


def _key_of(team: TeamWeek) -> PlaceRow:
    return PlaceRow(Place(team_id=team.team.id) if team.team else NO_TEAM)


def _line_key(line: PersonWeek, team: TeamWeek) -> PersonRow:
    team_id = team.team.id if team.team else None
    if line.person:
        return PersonRow(team_id, line.person.id)
    stranger = next(day.substitute for day in line.days if day and day.substitute)
    return PersonRow(team_id, None, stranger.id)


def _site_row(site: PlaceDay) -> GridRow:
    return GridRow(PlaceRow(site.place), site.name, icon="house", heading=True)


def _team_row(team: TeamWeek, main_site: int | None) -> GridRow:
    """Beside the name how many have no clock times, else the matrikel when it is not the first one."""
    untimed = max((place.without_times for place in team.days if place), default=0)
    site = team.team.site if team.team else ""
    note = f"{untimed} uden tid" if untimed else site if team.team and team.team.site_id != main_site else ""
    icon = team.team.icon if team.team else "users"
    tip = ", ".join(part for part in (team.name, site, f"{untimed} uden mødetid" if untimed else "") if part)
    return GridRow(_key_of(team), team.name, note, icon=icon, heading=True, tip=tip)


def _person_row(line: PersonWeek, team: TeamWeek) -> GridRow:
    uncounted = all(day is None or not day.counted for day in line.days)
    role = role_short(line.role) if line.role else "vikar"
    said = [line.name, role, "lånt eller vikar" if line.guest else "", "tæller ikke med" if uncounted else ""]
    note = "lånt" if line.guest and line.person else role
    return GridRow(_line_key(line, team), line.name, note, group=_key_of(team), tip=", ".join(filter(None, said)))


# --- what stands in them -------------------------------------------------------------------------


def _cells(
    row: PlaceRow, days: Sequence[PlaceDay | None], week: WeekView
) -> Iterator[tuple[tuple[Row, tuple[date, int]], GridCell]]:
    for place, view in zip(days, week.days, strict=True):
        if place is None:
            continue
        for band in place.bands:
            yield (row, (view.day, band.band.id)), place_cell(band, place, view)


def _bars(line: PersonWeek, team: TeamWeek, axis: TimeAxis, week: WeekView) -> Iterator[GridBar]:
    team_id = team.team.id if team.team else None
    for person, view in zip(line.days, week.days, strict=True):
        if person is not None and not (line.guest and not person.on(team_id)):
            yield from day_bars(person, team_id, DayAxis(axis, view.day, view.team_names, view.closed))
