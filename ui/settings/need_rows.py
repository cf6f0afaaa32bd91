"""What is wanted of a place on a weekday, as the panel shows and changes it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dagleder.base.dates import WORKDAYS, span_text
from dagleder.settings.places import Band
from dagleder.settings.staffing import Need, NeedDraft, Needs, Place

WHOLE_DAY = None  # in place of a band's id


@dataclass(frozen=True)
class NeedLine:
    """One line of the panel: a band (or the day as a whole) with what is wanted then."""

    band_id: int | None
    name: str
    times: str
    need: Need


@dataclass(frozen=True)
class Plan:
    """What holds for one place in the week from `monday`."""

    place: Place
    monday: date
    bands: tuple[Band, ...]
    needs: Needs

    def lines(self, weekday: int) -> tuple[NeedLine, ...]:
        whole = NeedLine(WHOLE_DAY, "Hele dagen", "uanset tidsrum", self._need(weekday, WHOLE_DAY))
        return (
            *(NeedLine(b.id, b.name, span_text(b.start, b.end), self._need(weekday, b.id)) for b in self.bands),
            whole,
        )

    def same_all_days(self) -> bool:
        first = [line.need for line in self.lines(0)]
        return all([line.need for line in self.lines(day)] == first for day in range(1, WORKDAYS))

    def changed(self, weekdays: Sequence[int], band_id: int | None, need: Need) -> NeedDraft:
        """Another need for some weekdays, from this week on."""
        return NeedDraft(self.place, need, band_id, tuple(weekdays), self.monday)

    def spread(self, weekday: int) -> Iterator[NeedDraft]:
        """The numbers of one weekday for all five."""
        for line in self.lines(weekday):
            yield self.changed(range(WORKDAYS), line.band_id, line.need)

    def _need(self, weekday: int, band_id: int | None) -> Need:
        return self.needs.on(self.place, self.monday + timedelta(days=weekday), band_id)


def with_minimum(need: Need, minimum: int) -> Need:
    """Another minimum; a wish below it is lifted along."""
    return replace(need, minimum=minimum, wanted=max(need.wanted, minimum) if need.wanted else 0)


def with_pedagogue(need: Need, *, asked: bool) -> Need:
    """At least one pædagog, or none asked for; where two were asked for it stays two."""
    return replace(need, pedagogues=max(1, need.pedagogues) if asked else 0)
