"""What becomes of the coverage when somebody's time in the house is another: told before it is saved. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from dagleder.base.dates import day_text, week_number, weekday_text
from dagleder.base.findings import Level
from dagleder.base.text import and_list, plural
from dagleder.presence.attendance import Attendance
from dagleder.presence.compared import compared
from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.facts import House
from dagleder.presence.gaps import Gap, Lack
from dagleder.presence.holes import is_uncertain
from dagleder.presence.words import when_text
from dagleder.staff.employment import Employment
from dagleder.staff.work_meaning import Meaning

_COUNTS: Final = ("ingen", "én", "to", "tre", "fire", "fem")
_TOLD: Final = (Lack.MINIMUM, Lack.PEDAGOGUES, Lack.WANTED)
_MOST: Final = 3
_FEW_WEEKS: Final = 3

COVERED: Final = Meaning("Bemandingen holder", "Ingen stue kommer til at mangle nogen i de næste uger.", Level.OK)
COVERED_BY_DAYS: Final = Meaning(
    "Bemandingen holder på hele dage",
    "Jeres minimum her gælder hele dagen. Tidsrummene er ikke sammenlignet.",
    Level.OK,
)


def with_employment(attendance: Attendance, employment: Employment) -> Attendance:
    """The same days with one person's time in the house replaced."""
    facts = attendance.facts
    person = facts.people.get(employment.employee_id)
    if person is None:
        return attendance
    people = {**facts.people, person.id: replace(person, employment=employment)}
    return Attendance(replace(facts, people=people))


def coverage_meaning(before: Attendance, after: Attendance) -> tuple[Meaning, ...]:
    """What lacks in `after` that did not in `before`, gravest first; that nothing does is said where it was compared.

    Nothing at all where the house has not written down how many it wants to be.
    """
    house = before.facts.house
    known = {_key(gap) for gap in before.gaps()}
    new = [gap for gap in after.gaps() if gap.lack in _TOLD and _key(gap) not in known]
    alike: defaultdict[tuple[object, ...], list[Gap]] = defaultdict(list)
    for gap in new:
        alike[gap.place, gap.day.weekday(), gap.lack, gap.span].append(gap)
    found = [_meaning(gaps, house) for gaps in alike.values()]
    if len(found) > _MOST:
        rest = plural(len(found) - _MOST, "hul", "huller")
        found = [*found[:_MOST], Meaning(f"Og {rest} til", "Huller på andre dage og stuer.", Level.SHOULD, rest=True)]
    return tuple(found) or tuple(_nothing_new(before, after))


def _nothing_new(before: Attendance, after: Attendance) -> Iterator[Meaning]:
    """That it holds, as far as the places of whoever changed could be compared with what is wanted of them."""
    changed = {who for who, person in after.facts.people.items() if person is not before.facts.people[who]}
    days = zip(before.days(), after.days(), strict=True)
    places = [place for was, view in days for place in _places_of(changed, (was, view)) if place.asks]
    found = compared(places)
    if found.uncertain:
        names = and_list(list(dict.fromkeys(place.name for place in places if is_uncertain(place))))
        text = "Ikke alle har mødetider, så tidsrummene kan ikke sammenlignes med jeres minimum."
        yield Meaning(f"Bemandingen på {names} kan ikke regnes ud", text, Level.INFO, opens="presence")
    elif found.anything:
        yield COVERED if found.bands else COVERED_BY_DAYS


def _places_of(people: Collection[int], views: tuple[DayView, DayView]) -> Iterator[PlaceDay]:
    """The stuer and matrikler where any of them belonged or was on the day, and does or is now, as they are now."""
    days = [day for view in views for day in view.people if day.person and day.person.id in people]
    for place in (*views[1].teams, *views[1].sites):
        teams = views[1].teams_of(place.place)
        if any(day.home_id in teams or any(day.on(team) for team in teams) for day in days):
            yield place


def _key(gap: Gap) -> tuple[object, ...]:
    return gap.place, gap.day, gap.lack, gap.span, gap.present


def _meaning(gaps: Iterable[Gap], house: House) -> Meaning:
    """Gaps on the same weekday, place and time of day, in one."""
    first, *rest = sorted(gaps, key=lambda gap: gap.day)
    weeks = [week_number(gap.day) for gap in (first, *rest)]
    missing = _COUNTS[min(first.asked - first.present, len(_COUNTS) - 1)]
    lacks = {
        Lack.MINIMUM: f"mangler {missing}",
        Lack.PEDAGOGUES: "mangler en pædagog",
        Lack.WANTED: f"er {missing} færre end ønsket",
    }
    when = f"{weekday_text(first.day)} {_when(first, house)}".strip()
    title = f"{_place_name(first, house)} {lacks[first.lack]} {when} {_weeks_text(weeks)}"
    said = f"{day_text(first.day)}: {first.present} på arbejde."
    return Meaning(
        title, f"{said} {first.explanation}", first.level, opens="presence", paper=f"{said} {first.paper}".strip()
    )


def _place_name(gap: Gap, house: House) -> str:
    for team in house.teams:
        if team.id == gap.place.team_id:
            return team.name
    return next((site.name for site in house.sites if site.id == gap.place.site_id), "Huset")


def _when(gap: Gap, house: House) -> str:
    """'eftermiddag' for a band as it is, else its time of day."""
    if gap.span is None:
        return ""
    band = next((band.name for band in house.bands if (band.start, band.end) == gap.span), None)
    opening = house.bands[0].start, max(band.end for band in house.bands)
    return band.lower() if band else when_text(gap.span, opening)


def _weeks_text(weeks: list[int]) -> str:
    """'i uge 17', 'i uge 17, 19 og 21', 'fra uge 17, 6 gange'."""
    if len(weeks) > _FEW_WEEKS:
        return f"fra uge {weeks[0]}, {len(weeks)} gange"
    return f"i uge {and_list([str(week) for week in weeks])}"
