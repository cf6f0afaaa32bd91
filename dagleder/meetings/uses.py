"""What meetings say of what hangs on a stue: its meetings, and the series they come from."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from dagleder.meetings.states import CANCELLED
from dagleder.models.meetings import Meeting, MeetingSeries, MeetingTeam
from dagleder.settings.uses import Use


class MeetingUses:
    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:
        meetings = (
            select(func.count(col(Meeting.id)))
            .join(MeetingTeam, col(MeetingTeam.meeting_id) == col(Meeting.id))
            .where(MeetingTeam.team_id == team_id, Meeting.day >= (since or date.min), Meeting.state != CANCELLED)
        )
        series = select(func.count(col(MeetingSeries.id))).where(MeetingSeries.team_id == team_id)
        # A series without meetings (yet) is tied to the stue all the same, but to no date.
        return [Use(max(session.exec(meetings).one(), 0 if since else session.exec(series).one()), "møde", "møder")]

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]:  # noqa: ARG002 -- a meeting has its own times
        return ()
