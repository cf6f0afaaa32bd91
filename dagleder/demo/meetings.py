"""The meetings of the fictional house: two years of the usual rhythm, and what has happened to them since."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from dagleder.calendars.workdays import next_workday
from dagleder.demo.house import Places
from dagleder.demo.people import HOURLY_COVER
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.kinds import PEDAGOGUES, STAFF_MEETING, TEAM_MEETING
from dagleder.meetings.meeting import Guest, Meeting
from dagleder.meetings.service import MeetingsService
from dagleder.presence.drafts import SubstituteDraft
from dagleder.presence.service import PresenceService

_SOCIAL_WORKER: Final = Guest(name="Mette Lindgaard", role="socialrådgiver", mail="mette.lindgaard@example.org")
_SOCIAL_MEETING: Final = "socialraadgiver"
_TEN, _ELEVEN = 10 * 60, 11 * 60
_A_MONTH, _TWO_MONTHS, _HALF_A_YEAR = timedelta(days=28), timedelta(days=56), timedelta(days=182)
_FOREST_TEAM: Final = "Uglen"


def fill(meetings: MeetingsService, places: Places, people: Mapping[str, int], today: date) -> None:
    """Plans for two years, given out. Of what lies ahead one meeting was moved, one cancelled, one added.

    Only those of the last two months are ticked off as held, as by somebody who has not had the program for long.
    """
    for year in (today.year, today.year + 1):
        meetings.plan_year(year)
        meetings.issue_version(year)
    laid = meetings.meetings()
    for meeting in laid:
        if today - _TWO_MONTHS <= meeting.day < today:
            meetings.mark_held(meeting.id)
    ahead = [meeting for meeting in laid if meeting.day > today + timedelta(weeks=2)]
    staff_meeting = _first(ahead, STAFF_MEETING)
    meetings.move(staff_meeting.id, staff_meeting.day + timedelta(days=7), because="temadag i klyngen")
    meetings.cancel(_first(ahead, PEDAGOGUES).id)
    kind = next(kind for kind in meetings.kinds() if kind.key == _SOCIAL_MEETING)
    meetings.add(
        MeetingDraft(
            kind_id=kind.id,
            day=next_workday(today + timedelta(weeks=2)),
            times=Times(_TEN, _ELEVEN),
            title="Socialrådgivermøde",
            place="Kontoret",
            team_ids=(places.teams["Ræven"],),
            guests=(Guest(employee_id=people["Rikke"]), _SOCIAL_WORKER),
        )
    )


def cover_team_meetings(presence: PresenceService, meetings: Iterable[Meeting], places: Places, today: date) -> None:
    """While a stue meets, a vikar is with the children; who that is, is known for the next month only."""
    middag = places.bands[2]
    for meeting in meetings:
        if meeting.kind.key != TEAM_MEETING or not today - _A_MONTH <= meeting.day <= today + _HALF_A_YEAR:
            continue
        (team_id,) = meeting.team_ids
        in_main_house = team_id != places.teams[_FOREST_TEAM]
        name = HOURLY_COVER if in_main_house and meeting.day <= today + _A_MONTH else ""
        presence.add_substitute(SubstituteDraft(team_id, meeting.day, meeting.day, name=name, band_id=middag))


def _first(meetings: Iterable[Meeting], kind_key: str) -> Meeting:
    return next(meeting for meeting in meetings if meeting.kind.key == kind_key)
