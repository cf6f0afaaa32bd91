"""What the table of minimum staffing shows: the house's own numbers where it has any, else a proposal. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dagleder.base.dates import span_text
from dagleder.guide.minimum import NeedProposal
from dagleder.settings.places import Band, Site, Team
from dagleder.settings.staffing import NO_NEED, Need, NeedDraft, NeedRow, Place

WHOLE_DAY = None


@dataclass(frozen=True)
class Column:
    """A band, or the day as a whole."""

    band_id: int | None
    name: str
    times: str


@dataclass(frozen=True)
class PlaceLine:
    """One stue or matrikel: its number in each column, and what they were reckoned from. `own`: kept already."""

    place: Place
    name: str
    needs: dict[int | None, Need]
    reasons: tuple[str, ...]
    own: bool


def columns(lines: Sequence[PlaceLine], bands: Sequence[Band]) -> tuple[Column, ...]:
    """The bands, where any number belongs to one; the whole day, where one belongs to that."""
    used = {band_id for line in lines for band_id in line.needs}
    shown = [Column(band.id, band.name, span_text(band.start, band.end)) for band in bands if used - {WHOLE_DAY}]
    return (*shown, Column(WHOLE_DAY, "Hele dagen", "")) if WHOLE_DAY in used else tuple(shown)


def place_lines(
    proposals: Sequence[NeedProposal], teams: Sequence[Team], sites: Sequence[Site], rows: Sequence[NeedRow]
) -> tuple[PlaceLine, ...]:
    """A line for each place that has numbers or is proposed some, the stuer first."""
    names = [(Place(team_id=team.id), team.name) for team in teams]
    names += [(Place(site_id=site.id), f"Hele {site.name}") for site in sites]
    found = [_line(place, name, proposals, rows) for place, name in names]
    return tuple(line for line in found if line.needs)


def _line(place: Place, name: str, proposals: Sequence[NeedProposal], rows: Sequence[NeedRow]) -> PlaceLine:
    own = {row.band_id: row.need for row in rows if row.place == place and row.weekday == 0 and row.need != NO_NEED}
    if own:
        return PlaceLine(place, name, own, ("Jeres egne tal.",), own=True)
    asked = [each for each in proposals if Place(each.team_id, each.site_id) == place]
    needs = {each.band_id: Need(each.minimum, each.wanted, each.pedagogues) for each in asked}
    return PlaceLine(place, name, needs, tuple(dict.fromkeys(each.reason for each in asked)), own=False)


def changed(need: Need, minimum: int) -> Need:
    """Another minimum; what is wanted and how many pædagoger follow, so that they never ask for the impossible."""
    wanted = max(need.wanted, minimum) if need.wanted else 0
    return replace(need, minimum=minimum, wanted=wanted, pedagogues=min(need.pedagogues, minimum))


def drafts_of(line: PlaceLine, minimums: dict[int | None, int]) -> list[NeedDraft]:
    """What is to be kept of one line: of its own numbers the changed ones, of a proposal all."""
    found = []
    for band_id, minimum in minimums.items():
        need = line.needs.get(band_id, NO_NEED)
        new = need if minimum == need.minimum else changed(need, minimum)
        if new != need or not (line.own or new == NO_NEED):
            found.append(NeedDraft(line.place, new, band_id))
    return found
