"""Where the numbers of a place fall short of its need: pure arithmetic on quarters, before anything is put in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dagleder.base.findings import Level
from dagleder.presence.count import BandCount, Head, PlaceDay
from dagleder.presence.gaps import Lack
from dagleder.presence.quarters import Tally, quarters, spans

LEVELS = {
    Lack.MINIMUM: Level.MUST,
    Lack.PEDAGOGUES: Level.MUST,
    Lack.WANTED: Level.SHOULD,
    Lack.LIMIT: Level.INFO,
    Lack.TIMES: Level.SHOULD,
}


@dataclass(frozen=True, slots=True)
class Hole:
    """So many are there, so many are asked for; `span` None is the day as a whole."""

    lack: Lack
    span: tuple[int, int] | None
    present: int
    asked: int
    trained_too: int = 0  # pædagoger asked for besides


@dataclass(frozen=True, slots=True)
class Away:
    """What of the people of a place is taken away: in which quarters anybody, and how many for the day as a whole."""

    quarters: int
    people: int


def holes(place: PlaceDay, away: Away) -> list[Hole]:
    """Everything that `place` lacks on its day."""
    return [*_day_holes(place, away.people), *_hour_holes(place, away.quarters)]


def is_uncertain(place: PlaceDay) -> bool:
    """Whether some band would be covered if those without clock times were there: then nobody can tell."""
    return any(_Short(band, place.hours).uncertain for band in place.bands if band.window)


def _day_holes(place: PlaceDay, away: int) -> Iterator[Hole]:
    need = place.need
    if place.present < need.minimum:
        yield Hole(Lack.MINIMUM, None, place.present, need.minimum, need.pedagogues)
    elif place.pedagogues < need.pedagogues:
        yield Hole(Lack.PEDAGOGUES, None, place.pedagogues, need.pedagogues)
    elif place.present < need.wanted:
        yield Hole(Lack.WANTED, None, place.present, need.wanted)
    elif away and place.present == need.minimum > 0:
        yield Hole(Lack.LIMIT, None, place.present, need.minimum)


class _Short:
    """The quarters of one band that fall short, each by its gravest lack.

    What those without clock times could fill is no hole: it is `uncertain`.
    """

    def __init__(self, band: BandCount, head: Head) -> None:
        need, window = band.need, band.window
        below = head.everybody.below(need.minimum, window)
        untrained = head.trained.below(need.pedagogues, window)
        self.minimum = head.everybody.below(need.minimum - head.untimed, window)
        self.pedagogues = head.trained.below(need.pedagogues - head.untimed_pedagogues, window) & ~self.minimum
        self.wanted = head.everybody.below(need.wanted - head.untimed, window) & ~below & ~untrained
        short = below | untrained | head.everybody.below(need.wanted, window)
        self.uncertain = short & ~(self.minimum | self.pedagogues | self.wanted)
        self.limit = head.everybody.below(need.minimum + 1, window) & ~short if need.minimum else 0


def _hour_holes(place: PlaceDay, away: int) -> Iterator[Hole]:
    """Neighbouring quarters with the same lack and the same need make one hole, across bands.

    Where nobody is there and where somebody is, are holes of their own: 'ingen før kl. 8' must be true.
    """
    masks: defaultdict[tuple[Lack, int, int, bool], int] = defaultdict(int)
    for band in place.bands:
        if band.window:
            short = _Short(band, place.hours)
            masks_of_band = {
                (Lack.MINIMUM, band.need.minimum, band.need.pedagogues): short.minimum,
                (Lack.PEDAGOGUES, band.need.pedagogues, 0): short.pedagogues,
                (Lack.WANTED, band.need.wanted, 0): short.wanted,
                (Lack.LIMIT, band.need.minimum, 0): short.limit & away,
            }
            for key, mask in masks_of_band.items():
                nobody = _tally(key[0], place.hours).below(1, mask)
                masks[*key, True] |= nobody
                masks[*key, False] |= mask & ~nobody
    for (lack, asked, trained, _), mask in masks.items():
        for span in spans(mask):
            yield Hole(lack, span, _tally(lack, place.hours).lowest(quarters(*span)), asked, trained)


def _tally(lack: Lack, head: Head) -> Tally:
    return head.trained if lack is Lack.PEDAGOGUES else head.everybody
