"""Changes meetings inside a transaction. Each changed meeting is told when: its calendar entry says so too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from dagleder.base.codes import new_code
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line, running_text
from dagleder.meetings import rules
from dagleder.meetings.drafts import MeetingDraft, SeriesDraft, Times
from dagleder.meetings.hours import Frame
from dagleder.meetings.kinds import Kind, KindDraft
from dagleder.meetings.meeting import Guest
from dagleder.meetings.placing import Placement
from dagleder.meetings.proposal import ProposedMeeting
from dagleder.meetings.reading import GONE, kinds
from dagleder.meetings.states import CANCELLED, HELD
from dagleder.models import meetings as tables
from dagleder.presence import reading as presence
from dagleder.settings import reading as settings

Table = TypeVar("Table", bound=SQLModel)


def existing(session: Session, table: type[Table], row_id: int) -> Table:
    """The row, or UserProblem when it is gone."""
    found = session.get(table, row_id)
    if found is None:
        raise UserProblem(GONE)
    return found


def _stored(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    return int(row.id)


# --- kinds ---------------------------------------------------------------------------------------


def add_kind(session: Session, draft: KindDraft, key: str = "") -> int:
    """A new kind, last in order; its key is random unless it is a shipped one."""
    position = max(session.exec(select(tables.MeetingKind.position)).all(), default=-1) + 1
    row = tables.MeetingKind(key=key or new_code(), position=position, **_kind_values(draft))
    return _stored(session, row)


def change_kind(session: Session, kind_id: int, draft: KindDraft) -> None:
    row = existing(session, tables.MeetingKind, kind_id)
    for name, value in _kind_values(draft).items():
        setattr(row, name, value)


def _kind_values(draft: KindDraft) -> dict[str, Any]:
    return {
        "name": plain_line(draft.name),
        "letter": plain_line(draft.letter),
        "style": draft.style,
        "audience": draft.audience.value,
        "audience_roles": ",".join(sorted(draft.roles)),
        "audience_text": plain_line(draft.who),
        "minutes": draft.minutes,
        "place": plain_line(draft.place),
        "on_closing_day": draft.on_closing_day,
    }


# --- single meetings -----------------------------------------------------------------------------


def add_meeting(session: Session, draft: MeetingDraft, kind: Kind, now: datetime, **more: Any) -> int:
    """`more`: series_id, original_day, moved_because."""
    row = tables.Meeting(
        uid=new_code(),
        kind_id=kind.id,
        title=plain_line(draft.title) or kind.name,
        day=draft.day,
        start_minute=draft.times.start,
        end_minute=draft.times.end,
        place=plain_line(kind.place if draft.place is None else draft.place),
        note=running_text(draft.note, "note"),
        state=draft.state,
        changed_at=now,
        **more,
    )
    meeting_id = _stored(session, row)
    put_teams(session, meeting_id, draft.team_ids)
    put_guests(session, meeting_id, draft.guests)
    return meeting_id


def check_people(session: Session, day: date, guests: Iterable[Guest], team_ids: Iterable[int] = ()) -> None:
    """Raises UserProblem where a participant is not employed on the day, or a stue is closed or gone."""
    people = presence.people(session)
    for guest in guests:
        if guest.employee_id is None:
            continue
        person = people.get(guest.employee_id)
        if person is None:
            raise UserProblem("Deltageren findes ikke længere. Vælg en anden.", field="guests")
        if not person.employment.employed_on(day):
            raise UserProblem(f"{person.called} er ikke ansat {day_text(day, year=True)}.", field="guests")
    teams = {team.id: team for team in settings.teams(session)}
    for team_id in team_ids:
        if team_id not in teams or not teams[team_id].is_open(day):
            raise UserProblem("Stuen er lukket eller slettet. Vælg en anden.", field="team_ids")


def rewrite_meeting(
    session: Session, meeting_id: int, draft: MeetingDraft, kind: Kind, now: datetime, where: Mapping[str, Any]
) -> None:
    """Everything of a meeting as the draft has it; `where` is its day and times. Its kind and state stay."""
    values = {
        "title": plain_line(draft.title) or kind.name,
        "place": plain_line(kind.place if draft.place is None else draft.place),
        "note": running_text(draft.note, "note"),
        **where,
    }
    row = existing(session, tables.Meeting, meeting_id)
    other_teams = put_teams(session, meeting_id, draft.team_ids)
    other_guests = put_guests(session, meeting_id, draft.guests)
    if not _change(row, now, **values) and (other_teams or other_guests):
        row.changed_at = now


def change_meeting(session: Session, meeting_id: int, now: datetime, **values: Any) -> None:
    """Sets columns of a meeting, and when it was changed if anything is different."""
    _change(existing(session, tables.Meeting, meeting_id), now, **values)


def _change(row: tables.Meeting, now: datetime, **values: Any) -> bool:
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    if different:
        row.changed_at = now
    return bool(different)


def put_teams(session: Session, meeting_id: int, team_ids: Sequence[int]) -> bool:
    """The meeting is for these stuer from now on; tells whether that is different."""
    table = tables.MeetingTeam
    rows = session.exec(select(table).where(table.meeting_id == meeting_id)).all()
    wanted = dict.fromkeys(team_ids)
    gone = [row for row in rows if row.team_id not in wanted]
    new = [team_id for team_id in wanted if team_id not in {row.team_id for row in rows}]
    for row in gone:
        session.delete(row)
    session.add_all(table(meeting_id=meeting_id, team_id=team_id) for team_id in new)
    return bool(gone or new)


def put_guests(session: Session, meeting_id: int, guests: Iterable[Guest]) -> bool:
    """Exactly these are named on the meeting from now on; tells whether that is different."""
    table = tables.MeetingParticipant
    rows = session.exec(select(table).where(table.meeting_id == meeting_id)).all()
    have = {(row.employee_id, row.name, row.role, row.mail): row for row in rows}
    wanted = dict.fromkeys(_guest_values(guest) for guest in guests)
    gone = [row for values, row in have.items() if values not in wanted]
    new = [values for values in wanted if values not in have]
    for row in gone:
        session.delete(row)
    for employee_id, name, role, mail in new:
        session.add(table(meeting_id=meeting_id, employee_id=employee_id, name=name, role=role, mail=mail))
    return bool(gone or new)


def _guest_values(guest: Guest) -> tuple[int | None, str, str, str]:
    name = "" if guest.employee_id is not None else plain_line(guest.name)
    return guest.employee_id, name, plain_line(guest.role), plain_line(guest.mail)


# --- series --------------------------------------------------------------------------------------


def add_series(session: Session, draft: SeriesDraft, placements: Sequence[Placement], kind: Kind, now: datetime) -> int:
    row = tables.MeetingSeries(
        uid=new_code(),
        kind_id=kind.id,
        team_id=draft.team_id,
        title=plain_line(draft.title) or kind.name,
        rule=rules.to_json(draft.rule) if draft.rule else "",
    )
    series_id = _stored(session, row)
    for where in placements:
        _add_single(session, draft, where, kind, (series_id, now))
    return series_id


def _add_single(
    session: Session, draft: SeriesDraft, where: Placement, kind: Kind, series: tuple[int, datetime]
) -> None:
    series_id, now = series
    add_meeting(session, draft.single(where.target), kind, now, series_id=series_id, **_where(where))


def _where(where: Placement) -> dict[str, Any]:
    return {"original_day": where.original if where.moved else None, "moved_because": where.because}


def change_series(
    session: Session,
    series_id: int,
    draft: SeriesDraft,
    placements: Sequence[Placement],
    *,
    since: date,
    now: datetime,
) -> None:
    """From `since` on the series follows another rule (and time); what lies before, was held or cancelled stays.

    The meetings to come are taken over one by one, in order, so that calendars move them instead of doubling. Those
    left over are cancelled, those lacking are added; a single one that was moved by hand follows the rule again.
    """
    row = existing(session, tables.MeetingSeries, series_id)
    kind = next(kind for kind in kinds(session) if kind.id == row.kind_id)
    row.rule = rules.to_json(draft.rule) if draft.rule else ""
    table = tables.Meeting
    query = (
        select(table)
        .where(table.series_id == series_id, table.day >= since, col(table.state).not_in((CANCELLED, HELD)))
        .order_by(col(table.day), col(table.id))
    )
    coming = list(session.exec(query).all())
    wanted = [where for where in placements if where.target >= since]
    times = {"start_minute": draft.times.start, "end_minute": draft.times.end}
    for old, where in zip(coming, wanted, strict=False):
        _change(old, now, day=where.target, **_where(where), **times)
    for old in coming[len(wanted) :]:
        _change(old, now, state=CANCELLED)
    for where in wanted[len(coming) :]:
        _add_single(session, draft, where, kind, (series_id, now))


# --- the usual rhythm ----------------------------------------------------------------------------


def lay_proposal(session: Session, year: int, proposed: Sequence[ProposedMeeting], now: datetime) -> int:
    """Lays the meetings as series under their standard keys; gives how many were added."""
    series_ids: dict[str, int] = {}
    for meeting in proposed:
        if meeting.standard_key not in series_ids:
            series_ids[meeting.standard_key] = _standard_series(session, year, meeting)
        draft = MeetingDraft(
            kind_id=meeting.kind.id,
            day=meeting.day,
            times=Times(meeting.start, meeting.end),
            team_ids=(meeting.team_id,) if meeting.team_id is not None else (),
            state=meeting.state,
        )
        add_meeting(
            session,
            draft,
            meeting.kind,
            now,
            series_id=series_ids[meeting.standard_key],
            original_day=meeting.original_day,
            moved_because=meeting.because,
        )
    return len(proposed)


def _standard_series(session: Session, year: int, meeting: ProposedMeeting) -> int:
    row = tables.MeetingSeries(
        uid=new_code(),
        kind_id=meeting.kind.id,
        team_id=meeting.team_id,
        title=meeting.kind.name,
        rule=rules.to_json(meeting.rule) if meeting.rule else "",
        year=year,
        standard_key=meeting.standard_key,
    )
    return _stored(session, row)


def put_frame(session: Session, year: int, frame: Frame | None) -> None:
    table = tables.MeetingFrame
    row = session.exec(select(table).where(table.year == year)).first()
    if frame is None:
        if row:
            session.delete(row)
    elif row:
        row.minutes, row.proportional = frame.minutes, frame.proportional
    else:
        session.add(table(year=year, minutes=frame.minutes, proportional=frame.proportional))
