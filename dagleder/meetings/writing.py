"""Changes meetings inside a transaction. Each changed meeting is told when: its calendar entry says so too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from dagleder.models import stored
from dagleder.presence import reading as presence
from dagleder.settings import reading as settings

Table = TypeVar("Table", bound=SQLModel)
_GuestValues = tuple[int | None, str, str, str]


def existing(session: Session, table: type[Table], row_id: int) -> Table:
    """The row, or UserProblem when it is gone."""
    return stored.existing(session, table, row_id, GONE)


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


@dataclass(frozen=True, slots=True)
class Laid:
    """A new meeting with what only one of a series has: the series, and where its rule puts it."""

    draft: MeetingDraft
    kind: Kind
    series_id: int | None = None
    original_day: date | None = None
    because: str = ""


def add_meeting(session: Session, draft: MeetingDraft, kind: Kind, now: datetime) -> int:
    (meeting_id,) = add_meetings(session, [Laid(draft, kind)], now)
    return meeting_id


def add_meetings(session: Session, laid: Sequence[Laid], now: datetime) -> list[int]:
    """Any number of new meetings at the cost of a few statements; their ids."""
    rows: list[Any] = [_row(each, now) for each in laid]
    session.add_all(rows)
    session.flush()
    ids = [int(row.id) for row in rows]
    for meeting_id, each in zip(ids, laid, strict=True):
        session.add_all(_team_rows(meeting_id, dict.fromkeys(each.draft.team_ids)))
        session.add_all(_guest_rows(meeting_id, dict.fromkeys(map(_guest_values, each.draft.guests))))
    return ids


def _row(laid: Laid, now: datetime) -> tables.Meeting:
    draft, kind = laid.draft, laid.kind
    return tables.Meeting(
        uid=new_code(),
        kind_id=kind.id,
        series_id=laid.series_id,
        title=plain_line(draft.title) or kind.name,
        day=draft.day,
        start_minute=draft.times.start,
        end_minute=draft.times.end,
        place=plain_line(kind.place if draft.place is None else draft.place),
        note=running_text(draft.note, "note"),
        state=draft.state,
        original_day=laid.original_day,
        moved_because=laid.because,
        changed_at=now,
    )


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
    session.add_all(_team_rows(meeting_id, new))
    return bool(gone or new)


def _team_rows(meeting_id: int, team_ids: Iterable[int]) -> Iterator[tables.MeetingTeam]:
    return (tables.MeetingTeam(meeting_id=meeting_id, team_id=team_id) for team_id in team_ids)


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
    session.add_all(_guest_rows(meeting_id, new))
    return bool(gone or new)


def _guest_rows(meeting_id: int, guests: Iterable[_GuestValues]) -> Iterator[tables.MeetingParticipant]:
    for employee_id, name, role, mail in guests:
        yield tables.MeetingParticipant(meeting_id=meeting_id, employee_id=employee_id, name=name, role=role, mail=mail)


def _guest_values(guest: Guest) -> _GuestValues:
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
    add_meetings(session, [_laid(draft, where, kind, series_id) for where in placements], now)
    return series_id


def _laid(draft: SeriesDraft, where: Placement, kind: Kind, series_id: int) -> Laid:
    original = where.original if where.moved else None
    return Laid(draft.single(where.target), kind, series_id, original, where.because)


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
    add_meetings(session, [_laid(draft, where, kind, series_id) for where in wanted[len(coming) :]], now)


# --- the usual rhythm ----------------------------------------------------------------------------


def lay_proposal(session: Session, year: int, proposed: Sequence[ProposedMeeting], now: datetime) -> int:
    """Lays the meetings as series under their standard keys; gives how many were added."""
    series_ids: dict[str, int] = {}
    for meeting in proposed:
        if meeting.standard_key not in series_ids:
            series_ids[meeting.standard_key] = _standard_series(session, year, meeting)
    return len(add_meetings(session, [_proposed(each, series_ids[each.standard_key]) for each in proposed], now))


def _proposed(meeting: ProposedMeeting, series_id: int) -> Laid:
    draft = MeetingDraft(
        kind_id=meeting.kind.id,
        day=meeting.day,
        times=Times(meeting.start, meeting.end),
        team_ids=(meeting.team_id,) if meeting.team_id is not None else (),
        state=meeting.state,
    )
    return Laid(draft, meeting.kind, series_id, meeting.original_day, meeting.because)


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
