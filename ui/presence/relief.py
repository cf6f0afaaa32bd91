"""Who could help on a stue: people of other stuer with what it costs there, and who is free. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dagleder.base.dates import WORKDAYS, days_between, span_text, weekday_text
from dagleder.base.text import plural
from dagleder.presence.attendance import ON_CALL_ROLE, Attendance
from dagleder.presence.day_view import DayView
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.person_day import NOT_EMPLOYED, OFF, PersonDay
from dagleder.presence.quarters import quarters
from dagleder.settings.places import Band
from dagleder.staff.roles import role_name


@dataclass(frozen=True)
class Wish:
    """Where and when somebody is wanted; `band_id` None is the whole day."""

    team_id: int
    first: date
    last: date
    band_id: int | None = None


@dataclass(frozen=True)
class Helper:
    """Somebody who could come, and on how many of the `days`.

    Where she is lent from `left` are left, `margin` more than the minimum. `whole_day`: she can only be lent for that.
    """

    employee_id: int
    name: str
    called: str
    text: str
    margin: int = 0
    left: int = 0
    days: int = 0
    whole_day: bool = False


@dataclass(frozen=True)
class Cost:
    """What is left on a stue in a band (or on the day) when she goes."""

    margin: int
    left: int
    text: str


def lenders(attendance: Attendance, wish: Wish, only: frozenset[int] = frozenset()) -> tuple[Helper, ...]:
    """Who is on another stue then, those who can best be spared first; with `only` no others."""
    return _spared(attendance, wish, lambda person, day: _cost(attendance, wish, person, day), only)


def untimed_lenders(attendance: Attendance, wish: Wish) -> tuple[Helper, ...]:
    """Who is at work on another stue without clock times, and so perhaps in the band: lent for the whole day.

    Where the whole day is wanted they stand among the lenders.
    """
    window = _window(attendance, wish)
    whole = replace(wish, band_id=None)

    def cost(person: PersonDay, day: date) -> Cost | None:
        perhaps = person.untimed and not person.is_away(window, day)
        return _cost(attendance, whole, person, day) if perhaps else None

    found = _spared(attendance, whole, cost) if wish.band_id is not None else ()
    return tuple(replace(helper, whole_day=True) for helper in found)


def _spared(
    attendance: Attendance,
    wish: Wish,
    cost_of: Callable[[PersonDay, date], Cost | None],
    only: frozenset[int] = frozenset(),
) -> tuple[Helper, ...]:
    days = open_days(attendance, wish)
    found: dict[int, list[tuple[PersonDay, Cost]]] = {}
    for day in days:
        for person in attendance.day(day).people:
            if person.person and person.counted and (not only or person.person.id in only):
                cost = cost_of(person, day)
                if cost is not None:
                    found.setdefault(person.person.id, []).append((person, cost))
    helpers = [_lender(employee_id, costs, len(days)) for employee_id, costs in found.items()]
    return tuple(sorted(helpers, key=lambda helper: (-helper.days, -helper.margin, -helper.left, helper.name)))


def free_people(attendance: Attendance, wish: Wish) -> tuple[Helper, ...]:
    """Who is employed and neither at work nor away, on every day; timevikarer first, then those of the stue."""
    days = open_days(attendance, wish)
    if not days:
        return ()
    by_day = [attendance.free(day, wish.band_id) for day in days]
    always = set.intersection(*({p.person.id for p in free if p.person} for free in by_day))
    free = [person for person in by_day[0] if person.person and person.person.id in always]
    free.sort(key=lambda each: _nearness(each, wish.team_id))
    return tuple(_free(person, days[0]) for person in free)


def _nearness(person: PersonDay, team_id: int) -> int:
    """Timevikarer come first, then those of the stue itself."""
    if person.person and person.person.role == ON_CALL_ROLE:
        return 0
    return 1 if person.home_id == team_id else 2


def on_call_away(attendance: Attendance, wish: Wish) -> tuple[str, ...]:
    """The timevikarer who cannot come, and why: 'Maja (ferie)'."""
    free = {helper.employee_id for helper in free_people(attendance, wish)}
    told: dict[int, str] = {}
    for day in open_days(attendance, wish):
        for each in attendance.day(day).people:
            person = each.person
            on_call = person and person.role == ON_CALL_ROLE and each.why_off != NOT_EMPLOYED
            if person and on_call and person.id not in free:
                why = KIND_BY_KEY[each.absences[0].kind].name.lower() if each.absences else "på arbejde"
                told.setdefault(person.id, f"{person.called} ({why})")
    return tuple(told.values())


def open_days(attendance: Attendance, wish: Wish) -> list[date]:
    """The days of the wish, as far as they were read, on which the stue is open."""
    last = min(wish.last, attendance.facts.last)
    return [
        day
        for day in days_between(max(wish.first, attendance.facts.first), last)
        if day.weekday() < WORKDAYS
        and not attendance.day(day).closed
        and not attendance.day(day).standing.closing_of(wish.team_id)
    ]


def _cost(attendance: Attendance, wish: Wish, person: PersonDay, day: date) -> Cost | None:
    """What it costs where she is; None when she is not on another stue in the band (or most of the day)."""
    view = attendance.day(day)
    place = _whereabouts(person, _window(attendance, wish)) if wish.band_id is not None else person.day_team
    if place is None or place == wish.team_id:
        return None
    name = view.team_names[place]
    costs = [
        _band_cost(attendance, day, band, (person, place, name))
        for band in view.bands
        if wish.band_id in (None, band.id) and _is_there(person, place, (band.start, band.end))
    ]
    return min(costs, key=lambda cost: cost.margin) if costs else _day_cost(view, person, place)


def _day_cost(view: DayView, person: PersonDay, team_id: int) -> Cost:
    """What is left on the day as a whole where she has no clock times."""
    stue = view.team(team_id)
    left, minimum = (stue.present - 1, stue.need.minimum) if stue else (0, 0)
    asked = f", mindst {minimum}" if minimum else ""
    untimed = ", uden mødetid" * bool(person.untimed)
    return Cost(left - minimum, left, f"{view.team_names[team_id]}{untimed}: {left or 'ingen'} tilbage{asked}")


def _band_cost(attendance: Attendance, day: date, band: Band, whom: tuple[PersonDay, int, str]) -> Cost:
    """What is left in a band on the stue she is taken from."""
    person, team_id, name = whom
    taken = frozenset({person.person.id}) if person.person else frozenset()
    left = next((p for p in attendance.remaining(day, band.start, band.end, taken) if p.team_id == team_id), None)
    if left is None:  # nobody is left, and nobody is asked for
        return Cost(0, 0, f"{name}, {band.name.lower()}: ingen tilbage")
    asked = f", mindst {left.minimum}" if left.minimum else ""
    text = f"{name}, {band.name.lower()}: {left.present or 'ingen'} tilbage{asked}"
    return Cost(left.present - left.minimum, left.present, text)


def _window(attendance: Attendance, wish: Wish) -> tuple[int, int]:
    bands = attendance.facts.house.bands
    return next(((band.start, band.end) for band in bands if band.id == wish.band_id), attendance.opening)


def _whereabouts(person: PersonDay, window: tuple[int, int]) -> int | None:
    """The stue she is on all of the time from–to."""
    asked = quarters(*window)
    for start, end, team in person.stints:
        if not asked & ~quarters(start, end):
            return team
    return None


def _is_there(person: PersonDay, team_id: int, window: tuple[int, int]) -> bool:
    return any(team == team_id and start < window[1] and window[0] < end for start, end, team in person.stints)


def _lender(employee_id: int, costs: Iterable[tuple[PersonDay, Cost]], of_days: int) -> Helper:
    told = list(costs)
    person, worst = min(told, key=lambda each: each[1].margin)
    some = f" ({len(told)} af {plural(of_days, 'dag', 'dage')})" if len(told) < of_days else ""
    return Helper(employee_id, person.name, person.called, f"{worst.text}{some}", worst.margin, worst.left, len(told))


def _free(person: PersonDay, day: date) -> Helper:
    if person.person is None:
        raise ValueError("a vikar from outside is not on the staff")
    return Helper(person.person.id, person.name, person.called, ", ".join(_why_free(person, day)))


def _why_free(person: PersonDay, day: date) -> Iterator[str]:
    if person.person:
        yield role_name(person.person.role)
    if person.stints:
        yield "arbejder " + ", ".join(span_text(start, end) for start, end, _ in person.stints)
    elif person.why_off == OFF and person.person and person.person.employment.pattern_on(day):
        yield f"fri {weekday_text(day)}"
