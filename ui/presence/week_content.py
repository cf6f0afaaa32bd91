"""A week of presence as the content of the grid: matrikler, then every stue with everybody on it. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.views import PersonWeek, TeamWeek, WeekView
from dagleder.presence.words import work_text
from dagleder.settings.staffing import Place
from dagleder.staff.roles import role_short
from ui.kit.grid_time import AxisBand, TimeAxis
from ui.kit.grid_values import GridBar, GridCell, GridColumn, GridRow, StoredGrid
from ui.presence.person_bars import DayAxis, day_bars
from ui.presence.place_cells import day_cell, place_cell
from ui.presence.rows import NO_TEAM, DayRow, PersonRow, PlaceRow, Row

_BY_TIME = 0.4
"""How far the width of a band follows its length: wholly, an opening of 90 minutes has no room for its title."""


def week_content(week: WeekView, today: date) -> StoredGrid:
    """The stuer of the week, under the matrikler where it is about all of them."""
    axis = axis_of(week)
    rows: list[GridRow] = []
    cells: dict[tuple[Row, tuple[date, int]], GridCell] = {}
    bars: dict[Row, Sequence[GridBar]] = {}
    if week.team_id is None:
        for days in zip(*(view.sites for view in week.days), strict=True):
            empty = not _is_used(days, week)
            rows.append(_site_row(days, empty=empty))
            if not empty:
                cells |= dict(_cells(PlaceRow(days[0].place), days, week))
                cells |= _whole_days(rows, days[0].place, days, week)
    main_site = week.days[0].sites[0].place.site_id if week.days[0].sites else None
    for team in week.teams:
        rows.append(_team_row(team, main_site))
        cells |= dict(_cells(_key_of(team), team.days, week))
        cells |= _whole_days(rows, _key_of(team).place, team.days, week)
        for line in team.people:
            rows.append(_person_row(line, team))
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


def _is_used(days: Sequence[PlaceDay], week: WeekView) -> bool:
    """Whether anybody can be at a matrikel: one without stuer that nothing is wanted of has no numbers."""
    site_id = days[0].place.site_id
    has_teams = any(site_id in view.standing.team_sites.values() for view in week.days)
    return has_teams or len(week.days[0].sites) == 1 or any(place.asks for place in days)


def _site_row(days: Sequence[PlaceDay], *, empty: bool) -> GridRow:
    site, untimed = days[0], _untimed(days)
    tip = f"{site.name}, {untimed} uden mødetid" if untimed else site.name
    return GridRow(PlaceRow(site.place), site.name, "ingen stuer" if empty else "", icon="house", heading=True, tip=tip)


def _untimed(days: Iterable[PlaceDay | None]) -> int:
    """The most on one day of the week."""
    return max((place.without_times for place in days if place), default=0)


def _team_row(team: TeamWeek, main_site: int | None) -> GridRow:
    """Beside the name the matrikel, when it is not the first one."""
    untimed = _untimed(team.days)
    site = team.team.site if team.team else ""
    note = site if team.team and team.team.site_id != main_site else ""
    icon = team.team.icon if team.team else "users"
    tip = ", ".join(part for part in (team.name, site, f"{untimed} uden mødetid" if untimed else "") if part)
    return GridRow(_key_of(team), team.name, note, icon=icon, heading=True, tip=tip)


def _person_row(line: PersonWeek, team: TeamWeek) -> GridRow:
    uncounted = all(day is None or not day.counted for day in line.days)
    role = role_short(line.role) if line.role else "vikar"
    said = [line.name, role, "lånt eller vikar" if line.guest else "", "tæller ikke med" if uncounted else ""]
    note = "lånt" if line.guest and line.person else f"{role}{_band_times(line)}"
    return GridRow(_line_key(line, team), line.name, note, group=_key_of(team), tip=", ".join(filter(None, said)))


def _band_times(line: PersonWeek) -> str:
    """' 8–11.30' of a vikar from outside for a band: the bar of a single band is too short for its times."""
    in_bands = [day for day in line.days if day and day.substitute and day.substitute.band_id is not None]
    times = {work_text(day, day.team_id) for day in in_bands} if line.person is None else set()
    return f" {times.pop()}" if len(times) == 1 else ""


# --- what stands in them -------------------------------------------------------------------------


def _cells(
    row: PlaceRow, days: Sequence[PlaceDay | None], week: WeekView
) -> Iterator[tuple[tuple[Row, tuple[date, int]], GridCell]]:
    for place, view in zip(days, week.days, strict=True):
        if place is None:
            continue
        for band in place.bands:
            yield (row, (view.day, band.band.id)), place_cell(band, place, view)


def _whole_days(
    rows: list[GridRow], place: Place, days: Sequence[PlaceDay | None], week: WeekView
) -> dict[tuple[Row, tuple[date, int]], GridCell]:
    """The line 'Hele dagen', where it tells something that the bands do not: its number stands amid the day."""
    if not any(day and day.counts_day for day in days):
        return {}
    asked = {day.need.minimum for day in days if day}
    name = f"Dagen, mindst {asked.pop()}" if len(asked) == 1 and asked != {0} else "Hele dagen"
    untimed = _untimed(days)
    note = f"{untimed} uden tid" if untimed else ""
    row = DayRow(place)
    rows.append(GridRow(row, name, note, group=PlaceRow(place), tip=f"{name}, uanset tidsrum"))
    bands = week.days[0].bands
    middle = bands[len(bands) // 2]
    return {
        (row, (view.day, band.id)): day_cell(day, view, shown=band is middle)
        for day, view in zip(days, week.days, strict=True)
        if day
        for band in bands
    }


def _bars(line: PersonWeek, team: TeamWeek, axis: TimeAxis, week: WeekView) -> Iterator[GridBar]:
    team_id = team.team.id if team.team else None
    for person, view in zip(line.days, week.days, strict=True):
        if person is not None and not (line.guest and not person.on(team_id)):
            yield from day_bars(person, team_id, DayAxis(axis, view.day, view.team_names, view.closed))
