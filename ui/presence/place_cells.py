"""The numbers of a place in the week's grid: of the bands and of the day, each as it stands against what is wanted."""

from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.presence.count import BandCount, PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.words import band_number
from dagleder.settings.staffing import Need
from ui.kit.grid_values import GridCell, Tone


def place_cell(band: BandCount, place: PlaceDay, view: DayView) -> GridCell:
    """Hatched where the place is closed; else the number ('–' where it cannot be told), underlined without pædagog."""
    if is_closed(band, place, view):
        return GridCell(closed=True)
    return GridCell(
        band_number(place, band),
        _tone(band, place),
        underlined=place.surely_without_pedagogue(band),
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


def day_cell(place: PlaceDay, view: DayView, *, shown: bool) -> GridCell:
    """The number of the day as a whole; `shown` in one of its columns, told in all of them."""
    if all(is_closed(band, place, view) for band in place.bands):
        return GridCell(closed=True)
    words = day_words(place)
    return GridCell(str(place.present), _day_tone(place), words=words) if shown else GridCell(words=words)


def day_words(place: PlaceDay) -> str:
    """'5 på arbejde, mindst 3, 2 uden mødetid'."""
    said = [f"{place.present} på arbejde", *need_words(place.need)]
    if place.need.pedagogues > place.pedagogues:
        said.append(f"kun {plural(place.pedagogues, 'pædagog', 'pædagoger')}")
    if place.without_times:
        said.append(f"{place.without_times} uden mødetid")
    return ", ".join(said)


def _day_tone(place: PlaceDay) -> Tone:
    tones = {Level.MUST: Tone.BELOW, Level.SHOULD: Tone.SHORT, Level.INFO: Tone.LIMIT, Level.OK: Tone.PLAIN}
    return tones[place.day_level]


def band_words(band: BandCount, place: PlaceDay) -> str:
    """'0 på arbejde, mindst 1', '3 på arbejde, ingen pædagog, 2 uden mødetid', 'kan ikke siges, 2 uden mødetid'."""
    told = place.told(band)
    said = [f"{band.present} på arbejde" if told else "kan ikke siges", *need_words(band.need)]
    if place.surely_without_pedagogue(band):
        few = f"kun {plural(band.pedagogues, 'pædagog', 'pædagoger')}"
        said.append(few if band.pedagogues else "ingen pædagog")
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


def _tone(band: BandCount, place: PlaceDay) -> Tone:
    """Where those without clock times may fill what lacks, nobody can tell: no more than the number is shown."""
    need = band.need
    if band.level is Level.MUST:
        return Tone.BELOW
    if place.without_times and band.present + place.without_times >= max(need.minimum, need.wanted):
        return Tone.PLAIN
    if band.level is Level.SHOULD:
        return Tone.SHORT
    return Tone.LIMIT if need.minimum and band.present == need.minimum else Tone.PLAIN
