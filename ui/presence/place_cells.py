"""The numbers of a place in the week's grid: five bands a day, each with how it stands against what is wanted."""

from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.presence.count import BandCount, PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.settings.staffing import Need
from ui.kit.grid_values import GridCell, Tone


def place_cell(band: BandCount, place: PlaceDay, view: DayView) -> GridCell:
    """Hatched where the place is closed; else the number, bold at the limit, underlined without pædagog."""
    if is_closed(band, place, view):
        return GridCell(closed=True)
    return GridCell(
        str(band.present),
        _tone(band),
        underlined=bool(band.present) and band.pedagogues < max(1, band.need.pedagogues),
        words=band_words(band, place),
    )


def is_closed(band: BandCount, place: PlaceDay, view: DayView) -> bool:
    """Whether nobody has to be at the place in that band."""
    standing = view.standing
    if place.place.site_id is not None:
        closed = place.place.site_id in standing.closed_sites
    else:
        closed = bool(standing.closing_of(place.place.team_id))
    return view.closed or closed or band.band.start >= standing.open_until


def band_words(band: BandCount, place: PlaceDay) -> str:
    """'0 på arbejde, mindst 1', '3 på arbejde, ingen pædagog, 2 uden mødetid'."""
    said = [f"{band.present} på arbejde", *need_words(band.need)]
    if band.present and not band.pedagogues:
        said.append("ingen pædagog")
    elif band.pedagogues < band.need.pedagogues:
        said.append(f"kun {plural(band.pedagogues, 'pædagog', 'pædagoger')}")
    if place.without_times:
        said.append(f"{place.without_times} uden mødetid")
    return ", ".join(said)


def need_words(need: Need) -> list[str]:
    """'mindst 1', 'helst 2', 'mindst 1 pædagog'."""
    said = [f"mindst {need.minimum}"] if need.minimum else []
    if need.wanted > need.minimum:
        said.append(f"helst {need.wanted}")
    if need.pedagogues:
        said.append(f"mindst {plural(need.pedagogues, 'pædagog', 'pædagoger')}")
    return said


def _tone(band: BandCount) -> Tone:
    need = band.need
    if band.level is Level.MUST:
        return Tone.BELOW
    if band.present < need.minimum:
        return Tone.PLAIN  # those without clock times may be there: nobody can tell
    if band.level is Level.SHOULD:
        return Tone.SHORT
    return Tone.LIMIT if need.minimum and band.present == need.minimum else Tone.PLAIN
