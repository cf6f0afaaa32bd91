"""What staff says of what hangs on a stue: those who belong to it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_
from sqlmodel import Session, col, select

from dagleder.models.staff import Employee, TeamMembership
from dagleder.settings.uses import Use
from dagleder.staff.people import full_name


class StaffUses:
    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:
        start = since or date.min
        members = (
            select(Employee.id, Employee.first_name, Employee.last_name)
            .join(TeamMembership, col(TeamMembership.employee_id) == col(Employee.id))
            .where(TeamMembership.team_id == team_id)
            .where(or_(col(TeamMembership.valid_to).is_(None), col(TeamMembership.valid_to) >= start))
            .where(or_(col(Employee.end).is_(None), col(Employee.end) >= start))
            .order_by(col(Employee.first_name), col(Employee.last_name))
            .distinct()
        )
        names = tuple(full_name(first, last) for _, first, last in session.exec(members).all())
        return [Use(len(names), "medarbejder", "medarbejdere", names)]

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]:  # noqa: ARG002 -- nobody belongs to one
        return ()
