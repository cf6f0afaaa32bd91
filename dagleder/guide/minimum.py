"""A quick proposal for the minimum staffing, reckoned from how many there are: a start to be mended, not a rule.

The law sets no number for a stue on a given day (dagtilbudsloven § 19 a counts a year's average for
the whole kommune), so every line is the house's own choice and says what it was reckoned from.
"""

from dataclasses import dataclass

from dagleder.base.dates import hours_text
from dagleder.base.law import full_time
from dagleder.base.text import plural

AFTERNOON = 13 * 60 + 30  # from here on the children are being fetched
EDGE_OF_HOUSE = 2  # the usual choice at opening and closing where a matrikel has several stuer

SOURCE = "jeres egen bemandingsplan. Loven sætter ikke et antal for en stue på en bestemt dag."


@dataclass(frozen=True)
class BandFrame:
    """A band of the house, as far as the proposal looks at it."""

    id: int
    name: str
    start_minute: int


@dataclass(frozen=True)
class TeamStaff:
    """Who belongs to a stue: heads, hours a week in minutes (unknown ones as full time), how many have clock times."""

    team_id: int
    name: str
    site_id: int
    people: int
    minutes: int
    pedagogues: int
    with_times: int


@dataclass(frozen=True)
class NeedProposal:
    """The same numbers for every weekday, for a stue or a matrikel, in one band or (None) for the day."""

    team_id: int | None
    site_id: int | None
    band_id: int | None
    minimum: int
    wanted: int
    pedagogues: int
    reason: str


def minimum_proposals(teams: tuple[TeamStaff, ...], bands: tuple[BandFrame, ...]) -> tuple[NeedProposal, ...]:
    """A line per stue and band, then per matrikel. A stue without people gets none."""
    staffed = [team for team in teams if team.people]
    shared = {team.site_id for team in staffed if _in_bands(team, bands) and _neighbours(team, staffed)}
    lines = [line for team in staffed for line in _team_lines(team, bands, shares_house=team.site_id in shared)]
    return (*lines, *(line for site_id in sorted(shared) for line in _site_lines(site_id, bands)))


def _neighbours(team: TeamStaff, teams: list[TeamStaff]) -> bool:
    return any(other.site_id == team.site_id and other is not team for other in teams)


def _in_bands(team: TeamStaff, bands: tuple[BandFrame, ...]) -> bool:
    """Whoever has no clock times is counted in no band: then only the day as a whole makes sense."""
    return bool(bands) and team.with_times * 2 >= team.people


def _team_lines(team: TeamStaff, bands: tuple[BandFrame, ...], *, shares_house: bool) -> list[NeedProposal]:
    if not _in_bands(team, bands):
        half = max(1, _share(team, 2))
        why = f"{_basis(team)} De fleste har ingen mødetider endnu, så tallet gælder dagen som helhed."
        return [NeedProposal(team.team_id, None, None, half, half + 1, 0, why)]
    return [_band_line(team, band, bands, shares_house=shares_house) for band in bands]


def _band_line(team: TeamStaff, band: BandFrame, bands: tuple[BandFrame, ...], *, shares_house: bool) -> NeedProposal:
    if band in (bands[0], bands[-1]):
        if shares_house:
            why = "Stuerne i huset er sammen om åbning og lukning."
            return NeedProposal(team.team_id, None, band.id, 0, 0, 0, why)
        why = "Stuen er alene på sin matrikel, så der er altid én."
        return NeedProposal(team.team_id, None, band.id, 1, 1, 0, why)
    if band.start_minute >= AFTERNOON:
        least = max(1, _share(team, 4))
        return NeedProposal(team.team_id, None, band.id, least, least + 1, 0, f"{_basis(team)} En fjerdedel, afrundet.")
    least = max(1, _share(team, 2))
    first_core = band == bands[1]
    # One pædagog of at least two, so that one of them may be away.
    pedagogues = 1 if first_core and team.pedagogues > 1 else 0
    extra = " Heraf én pædagog." if pedagogues else ""
    why = f"{_basis(team)} Halvdelen, afrundet.{extra}"
    return NeedProposal(team.team_id, None, band.id, least, least + 1, pedagogues, why)


def _site_lines(site_id: int, bands: tuple[BandFrame, ...]) -> list[NeedProposal]:
    why = "To åbner og to lukker i huset. Mange vælger to, så ingen er alene."
    return [
        NeedProposal(None, site_id, band.id, EDGE_OF_HOUSE, EDGE_OF_HOUSE, 0, why) for band in (bands[0], bands[-1])
    ]


def _share(team: TeamStaff, part: int) -> int:
    """The full-time positions divided by `part`, to the nearest whole (halves down)."""
    return (2 * team.minutes + part * full_time() - 1) // (2 * part * full_time())


def _basis(team: TeamStaff) -> str:
    people = plural(team.people, "medarbejder", "medarbejdere")
    tenths = (team.minutes * 10 + full_time() // 2) // full_time()
    positions = hours_text(tenths * 6)  # a tenth of an hour is six minutes, and reads as '4,8'
    return f"{people}, {hours_text(team.minutes)} timer om ugen: {positions} fuldtidsstillinger."
