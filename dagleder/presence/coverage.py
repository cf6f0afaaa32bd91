"""Can we cover? The gaps of a day and a week, worst first, in words and with two ways out of each.

The source is always the house's own staffing plan: the law sets no number for a stue on a given day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dagleder.base.dates import clock_text
from dagleder.presence.count import GRAVITY, HOUSE, PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.gaps import Gap, Lack
from dagleder.presence.holes import LEVELS, Away, Hole, holes, is_uncertain
from dagleder.presence.person_day import PersonDay
from dagleder.presence.quarters import quarters
from dagleder.presence.ways import enter_times, ways_out
from dagleder.presence.words import Spot, asked_text, headline, house_headline, missing_text, names_text, taken_text
from dagleder.settings.staffing import Place


def day_gaps(view: DayView) -> list[Gap]:
    """Every gap of a date: stue by stue, then the matrikler. Where all stuer are empty at once, it is said once."""
    found = [
        (place, hole) for place in (*view.teams, *view.sites) if place.asks for hole in holes(place, _away(place, view))
    ]
    empty = _empty_house(view, [(place, hole) for place, hole in found if place.place.team_id is not None])
    gaps = [_house_gap(span, view) for span in empty]
    gaps += [_gap(place, hole, view) for place, hole in found if not (hole.span in empty and not hole.present)]
    return gaps


def week_gaps(days: Sequence[DayView]) -> tuple[Gap, ...]:
    """The gaps of several days, worst first; per stue one more where clock times are missing."""
    gaps = [gap for view in days for gap in day_gaps(view)]
    return tuple(sorted([*gaps, *_without_times(days)], key=_badness))


def _badness(gap: Gap) -> tuple[object, ...]:
    """Gravest first; then where nobody is, where most are missing, and in order of time."""
    return GRAVITY[gap.level], gap.present > 0, gap.present - gap.asked, gap.day, gap.span or (0, 0)


def _away(place: PlaceDay, view: DayView) -> Away:
    """Who was to work at the place and is not there: absent, at something, or lent out."""
    teams = view.teams_of(place.place)
    mask = people = 0
    for person in view.people:
        missed = person.counted and person.home_id in teams and not person.reckoned_without
        if missed and person.shift:
            people += not (person.present and person.day_team in teams)
            there = 0
            for start, end, team in person.stints:
                if team in teams:
                    there |= quarters(start, end)
            mask |= quarters(*person.shift.span) & ~there if person.shift.span else 0
    return Away(mask, people)


def _reckoned_with(place: Place, view: DayView) -> list[PersonDay]:
    return [person for person in view.people_of(place) if not person.reckoned_without]


def _gap(place: PlaceDay, hole: Hole, view: DayView) -> Gap:
    spot = Spot(view.teams_of(place.place), hole.span, view.standing, view.team_names)
    people = _reckoned_with(place.place, view)
    here = [person for person in people if spot.covered_by(person)]
    return _worded(place.place, hole, view, people, headline(place.name, hole, view.standing, view.opening, here))


def _worded(place: Place, hole: Hole, view: DayView, people: Sequence[PersonDay], head: str) -> Gap:
    if hole.lack is Lack.PEDAGOGUES:
        people = [person for person in people if person.pedagogue]
    spot = Spot(view.teams_of(place), hole.span, view.standing, view.team_names)
    told = taken_text if hole.lack is Lack.LIMIT else missing_text
    on_screen, on_paper = (told(people, spot, paper=paper) for paper in (False, True))
    asked = "" if place == HOUSE else asked_text(hole)
    return Gap(
        level=LEVELS[hole.lack],
        lack=hole.lack,
        day=view.day,
        place=place,
        span=hole.span,
        present=hole.present,
        asked=hole.asked,
        headline=head,
        explanation=f"{on_screen} {asked}".strip(),
        paper=f"{on_paper} {asked}".strip(),
        ways=ways_out(place, hole, view, people),
    )


def _empty_house(view: DayView, found: Iterable[tuple[PlaceDay, Hole]]) -> set[tuple[int, int]]:
    """The spans in which every stue that needs somebody (two at least) has nobody."""
    empty: defaultdict[tuple[int, int], int] = defaultdict(int)
    for _, hole in found:
        if hole.lack is Lack.MINIMUM and hole.span and not hole.present:
            empty[hole.span] += 1
    asking = {
        span: sum(
            any(band.window & quarters(*span) and band.need.minimum for band in place.bands) for place in view.teams
        )
        for span in empty
    }
    return {span for span, count in empty.items() if 1 < count == asking[span]}


def _house_gap(span: tuple[int, int], view: DayView) -> Gap:
    asked = sum(
        max((band.need.minimum for band in place.bands if band.window & quarters(*span)), default=0)
        for place in view.teams
    )
    hole = Hole(Lack.MINIMUM, span, 0, asked)
    gap = _worded(HOUSE, hole, view, _reckoned_with(HOUSE, view), house_headline(view.standing, span, view.opening))
    closing = f" Huset lukker kl. {clock_text(view.opening[1])}." if span[1] >= view.opening[1] else ""
    return replace(gap, explanation=gap.explanation + closing, paper=gap.paper + closing)


def _without_times(days: Sequence[DayView]) -> Iterator[Gap]:
    """One gap per place and week where those without clock times decide whether it is covered."""
    first: dict[Place, tuple[PlaceDay, DayView]] = {}
    for view in days:
        for place in (*view.teams, *view.sites):
            if place.asks and is_uncertain(place):
                first.setdefault(place.place, (place, view))
    for place, view in first.values():
        people = [person for person in view.people_of(place.place) if person.untimed]
        text = f"{names_text([person.called for person in people])} har timer, men ingen mødetider, "
        text += "og tæller kun med for hele dagen. Derfor kan tidsrummene ikke regnes ud."
        yield Gap(
            level=LEVELS[Lack.TIMES],
            lack=Lack.TIMES,
            day=view.day,
            place=place.place,
            span=None,
            present=place.present,
            asked=place.minimum,
            headline=f"{place.name}: {len(people)} uden mødetid",
            explanation=text,
            paper=text,
            ways=enter_times(people),
        )
