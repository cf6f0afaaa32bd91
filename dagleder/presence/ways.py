"""Two ways out of a gap, of those that can really be taken."""

from collections.abc import Iterable, Iterator
from itertools import islice

from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.gaps import Lack, Way, WayOut
from dagleder.presence.holes import Hole
from dagleder.presence.person_day import ALL_DAY, PersonDay, engagement_span
from dagleder.presence.quarters import quarters
from dagleder.presence.words import Spot
from dagleder.settings.staffing import Place

EDIT_NEED = WayOut(Way.EDIT_NEED, "Ret minimum")
SUBSTITUTE = WayOut(Way.SUBSTITUTE, "Sæt vikar på")


def ways_out(place: Place, hole: Hole, view: DayView, people: Iterable[PersonDay]) -> tuple[WayOut, ...]:
    """The two nearest: move the meeting, borrow from a stue with one to spare, a vikar, the minimum itself."""
    return tuple(islice(_all_ways(place, hole, view, people), 2))


def _all_ways(place: Place, hole: Hole, view: DayView, people: Iterable[PersonDay]) -> Iterator[WayOut]:
    yield from islice(_meetings(hole, view, people), 1)
    if hole.lack is not Lack.LIMIT:
        yield from islice(_loans(place, hole, view), 1)
    yield SUBSTITUTE
    yield EDIT_NEED


def enter_times(people: Iterable[PersonDay]) -> tuple[WayOut, ...]:
    """What helps where nobody can tell."""
    ids = tuple(person.person.id for person in people if person.person)
    return WayOut(Way.ENTER_TIMES, "Skriv mødetider", employee_ids=ids), EDIT_NEED


def _meetings(hole: Hole, view: DayView, people: Iterable[PersonDay]) -> Iterator[WayOut]:
    start, end = hole.span or ALL_DAY
    for person in people:
        for engagement in person.engagements:
            begins, ends = engagement_span(engagement, view.day)
            if begins < end and start < ends:
                yield WayOut(Way.MOVE_MEETING, "Flyt mødet", where_to_open=engagement.where_to_open)


def _loans(place: Place, hole: Hole, view: DayView) -> Iterator[WayOut]:
    """The stuer that can spare somebody all the time, those with most such people first."""
    own = view.teams_of(place)
    offers = []
    for other in view.teams:
        team_id = other.place.team_id
        if team_id not in own and team_id is not None:
            spare = _to_spare(other, team_id, hole, view)
            if spare:
                offers.append((-len(spare), WayOut(Way.BORROW, f"Lån fra {other.name}", team_id, spare)))
    return (way for _, way in sorted(offers, key=lambda offer: offer[0]))


def _to_spare(other: PlaceDay, team_id: int, hole: Hole, view: DayView) -> tuple[int, ...]:
    """Those who are on `other` all the time, any one of whom it could do without."""
    helper = _keeps_enough(other, hole, trained=0) and hole.lack is not Lack.PEDAGOGUES
    pedagogue = _keeps_enough(other, hole, trained=1)
    if not helper and not pedagogue:
        return ()
    spot = Spot(frozenset({team_id}), hole.span, view.standing, {})
    return tuple(
        person.person.id
        for person in view.people
        if person.person and person.counted
        if (pedagogue if person.pedagogue else helper) and spot.covered_by(person)
    )


def _keeps_enough(other: PlaceDay, hole: Hole, *, trained: int) -> bool:
    """Whether `other` keeps what it needs when one goes, a pædagog (`trained` 1) or another (0)."""
    if hole.span is None:
        return other.present > other.need.minimum and other.pedagogues - trained >= other.need.pedagogues
    window = quarters(*hole.span)
    left, pedagogues = other.hours.everybody.lowest(window) - 1, other.hours.trained.lowest(window) - trained
    touched = [band.need for band in other.bands if band.window & window]
    return all(left >= need.minimum and pedagogues >= need.pedagogues for need in touched)
