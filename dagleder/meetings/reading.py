"""Reads meetings out of a session: columns only, a fixed number of queries however many meetings there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, extract, select
from sqlmodel import Session, col

from dagleder.base.errors import UserProblem
from dagleder.meetings import rules, versions
from dagleder.meetings.hours import Frame
from dagleder.meetings.kinds import Audience, Kind
from dagleder.meetings.meeting import Guest, Meeting, order
from dagleder.meetings.series import Series
from dagleder.models import meetings as tables
from dagleder.models.staff import Employee
from dagleder.settings import reading as settings
from dagleder.staff.people import full_name
from dagleder.storage.revisions import revisions

GONE = "Mødet findes ikke længere. Måske er det fortrudt eller slettet imens."

MEETINGS: Final = frozenset(
    {"meeting", "meeting_kind", "meeting_team", "meeting_participant", "employee", "team", "site"}
)
"""Whose changes make `meetings` other than they were."""

TABLES: Final = MEETINGS | {"meeting_series", "meeting_frame", "meeting_plan_version"}


def kinds(session: Session) -> tuple[Kind, ...]:
    """Every kind in its order, also the hidden ones."""
    table = tables.MeetingKind
    columns = (
        *(table.id, table.key, table.name, table.letter, table.style, table.audience, table.audience_roles),
        *(table.audience_text, table.minutes, table.place, table.on_closing_day, table.position, table.hidden),
    )
    query = select(*map(col, columns)).order_by(col(table.position), col(table.id))
    return tuple(_kind(row) for row in session.execute(query))


def _kind(row: Any) -> Kind:
    row_id, key, name, letter, style, audience, roles, *rest = row
    return Kind(
        row_id,
        key,
        name,
        letter,
        style,
        Audience(audience),
        frozenset(roles.split(",")) if roles else frozenset(),
        *rest,
    )


def meetings(session: Session, first: date, last: date) -> tuple[Meeting, ...]:
    """The meetings from `first` to `last`, both included, also those cancelled, by start."""
    return _meetings(session, col(tables.Meeting.day).between(first, last))


def meetings_gone_elsewhere(session: Session, first: date, last: date, uids: Iterable[str]) -> tuple[Meeting, ...]:
    """The meetings outside the period that were in it: moved out of it, or known there by their uid."""
    day, original = col(tables.Meeting.day), col(tables.Meeting.original_day)
    belonged = original.between(first, last) | col(tables.Meeting.uid).in_(list(uids))
    return _meetings(session, ~day.between(first, last) & belonged)


def meeting(session: Session, meeting_id: int) -> Meeting:
    """Raises UserProblem when there is none (any more)."""
    found = _meetings(session, col(tables.Meeting.id) == meeting_id)
    if not found:
        raise UserProblem(GONE)
    return found[0]


def meetings_with_guest(session: Session, employee_id: int) -> tuple[Meeting, ...]:
    """The meetings on which somebody of the staff is named."""
    named = select(col(tables.MeetingParticipant.meeting_id)).where(
        col(tables.MeetingParticipant.employee_id) == employee_id
    )
    return _meetings(session, col(tables.Meeting.id).in_(named))


def _meetings(session: Session, condition: ColumnElement[bool]) -> tuple[Meeting, ...]:
    table = tables.Meeting
    columns = (
        *(table.id, table.uid, table.kind_id, table.series_id, table.title, table.day),
        *(table.start_minute, table.end_minute, table.place, table.state, table.original_day),
        *(table.moved_because, table.note, table.changed_at),
    )
    kind_of = {kind.id: kind for kind in kinds(session)}
    ids = select(col(table.id)).where(condition)
    teams = _teams(session, ids)
    guests = _guests(session, ids)
    rows = session.execute(select(*map(col, columns)).where(condition))
    return tuple(sorted((_meeting(row, kind_of, teams, guests) for row in rows), key=order))


def _meeting(
    row: Any,
    kind_of: dict[int, Kind],
    teams: defaultdict[int, list[tuple[int, str]]],
    guests: defaultdict[int, list[Guest]],
) -> Meeting:
    values: list[Any] = [*row, tuple(teams[row.id]), tuple(guests[row.id])]
    values[2] = kind_of[row.kind_id]
    return Meeting(*values)


def sequences(session: Session, meetings: Iterable[Meeting]) -> dict[str, int]:
    """By uid, the number its calendar entry has: higher whenever the entry may be another one, and never lower.

    An entry also tells the names of stuer and of those who are named on it.
    """
    own, teams, people = (revisions(session, table) for table in ("meeting", "team", "employee"))
    return {
        meeting.uid: max(
            own.get(meeting.id, 0),
            *(teams.get(team_id, 0) for team_id in meeting.team_ids),
            *(people.get(guest.employee_id, 0) for guest in meeting.guests if guest.employee_id is not None),
            0,
        )
        for meeting in meetings
    }


def _teams(session: Session, ids: Any) -> defaultdict[int, list[tuple[int, str]]]:
    """By meeting, the stuer in the leader's order."""
    names = {team.id: (number, team.name) for number, team in enumerate(settings.teams(session))}
    table = tables.MeetingTeam
    query = select(col(table.meeting_id), col(table.team_id)).where(col(table.meeting_id).in_(ids))
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for meeting_id, team_id in sorted(session.execute(query), key=lambda row: names[row[1]]):
        found[meeting_id].append((team_id, names[team_id][1]))
    return found


def _guests(session: Session, ids: Any) -> defaultdict[int, list[Guest]]:
    """By meeting, those named on it in the order they were invited; staff by their full name."""
    table = tables.MeetingParticipant
    columns = (table.meeting_id, table.employee_id, table.name, table.role, table.mail)
    query = (
        select(*map(col, columns), col(Employee.first_name), col(Employee.last_name))
        .join(Employee, col(Employee.id) == col(table.employee_id), isouter=True)
        .where(col(table.meeting_id).in_(ids))
        .order_by(col(table.id))
    )
    found: defaultdict[int, list[Guest]] = defaultdict(list)
    for meeting_id, employee_id, name, role, mail, first, last in session.execute(query):
        found[meeting_id].append(Guest(employee_id, full_name(first, last) if employee_id else name, role, mail))
    return found


def series(session: Session, ids: Iterable[int] | None = None) -> tuple[Series, ...]:
    """Every series, or those of some ids, in the order they were made."""
    table = tables.MeetingSeries
    columns = (table.id, table.kind_id, table.team_id, table.title, table.rule, table.year, table.standard_key)
    query = select(*map(col, columns)).order_by(col(table.id))
    if ids is not None:
        query = query.where(col(table.id).in_(list(ids)))
    kind_of = {kind.id: kind for kind in kinds(session)}
    names = {team.id: team.name for team in settings.teams(session)}
    return tuple(
        Series(
            row_id, kind_of[kind], team, names.get(team, ""), title, rules.from_json(rule) if rule else None, year, key
        )
        for row_id, kind, team, title, rule, year, key in session.execute(query)
    )


def standard_keys(session: Session, year: int) -> frozenset[str]:
    """Which parts of the usual rhythm the year already has."""
    table = tables.MeetingSeries
    query = select(col(table.standard_key)).where(col(table.year) == year, col(table.standard_key) != "")
    return frozenset(session.scalars(query))


def years(session: Session) -> Sequence[int]:
    """The calendar years that have meetings, in order."""
    year = extract("year", col(tables.Meeting.day))
    return [int(found) for found in session.scalars(select(year).distinct().order_by(year))]


def plan_versions(session: Session, year: int) -> tuple[versions.Version, ...]:
    """The plans given out for a year, newest first."""
    table = tables.MeetingPlanVersion
    columns = (table.id, table.year, table.number, table.issued_on, table.content)
    query = select(*map(col, columns)).where(col(table.year) == year).order_by(col(table.number).desc())
    return tuple(
        versions.Version(row.id, row.year, row.number, row.issued_on, versions.from_json(row.content))
        for row in session.execute(query)
    )


def frame(session: Session, year: int) -> Frame | None:
    table = tables.MeetingFrame
    query = select(col(table.minutes), col(table.proportional)).where(col(table.year) == year)
    row = session.execute(query).first()
    return Frame(*row) if row else None
