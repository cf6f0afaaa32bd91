"""How far the numbers of a place can be compared with what is wanted of it: 'dækket' is said of nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from dagleder.presence.count import PlaceDay
from dagleder.presence.holes import is_uncertain
from dagleder.settings.staffing import NO_NEED


@dataclass(frozen=True, slots=True)
class Compared:
    """`bands`: some are compared for certain. `whole_days`: numbers for the day as a whole are.

    `uncertain`: somewhere nobody can tell, because clock times are missing.
    """

    bands: bool
    whole_days: bool
    uncertain: bool

    @property
    def anything(self) -> bool:
        return self.bands or self.whole_days


def compared(places: Iterable[PlaceDay]) -> Compared:
    """What of all the places, each on its day, was compared."""
    bands = whole_days = uncertain = False
    for place in places:
        whole_days = whole_days or place.need != NO_NEED
        if is_uncertain(place):
            uncertain = True
        else:
            bands = bands or any(band.window for band in place.bands)
    return Compared(bands, whole_days, uncertain)
