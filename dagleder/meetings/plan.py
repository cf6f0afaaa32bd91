"""A year's plan with everything a paper, a list or a calendar file of it needs; whole, for a stue, or for a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dagleder.base.dates import hours_text
from dagleder.base.text import plural
from dagleder.meetings.audience import participants
from dagleder.meetings.hours import KindHours, PersonHours, kind_hours
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.series import Series
from dagleder.meetings.team_codes import team_codes
from dagleder.meetings.versions import Issued, Version, changes, content_of
from dagleder.presence.facts import House, Person
from dagleder.settings.house import HouseSettings

WHOLE = "Alle stuer"


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """`meetings` holds the cancelled ones too (calendars must hear of them). `whom` says whose plan it is.

    `elsewhere`: what has left the year for another one, which only calendars must hear of.
    """

    year: PlanYear
    settings: HouseSettings
    house: House
    people: dict[int, Person]
    meetings: tuple[Meeting, ...]
    series: tuple[Series, ...]
    versions: tuple[Version, ...]  # newest first
    person_hours: tuple[PersonHours, ...]
    elsewhere: tuple[Meeting, ...]
    sequences: Mapping[str, int]  # by uid, of everybody's meetings: see reading.sequences
    today: date
    whom: str = WHOLE
    team_id: int | None = None
    person_id: int | None = None

    @property
    def shown(self) -> tuple[Meeting, ...]:
        """Without the cancelled ones."""
        return tuple(meeting for meeting in self.meetings if not meeting.cancelled)

    @property
    def meeting_teams(self) -> dict[int, str]:
        """The stuer with a meeting of their own, in the leader's order."""
        meeting = {team_id for meeting in self.shown for team_id in meeting.team_ids}
        return {team.id: team.name for team in self.house.teams if team.id in meeting}

    @property
    def team_codes(self) -> dict[int, str]:
        """Their codes, the same on the wall and on the screen; none where there is only one to tell of."""
        teams = self.meeting_teams
        return team_codes(teams) if len(teams) > 1 else {}

    @property
    def hours(self) -> tuple[KindHours, ...]:
        return kind_hours(self.meetings)

    def for_team(self, team_id: int) -> "MeetingPlan":
        """The meetings of a stue, and those of the whole house."""
        name = next(team.name for team in self.house.teams if team.id == team_id)
        plan = self._only(lambda meeting: not meeting.teams or team_id in meeting.team_ids)
        return replace(plan, whom=name, team_id=team_id)

    def for_person(self, employee_id: int) -> "MeetingPlan":
        """The meetings she takes part in."""
        plan = self._only(lambda meeting: employee_id in participants(meeting, self.people))
        return replace(plan, whom=self.people[employee_id].name, person_id=employee_id)

    def for_meeting(self, meeting_id: int) -> "MeetingPlan":
        """One meeting alone, for a calendar file of it."""
        plan = self._only(lambda meeting: meeting.id == meeting_id)
        return replace(plan, versions=(), whom=plan.meetings[0].full_title)

    def _only(self, kept: Callable[[Meeting], bool]) -> "MeetingPlan":
        meetings, elsewhere = (tuple(filter(kept, meetings)) for meetings in (self.meetings, self.elsewhere))
        return replace(self, meetings=meetings, elsewhere=elsewhere)

    @property
    def withdrawn(self) -> dict[str, Issued]:
        """By uid, what has been given out in this plan of a stue or person and is somebody else's now."""
        others = self.sequences.keys() - {meeting.uid for meeting in (*self.meetings, *self.elsewhere)}
        return {
            uid: issued
            for version in reversed(self.versions)
            for uid, issued in version.content.items()
            if uid in others and self._was_theirs(issued)
        }

    def _was_theirs(self, issued: Issued) -> bool:
        if self.team_id is not None:
            return not issued.team_ids or self.team_id in issued.team_ids
        return self.person_id in issued.people

    @property
    def own_hours_text(self) -> str:
        """'Karen: 34 møder, 45,5 timer i 2026.' in a person's own plan, else ''."""
        own = next((hours for hours in self.person_hours if hours.person.id == self.person_id), None)
        if own is None:
            return ""
        count = plural(own.count, "møde", "møder")
        return f"{own.person.called}: {count}, {hours_text(own.minutes)} timer i {self.year.label}."

    @property
    def version(self) -> Version | None:
        """The version that this plan still is; None when none is given out, or something has changed since."""
        newest = self.versions[0] if self.versions else None
        return newest if newest and self._same_as(newest) else None

    def given_out(self) -> "MeetingPlan":
        """As it will stand once it is given out: under the next number, today. A version it still is, stays."""
        if self.version or not self.meetings:
            return self
        number = self.versions[0].number + 1 if self.versions else 1
        content = content_of(self.meetings, self.people)
        return replace(self, versions=(Version(0, self.year.year, number, self.today, content), *self.versions))

    def _same_as(self, version: Version) -> bool:
        now = content_of(self.meetings, {})  # whose they are is no change of the plan
        gone = self.whom == WHOLE and not version.content.keys() <= now.keys()
        return not gone and all(version.content.get(uid) == issued for uid, issued in now.items())

    @property
    def compared_to(self) -> Version | None:
        """The version that changes are told from: the one before the present one, else the newest."""
        earlier = self.versions[1:] if self.version else self.versions
        return earlier[0] if earlier else None

    @property
    def changes(self) -> tuple[str, ...]:
        """What has changed since `compared_to`, in sentences; of a part of the plan only what stands in it."""
        before = self.compared_to
        if before is None:
            return ()
        known = {m.uid for m in self.meetings}
        content = {uid: issued for uid, issued in before.content.items() if self.whom == WHOLE or uid in known}
        return changes(content, self.meetings)
