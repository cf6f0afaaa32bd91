"""The sentence that ends the week's gaps: that the rest is covered, as far as it was really compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dagleder.base.findings import Level
from dagleder.base.text import and_list
from dagleder.presence.compared import compared
from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.gaps import Gap


@dataclass(frozen=True, slots=True)
class Rest:
    """`level` is OK where the rest is covered and INFO where that cannot be said. `plan_missing`: nothing is wanted."""

    text: str
    level: Level = Level.INFO
    plan_missing: bool = False


NO_PLAN: Final = Rest(
    "I har ikke skrevet, hvor mange I vil være. Skriv et minimum, så siger Dagleder til, når der mangler nogen.",
    plan_missing=True,
)
CLOSED: Final = Rest("Huset er lukket hele ugen.")
CANNOT_TELL: Final = Rest("Om tidsrummene er dækket, kan først siges, når mødetiderne er skrevet.")


def week_rest(days: Sequence[DayView], gaps: Iterable[Gap], team_id: int | None = None) -> Rest:
    """For all places of the house, or for one stue."""
    if all(view.closed for view in days):
        return CLOSED
    asking = [place for view in days for place in _places(view, team_id) if place.asks]
    found = compared(asking)
    if not found.anything and not found.uncertain:
        return NO_PLAN
    if not found.anything:
        return CANNOT_TELL
    rest = any(gap.level is not Level.INFO for gap in gaps)
    text = f"{'Resten af ugen' if rest else 'Hele ugen'} er dækket"
    if found.uncertain:
        text += ", så vidt det kan regnes ud"
    elif not found.bands:
        text += ", talt på hele dage"
    said = [f"{text}.", *_without_minimum(days, asking, team_id)]
    return Rest(" ".join(said), Level.INFO if found.uncertain else Level.OK)


def _places(view: DayView, team_id: int | None) -> Iterator[PlaceDay]:
    if team_id is None:
        yield from (*view.teams, *view.sites)
    elif team := view.team(team_id):
        yield team


def _without_minimum(days: Sequence[DayView], asking: Iterable[PlaceDay], team_id: int | None) -> Iterator[str]:
    """'Egernet og Ræven har intet minimum.': stuer that nothing is wanted of, nor of their matrikel."""
    if team_id is not None:
        return
    places = {place.place for place in asking}
    sites = {place.site_id for place in places}
    names: dict[str, None] = {}
    for view in days:
        for team in view.teams:
            site = view.standing.team_sites[team.place.team_id or 0]
            if team.place not in places and site not in sites and not view.standing.closing_of(team.place.team_id):
                names[team.name] = None
    if names:
        yield f"{and_list(list(names))} har intet minimum."
