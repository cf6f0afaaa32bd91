"""Writes absence, loans and vikarer inside a transaction that `service` has opened."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, select

from dagleder.base.dates import day_text, period_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import and_list
from dagleder.models import presence as tables
from dagleder.models.settings import Team
from dagleder.models.stored import add, existing, id_of
from dagleder.presence.drafts import AbsenceDraft, AbsenceOverlap, LoanDraft, OnOverlap, SubstituteDraft, absence_text
from dagleder.presence.facts import Absence
from dagleder.presence.pieces import ONE_DAY, Piece, without_all

# --- absence -------------------------------------------------------------------------------------


def put_absence(session: Session, draft: AbsenceDraft, called: str, on_overlap: OnOverlap) -> tuple[int, ...]:
    """Stores the absence so that no two of one person overlap; gives the ids of the rows it became.

    Raises AbsenceOverlap where somebody must choose, UserProblem where nothing is left to store.
    """
    rows = [_row(draft.employee_id, draft.kind, piece) for piece in _make_room(session, draft, called, on_overlap)]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows if row.id is not None)


def put_absences(
    session: Session, drafts: Iterable[tuple[AbsenceDraft, str]], on_overlap: OnOverlap
) -> tuple[int, ...]:
    """`put_absence` for several people, each with what she is called; asks once for all of them."""
    stored: list[int] = []
    found: dict[str, tuple[Absence, ...]] = {}
    for draft, called in drafts:
        try:
            stored += put_absence(session, draft, called, on_overlap)
        except AbsenceOverlap as overlap:
            found |= overlap.existing
    if found:
        raise AbsenceOverlap(found)
    return tuple(stored)


def change_absence(
    session: Session, absence_id: int, draft: AbsenceDraft, called: str, on_overlap: OnOverlap
) -> tuple[int, ...]:
    """Makes a stored absence what the draft says; asks and parts as `put_absence` does. Its id stays the first."""
    changed = existing(session, tables.Absence, absence_id)
    pieces = _make_room(session, draft, called, on_overlap, but=absence_id)
    changed.employee_id, changed.kind = draft.employee_id, draft.kind
    _set(changed, pieces[0])
    rows = [changed, *(_row(draft.employee_id, draft.kind, piece) for piece in pieces[1:])]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows if row.id is not None)


def split_absence(session: Session, row: tables.Absence, day: date) -> int:
    """Parts an absence before `day`; gives the id of the second part."""
    if not row.first < day <= row.last:
        raise UserProblem(f"Vælg en dag efter {day_text(row.first)} og senest {day_text(row.last)}.", field="day")
    rest = _row(row.employee_id, row.kind, replace(_piece(row), first=day))
    row.last = day - ONE_DAY
    session.add_all([row, rest])
    session.flush()
    return id_of(rest)


def _make_room(
    session: Session, draft: AbsenceDraft, called: str, on_overlap: OnOverlap, but: int | None = None
) -> list[Piece]:
    """What of the draft can be stored, after what was there has made way (with REPLACE)."""
    touching = [
        row for row in _absences_of(session, draft.employee_id) if row.id != but and draft.piece.overlaps(_piece(row))
    ]
    others = [row for row in touching if row.kind != draft.kind]
    if others and on_overlap is OnOverlap.ASK:
        raise AbsenceOverlap({called: tuple(map(_value, others))})
    kept = [row for row in touching if on_overlap is not OnOverlap.REPLACE or row.kind == draft.kind]
    pieces = without_all(draft.piece, map(_piece, kept))
    if not pieces:
        told = and_list([absence_text(_value(row)) for row in kept])
        raise UserProblem(f"{called} har allerede {told}.", field="first")
    if on_overlap is OnOverlap.REPLACE:
        for row in others:
            cut_absence(session, row, draft.piece)
    return pieces


def cut_absence(session: Session, row: tables.Absence, taken: Piece) -> None:
    """Takes `taken` out of a stored absence: it is shortened, parted, or removed."""
    left = _piece(row).without(taken)
    if not left:
        session.delete(row)
        return
    _set(row, left[0])
    session.add_all([row, *(_row(row.employee_id, row.kind, piece) for piece in left[1:])])


def clear_absence(session: Session, employee_id: int, days: Piece) -> None:
    """Takes the days out of everything the person has."""
    for row in _absences_of(session, employee_id):
        if days.overlaps(_piece(row)):
            cut_absence(session, row, days)


def _absences_of(session: Session, employee_id: int) -> Sequence[tables.Absence]:
    query = select(tables.Absence).where(tables.Absence.employee_id == employee_id)
    return session.exec(query.order_by(col(tables.Absence.first), col(tables.Absence.id))).all()


def _piece(row: tables.Absence) -> Piece:
    if row.start_minute is None or row.end_minute is None:
        return Piece(row.first, row.last)
    return Piece(row.first, row.last, row.start_minute, row.end_minute)


def _value(row: tables.Absence) -> Absence:
    return Absence(id_of(row), row.employee_id, row.first, row.last, row.kind, row.start_minute, row.end_minute)


def _row(employee_id: int, kind: str, piece: Piece) -> tables.Absence:
    row = tables.Absence(employee_id=employee_id, first=piece.first, last=piece.last, kind=kind)
    _set(row, piece)
    return row


def _set(row: tables.Absence, piece: Piece) -> None:
    row.first, row.last = piece.first, piece.last
    row.start_minute = None if piece.whole_days else piece.start
    row.end_minute = None if piece.whole_days else piece.end


# --- loans and vikarer ---------------------------------------------------------------------------


def add_loan(session: Session, draft: LoanDraft, called: str) -> int:
    """Raises UserProblem where the person is lent already at that time, or the stue is no more."""
    table = tables.Loan
    _check_team(session, draft)
    for other in session.exec(select(table).where(table.employee_id == draft.employee_id)).all():
        # A loan for a band inside one for the day is no contradiction: the band wins.
        if _same_days(other, draft) and other.band_id == draft.band_id:
            where, when = existing(session, Team, other.team_id).name, period_text(other.first, other.last)
            raise UserProblem(f"{called} er allerede udlånt til {where} {when}. Fjern det lån først.", field="first")
    row = table(
        employee_id=draft.employee_id,
        team_id=draft.team_id,
        first=draft.first,
        last=draft.last,
        band_id=draft.band_id,
    )
    return add(session, row)


def add_substitute(session: Session, draft: SubstituteDraft, called: str) -> int:
    """Raises UserProblem where one of the staff is a vikar already at that time, or the stue is no more."""
    table = tables.Substitute
    _check_team(session, draft)
    if draft.employee_id is not None:
        for other in session.exec(select(table).where(table.employee_id == draft.employee_id)).all():
            if _same_days(other, draft) and (None in {other.band_id, draft.band_id} or other.band_id == draft.band_id):
                where, when = existing(session, Team, other.team_id).name, period_text(other.first, other.last)
                raise UserProblem(f"{called} er allerede vikar på {where} {when}.", field="employee_id")
    row = table(
        employee_id=draft.employee_id,
        name="" if draft.employee_id else plain_line(draft.name),
        team_id=draft.team_id,
        first=draft.first,
        last=draft.last,
        band_id=draft.band_id,
        pedagogue=draft.pedagogue,
    )
    return add(session, row)


def _check_team(session: Session, draft: LoanDraft | SubstituteDraft) -> None:
    team = existing(session, Team, draft.team_id)
    if team.closed_on is not None and team.closed_on <= draft.last:
        raise UserProblem(f"{team.name} er lukket i den periode.", field="team_id")


def _same_days(row: tables.Loan | tables.Substitute, draft: LoanDraft | SubstituteDraft) -> bool:
    return row.first <= draft.last and draft.first <= row.last
