"""Reads what is shown of one meeting."""

from collections.abc import Sequence

from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from ui.meetings.guests import Company
from ui.meetings.meeting_pane import MeetingView
from ui.meetings.remarks import WaysOn, remarks
from ui.meetings.services import MeetingServices


def read_meeting(services: MeetingServices, plan: MeetingPlan, meeting: Meeting, ways: WaysOn) -> MeetingView:
    """The meeting with those who take part, what is to be said of its date, and how the stuer stand meanwhile."""
    people = services.meetings.participants(meeting.id)
    there = {person.id for person in people}
    others = {
        who: person.name
        for who, person in plan.people.items()
        if who not in there and person.employment.employed_on(meeting.day)
    }
    return MeetingView(
        Company(meeting, people, others),
        services.settings.teams(meeting.day),
        remarks(meeting, services.meetings.findings(meeting.id), ways),
        () if meeting.cancelled else services.meetings.with_the_children(meeting.id),
    )


def first_ahead(plan: MeetingPlan) -> int | None:
    """The next meeting from today on, else the last there is."""
    meetings: Sequence[Meeting] = plan.shown
    ahead = next((meeting for meeting in meetings if meeting.day >= plan.today), meetings[-1] if meetings else None)
    return ahead.id if ahead else None


def next_of_series(plan: MeetingPlan, series_id: int) -> int | None:
    """The meeting from which a series is changed: its next from today on, else its first of the year."""
    own = [meeting for meeting in plan.shown if meeting.series_id == series_id]
    ahead = next((meeting for meeting in own if meeting.day >= plan.today), own[0] if own else None)
    return ahead.id if ahead else None
