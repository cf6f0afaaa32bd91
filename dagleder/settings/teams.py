"""Stuer inside a transaction: found or made by name, and what hangs on them before they are closed or deleted."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import and_list, fold, plural, squeezed
from dagleder.models.meetings import Meeting, MeetingSeries, MeetingTeam
from dagleder.models.presence import Loan, Substitute
from dagleder.models.settings import Site, StaffingNeed, Team
from dagleder.models.staff import Employee, TeamMembership
from dagleder.settings.places import TeamDraft, icon_for


def ensure_team(session: Session, name: str) -> int:
    """The id of the stue called `name`, which is made when there is none ('MARIEHØNEN' is Mariehønen).

    For use inside another feature's transaction. A stue that was closed is opened again.
    """
    found = team_named(session, name)
    if found is None:
        return add_team(session, TeamDraft(name))
    if found.closed_on is not None:
        found.closed_on = None
        session.add(found)
    return _id(found.id)


def team_named(session: Session, name: str) -> Team | None:
    """The stue of that name, an open one before a closed one; compared folded."""
    folded = fold(name)
    same = [team for team in session.exec(select(Team)).all() if fold(team.name) == folded]
    return min(same, key=lambda team: (team.closed_on is not None, team.position), default=None)


def add_team(session: Session, draft: TeamDraft) -> int:
    """A new stue, last in order; on the first matrikel when none is given."""
    site_id = draft.site_id or session.exec(select(Site.id).order_by(col(Site.position), col(Site.id))).first()
    position = max(session.exec(select(Team.position)).all(), default=-1) + 1
    name = plain_line(draft.name)
    team = Team(name=name, site_id=_id(site_id), icon=draft.icon or icon_for(name), position=position)
    session.add(team)
    session.flush()
    return _id(team.id)


def change_team(session: Session, team: Team, draft: TeamDraft) -> None:
    """Name, matrikel and icon; what the draft leaves open stays as it is."""
    refuse_same_name(session, draft.name, but=team.id)
    team.name = plain_line(draft.name)
    team.site_id = draft.site_id or team.site_id
    team.icon = draft.icon or team.icon
    session.add(team)


def refuse_same_name(session: Session, name: str, but: int | None = None) -> None:
    """Raises UserProblem where another stue is called the same."""
    same = team_named(session, name)
    if same is not None and same.id != but:
        if same.closed_on is not None:
            raise UserProblem(
                f"{same.name} er en stue, der er lukket. Åbn den igen, eller vælg et andet navn.", field="name"
            )
        raise UserProblem(f"Der er allerede en stue, der hedder {same.name}.", field="name")


def delete_team(session: Session, team: Team) -> None:
    """Takes its minimum staffing with it. Refused as soon as anything else hangs on it, also in the past."""
    use = team_use(session, _id(team.id))
    if use:
        raise UserProblem(f"{team.name} bruges af {use.text()} og kan ikke slettes. Luk den i stedet fra en dato.")
    for need in session.exec(select(StaffingNeed).where(StaffingNeed.team_id == team.id)).all():
        session.delete(need)
    session.delete(team)


@dataclass(frozen=True, slots=True)
class TeamUse:
    """What hangs on a stue from a day on (everything ever, without a day)."""

    members: tuple[str, ...]
    meetings: int
    loans: int
    substitutes: int

    def __bool__(self) -> bool:
        return bool(self.members or self.meetings or self.loans or self.substitutes)

    def text(self) -> str:
        """'5 medarbejdere, 12 møder og 1 lån'."""
        counted = (
            (len(self.members), "medarbejder", "medarbejdere"),
            (self.meetings, "møde", "møder"),
            (self.loans, "lån", "lån"),
            (self.substitutes, "vikar", "vikarer"),
        )
        return and_list([plural(count, one, many) for count, one, many in counted if count])


def team_use(session: Session, team_id: int, since: date | None = None) -> TeamUse:
    """Who and what is tied to the stue on or after `since`."""
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
    names = [squeezed(f"{first} {last}") for _, first, last in session.exec(members).all()]
    meetings = (
        select(func.count(col(Meeting.id)))
        .join(MeetingTeam, col(MeetingTeam.meeting_id) == col(Meeting.id))
        .where(MeetingTeam.team_id == team_id, Meeting.day >= start, Meeting.state != "cancelled")
    )
    series = select(func.count(col(MeetingSeries.id))).where(MeetingSeries.team_id == team_id)
    loans = select(func.count(col(Loan.id))).where(Loan.team_id == team_id, Loan.last >= start)
    substitutes = select(func.count(col(Substitute.id))).where(Substitute.team_id == team_id, Substitute.last >= start)
    # A series without meetings (yet) is tied to the stue all the same, but to no date.
    count = max(session.exec(meetings).one(), 0 if since else session.exec(series).one())
    return TeamUse(tuple(names), count, session.exec(loans).one(), session.exec(substitutes).one())


def closing_text(name: str, day: date, use: TeamUse) -> str:
    """What closing the stue means, to be read before it is done."""
    from_day = f"Fra {day_text(day, year=True)}"
    if not use:
        return f"{from_day} er {name} ikke med mere. Ingen er knyttet til den."
    said = [f"{from_day} er {name} ikke med mere."]
    if use.members:
        people = plural(len(use.members), "medarbejder", "medarbejdere")
        said.append(f"{people} står derefter uden stue: {and_list(use.members)}.")
    rest = TeamUse((), use.meetings, use.loans, use.substitutes)
    if rest:
        said.append(f"{rest.text()} efter den dag bliver stående, så du selv kan flytte eller aflyse.")
    return " ".join(said)


def _id(value: int | None) -> int:
    """An id of a row that has been stored."""
    assert value is not None  # noqa: S101 -- a stored row has an id
    return value
