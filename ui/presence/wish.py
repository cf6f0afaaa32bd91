"""For what help is wanted: the hole that is chosen, the one an absence has just made, or the cell itself. Pure."""

from collections.abc import Iterable, Sequence

from dagleder.base.findings import Level
from dagleder.presence.attendance import Attendance
from dagleder.presence.gaps import Gap, Lack
from dagleder.presence.views import WeekView
from dagleder.settings.places import Band
from ui.presence.chosen import Chosen, gap_at
from ui.presence.relief import Wish
from ui.presence.rows import DayRow
from ui.presence.typed_absence import absence_at


def wish_of(attendance: Attendance, gap: Gap, team_id: int | None = None) -> Wish | None:
    """For a gap; one of a matrikel or of the whole house is mended on `team_id`, else on its first stue."""
    house = attendance.facts.house
    on_site = (team.id for team in house.teams if gap.place.site_id in (None, team.site_id))
    team_id = gap.place.team_id or team_id or next(on_site, None)
    if team_id is None:
        return None
    return Wish(team_id, gap.day, gap.day, _one_band(house.bands, [gap]))


def wish_at(attendance: Attendance, week: WeekView, chosen: Chosen, team_id: int) -> Wish:
    """For the cell that is chosen, on its stue (or on `team_id`, where it has none).

    On the line of somebody who is away: for the rest of her absence, in the band where somebody lacks then.
    """
    team_id = chosen.place.team_id or team_id
    absence = absence_at(attendance, chosen)
    if absence is not None:
        gaps = [g for g in week.gaps if g.place == chosen.place and chosen.days[0] <= g.day <= absence.last]
        band_id = _one_band(week.days[0].bands, [gap for gap in gaps if gap.level is not Level.INFO])
        return Wish(team_id, chosen.days[0], absence.last, band_id)
    gap = gap_at(week, chosen)
    if gap is not None and gap.lack is not Lack.TIMES:
        return wish_of(attendance, gap, team_id) or Wish(team_id, gap.day, gap.day)
    return Wish(team_id, chosen.day, chosen.day, None if isinstance(chosen.row, DayRow) else chosen.band.id)


def _one_band(bands: Sequence[Band], gaps: Iterable[Gap]) -> int | None:
    """The band that all the gaps lie in; None where it takes the whole day."""
    touched: set[int | None] = set()
    for gap in gaps:
        span = gap.span
        touched |= {band.id for band in bands if span and span[0] < band.end and band.start < span[1]} or {None}
    return touched.pop() if len(touched) == 1 else None
