"""What tasks say of what hangs on a stue: the tasks of it that are still to be done."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from dagleder.models.tasks import Task
from dagleder.settings.uses import Use
from dagleder.tasks.states import ENDED


class TaskUses:
    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:
        query = select(func.count(col(Task.id))).where(Task.team_id == team_id)
        if since is not None:
            # What is overdue or without a deadline waits on any day; what ended is no longer tied to the stue.
            query = query.where(col(Task.state).not_in([state.value for state in ENDED]))
        return [Use(session.exec(query).one(), "opgave", "opgaver")]

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]:  # noqa: ARG002 -- a task has no time of day
        return ()
