"""Who is there: days and weeks reckoned from facts that were read once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from dagleder.base.dates import days_between, monday_of
from dagleder.base.errors import Bug
from dagleder.calendars.weeks import days_of_week
from dagleder.presence.count import HOUSE, PlaceDay, place_counts, team_counts
from dagleder.presence.coverage import week_gaps
from dagleder.presence.day_view import DayView
from dagleder.presence.facts import Facts
from dagleder.presence.gaps import Gap
from dagleder.presence.happenings import NOTHING, Calendar
from dagleder.presence.person_day import (
    NOT_EMPLOYED,
    Frame,
    PersonDay,
    person_day,
    stranger_day,
)
from dagleder.presence.quarters import quarters
from dagleder.presence.rest import week_rest
from dagleder.presence.standing import standing
from dagleder.presence.views import BandPeople, Remaining, WeekView
from dagleder.presence.week_rows import team_weeks
from dagleder.settings.staffing import Place

ON_CALL_ROLE: Final = "V"


class Attendance:
    """Answers for the dates of its facts, each reckoned when first asked for. No database behind it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._calendar = Calendar(facts)
        self._days: dict[date, DayView] = {}
        self._frames: dict[date, Frame] = {}
        self._staff: defaultdict[date, dict[int, PersonDay]] = defaultdict(dict)
        bands = facts.house.bands
        self._windows: dict[int | None, tuple[int, int]] = {band.id: (band.start, band.end) for band in bands}
        self._windows[None] = (bands[0].start, max(band.end for band in bands))

    @property
    def opening(self) -> tuple[int, int]:
        """When the first band begins and the last one ends."""
        return self._windows[None]

    def day(self, day: date) -> DayView:
        """Everybody and every place on `day`, which must lie within the facts (else absence would be missing)."""
        if day not in self._days:
            self._days[day] = self._reckoned(day)
        return self._days[day]

    def staff(self, who: Iterable[int], day: date) -> Iterator[PersonDay]:
        """Some of the staff on `day`: nobody else is reckoned for their sake."""
        found = self._staff[day]
        wanted = [self.facts.people[employee_id] for employee_id in who]
        if lacking := [person for person in wanted if person.id not in found]:
            frame = self._frame(day)
            found |= {person.id: person_day(person, frame, self._calendar.of(person.id, day)) for person in lacking}
        return (found[person.id] for person in wanted)

    def anything_happens(self, employee_id: int, day: date) -> bool:
        """Whether the day is anything but her ordinary one: absence, loan, vikariat, meeting."""
        return self._calendar.of(employee_id, day) is not NOTHING

    def days(self) -> Iterable[DayView]:
        """Every date of the facts."""
        return (self.day(day) for day in days_between(self.facts.first, self.facts.last))

    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of all dates of the facts, worst first."""
        return week_gaps(tuple(self.days()))

    def week(self, monday: date, team_id: int | None = None) -> WeekView:
        """The week of all stuer, or of one: its lines, its gaps and those of the whole house."""
        days = tuple(self.day(day) for day in days_of_week(monday_of(monday)))
        gaps, teams = week_gaps(days), team_weeks(self.facts, days)
        if team_id is not None:
            teams = tuple(each for each in teams if each.team and each.team.id == team_id)
            gaps = tuple(gap for gap in gaps if gap.place in {HOUSE, Place(team_id=team_id)})
        return WeekView(days[0].day, days, teams, gaps, week_rest(days, gaps, team_id), team_id)

    def _reckoned(self, day: date) -> DayView:
        house, frame = self.facts.house, self._frame(day)
        stands = frame.standing
        people = list(self.staff(self.facts.people, day))
        strangers = (stranger_day(substitute, frame) for substitute in self._calendar.strangers(day))
        people += [stranger for stranger in strangers if stranger]
        counts = place_counts(house, stands, people)
        groups = {person.group for person in self.facts.people.values() if person.employment.employed_on(day)}
        places = counts.house, counts.sites, counts.teams, counts.homeless
        return DayView(day, stands, stands.notes(groups), house.bands, *places, tuple(people))

    def _frame(self, day: date) -> Frame:
        if not self.facts.first <= day <= self.facts.last:
            raise Bug(f"{day} lies outside what was read")
        if day not in self._frames:
            house = self.facts.house
            self._frames[day] = Frame(standing(day, house), self._windows, house.counts_leader)
        return self._frames[day]

    def band_people(self, team_id: int, day: date, band_id: int | None = None) -> BandPeople:
        """Who is on a stue in a band (None: on the day as a whole)."""
        view = self.day(day)
        window = self._windows[band_id] if band_id is not None else None
        sorted_out: dict[str, list[PersonDay]] = {"here": [], "partly": [], "without_times": [], "not_here": []}
        for person in view.people_of(Place(team_id=team_id)):
            sorted_out[_where(person, team_id, window)].append(person)
        return BandPeople(**{key: tuple(people) for key, people in sorted_out.items()})

    def free(self, day: date, band_id: int | None = None) -> tuple[PersonDay, ...]:
        """Who on the staff could be a vikar in a band (None: on the day): employed, not away, not at work then.

        Timevikarer first. Whoever works without clock times may be at work and is left out.
        """
        window = self._windows[band_id]
        found = [each for each in self.day(day).people if each.person and _is_free(each, window, day)]
        return tuple(sorted(found, key=lambda each: each.person is not None and each.person.role != ON_CALL_ROLE))

    def remaining(self, day: date, start: int, end: int, taken: frozenset[int]) -> tuple[Remaining, ...]:
        """How few are left on each open stue from `start` to `end` when the people of `taken` are called away.

        For meetings within the opening hours; those who are on the stue without clock times are told apart.
        """
        view = self.day(day)
        left = [each for each in view.people if not each.person or each.person.id not in taken]
        teams = team_counts(self.facts.house, view.standing, left)
        window = quarters(start, end)
        in_use = {team.place for team in view.teams if team.asks or team.present}  # also one that is left empty
        return tuple(_remaining(team, window) for team in teams if team.place in in_use)


def _is_free(person: PersonDay, window: tuple[int, int], day: date) -> bool:
    if person.why_off == NOT_EMPLOYED or person.untimed:
        return False
    at_work = any(start < window[1] and window[0] < end for start, end, _ in person.stints)
    return not at_work and not person.is_away(window, day)


def _where(person: PersonDay, team_id: int, window: tuple[int, int] | None) -> str:
    if person.untimed:
        return "without_times" if person.team_id == team_id else "not_here"
    if window is None:
        counted = person.present and person.day_team == team_id
        return "here" if counted else "partly" if person.on(team_id) else "not_here"
    asked = quarters(*window)
    there = 0
    for start, end, team in person.stints:
        if team == team_id:
            there |= quarters(start, end)
    if not asked & there:
        return "not_here"
    return "partly" if asked & ~there else "here"


def _remaining(team: PlaceDay, window: int) -> Remaining:
    touched = [band.need for band in team.bands if band.window & window]
    return Remaining(
        team_id=team.place.team_id or 0,
        name=team.name,
        present=team.hours.everybody.lowest(window),
        pedagogues=team.hours.trained.lowest(window),
        without_times=team.hours.untimed,
        minimum=max([need.minimum for need in touched], default=0),
        pedagogues_asked=max([need.pedagogues for need in touched], default=0),
        day=team,
    )
