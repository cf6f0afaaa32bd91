"""Changes what people can and wish, inside a transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line, running_text
from dagleder.competence import goal_writing
from dagleder.competence.drafts import TAKEN_BACK, AssessmentDraft, WishDraft
from dagleder.competence.levels import Source
from dagleder.competence.reading import ASSESSMENT_GONE
from dagleder.models import competence as tables
from dagleder.models.staff import Employee
from dagleder.models.stored import existing, id_of
from dagleder.staff.reading import GONE

_Slot = tuple[int, int, date]
"""Somebody, a competence and a day."""


def check_people(session: Session, drafts: Sequence[AssessmentDraft]) -> None:
    """Raises UserProblem when one of those assessed is gone."""
    known = set(session.exec(select(Employee.id)).all())
    if not {draft.employee_id for draft in drafts} <= known:
        raise UserProblem(GONE)


def said_last(drafts: Iterable[AssessmentDraft]) -> tuple[AssessmentDraft, ...]:
    """Of several about the same from the same source and of the same day the last one."""
    newest: dict[tuple[_Slot, Source], AssessmentDraft] = {}
    for draft in drafts:
        about = (*draft.pair, draft.day), draft.source
        newest.pop(about, None)
        newest[about] = draft
    return tuple(newest.values())


def put_assessments(session: Session, drafts: Sequence[AssessmentDraft], today: date) -> tuple[int, ...]:
    """Stores each, in the place of what the same source said that day; gives their ids. One for each day and source."""
    there = _of_the_days(session, drafts)
    goals = goal_writing.goals_of(session, {draft.employee_id for draft in drafts})
    rows = []
    for draft in drafts:
        slot, aims = there[(*draft.pair, draft.day)], goals[draft.pair]
        old = next((row for row in slot if row.source == draft.source), None)
        if old is not None:
            goal_writing.reopen(session, aims, old, draft.level)
        goal_writing.reach(aims, draft, today)
        rows.append(_put(session, draft, old, slot))
    session.flush()
    return tuple(id_of(row) for row in rows)


def _put(
    session: Session, draft: AssessmentDraft, old: tables.Assessment | None, slot: list[tables.Assessment]
) -> tables.Assessment:
    """The draft's row, last of its day whatever else was said then: what is entered last is what counts."""
    if old is not None and old is slot[-1]:
        for name, value in _values(draft).items():
            setattr(old, name, value)
        return old
    if old is not None:
        slot.remove(old)
        session.delete(old)
    row = tables.Assessment(employee_id=draft.employee_id, competence_id=draft.competence_id, **_values(draft))
    session.add(row)
    slot.append(row)
    return row


def _of_the_days(session: Session, drafts: Sequence[AssessmentDraft]) -> defaultdict[_Slot, list[tables.Assessment]]:
    """What there is of the drafts' people on the drafts' days, in the order it was entered."""
    table = tables.Assessment
    query = select(table).where(
        col(table.employee_id).in_({draft.employee_id for draft in drafts}),
        col(table.day).in_({draft.day for draft in drafts}),
    )
    found: defaultdict[_Slot, list[tables.Assessment]] = defaultdict(list)
    for row in session.exec(query.order_by(col(table.id))):
        found[row.employee_id, row.competence_id, row.day].append(row)
    return found


def _values(draft: AssessmentDraft) -> dict[str, Any]:
    return {
        "level": draft.level,
        "day": draft.day,
        "source": draft.source.value,
        "valid_until": draft.valid_until if draft.level else None,
        "evidence": plain_line(draft.evidence),
        "note": running_text(draft.note, "note"),
    }


def change_assessment(session: Session, assessment_id: int, draft: AssessmentDraft, today: date) -> None:
    """Of somebody or something else, of another day or source it is another assessment: then this one goes."""
    old = existing(session, tables.Assessment, assessment_id, ASSESSMENT_GONE)
    if (old.employee_id, old.competence_id, old.day, old.source) != (*draft.pair, draft.day, draft.source):
        remove_assessment(session, assessment_id)
    put_assessments(session, (draft,), today)


def remove_assessment(session: Session, assessment_id: int) -> None:
    row = existing(session, tables.Assessment, assessment_id, ASSESSMENT_GONE)
    aims = goal_writing.goals_of(session, {row.employee_id})[row.employee_id, row.competence_id]
    goal_writing.reopen(session, aims, row)
    session.delete(row)
    session.flush()


def put_wish(session: Session, draft: WishDraft, day: date) -> None:
    """From `day` on this is what she wants; one row a day, and none that says what held already."""
    table = tables.CompetenceWish
    pair = table.employee_id == draft.employee_id, table.competence_id == draft.competence_id
    rows = session.exec(select(table).where(*pair).order_by(col(table.day), col(table.id))).all()
    row = next((row for row in rows if row.day == day), None)
    before = next((row.wish for row in reversed(rows) if row.day < day), TAKEN_BACK)
    if draft.stored == before:
        if row:
            session.delete(row)
        return
    row = row or table(employee_id=draft.employee_id, competence_id=draft.competence_id, wish="", day=day)
    row.wish, row.source = draft.stored, draft.source.value
    session.add(row)
