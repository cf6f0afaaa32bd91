"""Meetings and series as entered, as frozen values that check themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import DAY_MINUTES, clock_digits
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, plain_line, running_text
from dagleder.calendars.clock_change import missing_hour
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Guest, Meeting
from dagleder.meetings.rules import Rule
from dagleder.meetings.states import PLANNED, PROPOSED


@dataclass(frozen=True, slots=True)
class Times:
    """When a meeting begins and ends, in minutes after midnight of the same day."""

    start: int
    end: int

    def check(self) -> None:
        """Raises UserProblem at 'start' or 'end'."""
        if not 0 <= self.start < DAY_MINUTES:
            raise UserProblem("Klokkeslættet skal ligge mellem 0.00 og 23.59.", field="start")
        if self.end <= self.start:
            later = self.start + 60
            suggestion = clock_digits(later) if later <= DAY_MINUTES else ""
            text = f"Mødet slutter kl. {clock_digits(self.end)}, før det begynder kl. {clock_digits(self.start)}."
            raise UserProblem(
                f"{text} Mente du {suggestion}?" if suggestion else text, field="end", suggestion=suggestion
            )
        if self.end > DAY_MINUTES:
            raise UserProblem("Et møde slutter senest kl. 24.00 samme dag.", field="end", suggestion="24.00")

    def check_on(self, day: date) -> None:
        """Raises UserProblem too when the hour does not exist that night (summer time begins)."""
        self.check()
        for minute, field in ((self.start, "start"), (self.end, "end")):
            if missing_hour(day, minute):
                raise UserProblem(
                    f"Kl. {clock_digits(minute)} findes ikke den nat: uret stilles frem til sommertid.",
                    field=field,
                    suggestion="3.00",
                )


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A single meeting as entered. Without a title it is called as its kind; without a place it has the kind's."""

    kind_id: int
    day: date
    times: Times
    title: str = ""
    place: str | None = None
    team_ids: tuple[int, ...] = ()
    guests: tuple[Guest, ...] = ()
    note: str = ""
    state: str = PLANNED

    def check(self) -> None:
        self.times.check_on(self.day)
        line(self.title, "title")
        line(self.place or "", "place")
        running_text(self.note, "note")
        check_guests(self.guests)
        if self.state not in (PLANNED, PROPOSED):
            raise UserProblem("Et nyt møde er planlagt eller et forslag.", field="state")


def unkept(draft: MeetingDraft, kind: Kind, team_names: Mapping[int, str]) -> Meeting:
    """A meeting as it would be, for the checks; it has no id yet."""
    return Meeting(
        id=0,
        uid="",
        kind=kind,
        series_id=None,
        title=plain_line(draft.title) or kind.name,
        day=draft.day,
        start=draft.times.start,
        end=draft.times.end,
        place=kind.place if draft.place is None else plain_line(draft.place),
        state=draft.state,
        original_day=None,
        because="",
        note=draft.note,
        changed_at=None,
        teams=tuple((team_id, team_names[team_id]) for team_id in draft.team_ids if team_id in team_names),
        guests=draft.guests,
    )


def check_guests(guests: tuple[Guest, ...]) -> None:
    """Raises UserProblem when an external person has no name, or a field cannot be kept."""
    for guest in guests:
        if guest.employee_id is None:
            line(guest.name, "guests", empty="Skriv navnet på den eksterne deltager.")
        line(guest.role, "guests")
        line(guest.mail, "guests")


@dataclass(frozen=True, slots=True)
class SeriesDraft:
    """A series as entered: a rule, or hand-picked `days` when there is none."""

    kind_id: int
    times: Times
    rule: Rule | None = None
    days: tuple[date, ...] = ()
    title: str = ""
    place: str | None = None
    team_id: int | None = None

    def check(self) -> None:
        self.times.check()
        line(self.title, "title")
        line(self.place or "", "place")
        if self.rule:
            self.rule.check()
        elif not self.days:
            raise UserProblem("Vælg mindst én dato.", field="days")
        for day in self.dates():
            self.times.check_on(day)

    def dates(self) -> tuple[date, ...]:
        return tuple(self.rule.dates()) if self.rule else tuple(sorted(set(self.days)))

    def single(self, day: date) -> MeetingDraft:
        """One meeting of the series."""
        teams = () if self.team_id is None else (self.team_id,)
        return MeetingDraft(self.kind_id, day, self.times, self.title, self.place, teams)
