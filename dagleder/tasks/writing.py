"""Writes tasks inside a transaction that `service` has opened."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, plain_line, running_text
from dagleder.base.text import fold
from dagleder.models import tasks as tables
from dagleder.models.settings import Team
from dagleder.models.staff import Employee
from dagleder.models.stored import add, existing
from dagleder.settings import reading as settings
from dagleder.staff.people import full_name
from dagleder.tasks import reading, repeats
from dagleder.tasks.drafts import PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.kind_writing import put_needs
from dagleder.tasks.reading import GONE
from dagleder.tasks.repeats import Repeat
from dagleder.tasks.states import ENDED, Part, State
from dagleder.tasks.task import Task

_PARTS = (tables.TaskNeed, tables.TaskPerson, tables.TaskStep, tables.FollowUp, tables.Delegation)


def add_task(session: Session, draft: TaskDraft, today: date) -> int:
    """Raises UserProblem where a stue, a kind or somebody of the draft is no more."""
    draft = _with_needs(session, draft)
    _check_team(session, draft, today)
    return _lay(session, draft, draft.repeat.anchored(draft.due) if draft.repeat and draft.due else None, today)


def _lay(session: Session, draft: TaskDraft, repeat: Repeat | None, today: date) -> int:
    row = tables.Task(title="", added_on=today)
    _set(row, draft, repeat)
    task_id = add(session, row)
    _put_parts(session, task_id, draft, today)
    return task_id


def change_task(session: Session, task_id: int, draft: TaskDraft, today: date) -> None:
    """Everything about a task at once; its state, ticks and follow-ups stay."""
    before = reading.task(session, task_id)
    draft = _as_given(draft, before)
    if (draft.people, draft.own) != (before.draft().people, before.own):
        before.check_open()
    draft = _with_needs(session, draft)
    if draft.team_id != before.team_id:
        _check_team(session, draft, today)
    _set(existing(session, tables.Task, task_id, GONE), draft, _repeat(before, draft))
    _put_parts(session, task_id, draft, today)


def _as_given(draft: TaskDraft, before: Task) -> TaskDraft:
    """The draft was written while somebody else had the task: whoever was given it since keeps it.

    UserProblem where the draft gives it to others, too: who is to have it is for her to say again.
    """
    now = before.draft()
    if draft.read is None or now.held in (draft.read, draft.held):
        return draft
    if draft.held != draft.read:
        raise UserProblem("Opgaven er givet til andre imens. Se, hvem der har den nu.", field="people")
    return replace(draft, people=now.people, own=now.own, mandate=now.mandate, read=now.held)


def _with_needs(session: Session, draft: TaskDraft) -> TaskDraft:
    """With the kind's needs where none are told."""
    if draft.kind_id is None:
        return draft
    kind = reading.kind(session, draft.kind_id)
    return draft if draft.needs is not None else replace(draft, needs=kind.needs)


def _repeat(before: Task, draft: TaskDraft) -> Repeat | None:
    """Counted afresh from a deadline that was changed; else as it was counted."""
    if draft.repeat is None or draft.due is None:
        return None
    if before.repeat and draft.due == before.due:
        return Repeat(draft.repeat.every, draft.repeat.unit, before.repeat.month_day)
    return draft.repeat.anchored(draft.due)


def _check_team(session: Session, draft: TaskDraft, today: date) -> None:
    if draft.team_id is None:
        return
    team = session.get(Team, draft.team_id)
    if team is None or (team.closed_on is not None and team.closed_on <= today):
        raise UserProblem("Stuen er lukket eller slettet. Vælg en anden.", field="team_id")


def _set(row: tables.Task, draft: TaskDraft, repeat: Repeat | None) -> None:
    row.title = plain_line(draft.title)
    row.kind_id = draft.kind_id
    row.description = running_text(draft.description, "description")
    row.team_id, row.theme = draft.team_id, plain_line(draft.theme)
    row.first, row.due = draft.first, draft.due
    row.minutes, row.weekly = draft.minutes, draft.weekly
    row.mandate = draft.mandate.value if draft.mandate else ""
    row.origin = plain_line(draft.origin.text)
    row.origin_feature, row.origin_id = draft.origin.feature, draft.origin.id
    row.own = draft.own
    row.repeat = repeats.to_json(repeat) if repeat else ""


def _put_parts(session: Session, task_id: int, draft: TaskDraft, today: date) -> None:
    needs = tables.TaskNeed
    held = session.exec(select(needs).where(needs.task_id == task_id))
    put_needs(session, held, draft.needs or (), partial(needs, task_id=task_id))
    _put_steps(session, task_id, draft.steps)
    _put_people(session, task_id, draft.people, today)


def _put_steps(session: Session, task_id: int, drafts: Sequence[StepDraft]) -> None:
    held = _by_id(session, tables.TaskStep, task_id)
    kept = {draft.id for draft in drafts}
    for step_id, row in held.items():
        if step_id not in kept:
            session.delete(row)
    for position, draft in enumerate(drafts):
        row = held.get(draft.id) or tables.TaskStep(task_id=task_id, text="")
        row.text, row.position = plain_line(draft.text), position
        session.add(row)


def _by_id(session: Session, table: Any, task_id: int) -> dict[int | None, Any]:
    return {row.id: row for row in session.exec(select(table).where(table.task_id == task_id))}


# --- who has it ----------------------------------------------------------------------------------


def give(session: Session, task_id: int, people: Sequence[PersonDraft], today: date) -> None:
    """In place of whoever had it."""
    existing(session, tables.Task, task_id, GONE).own = False
    _put_people(session, task_id, people, today)


def set_own(session: Session, task_id: int, *, own: bool) -> None:
    """The leader's own, or nobody's: others no longer have a part in it."""
    _put_people(session, task_id, (), date.min)
    existing(session, tables.Task, task_id, GONE).own = own


def _put_people(session: Session, task_id: int, people: Sequence[PersonDraft], today: date) -> None:
    """Those with a part become these; who stays keeps the day since when she has it.

    Alone with it the leader herself (under her own name in the register) keeps it as her own. Raises UserProblem for
    somebody who has left.
    """
    table = tables.TaskPerson
    held = {row.employee_id: row for row in session.exec(select(table).where(table.task_id == task_id))}
    if [person.employee_id for person in people] == [leader_id(session)]:
        people = ()
        existing(session, tables.Task, task_id, GONE).own = True
    wanted = {person.employee_id for person in people}
    for employee_id, row in held.items():
        if employee_id not in wanted:
            session.delete(row)
    for position, person in enumerate(people):
        if person.employee_id not in held:
            _check_employed(session, person.employee_id, today)
        row = held.get(person.employee_id) or table(task_id=task_id, employee_id=person.employee_id, since=today)
        row.part, row.position = person.part.value, position
        session.add(row)


def _check_employed(session: Session, employee_id: int, today: date) -> None:
    row = session.get(Employee, employee_id)
    if row is None:
        raise UserProblem("Medarbejderen findes ikke længere. Vælg en anden.", field="people")
    if row.end is not None and row.end < today:
        name = full_name(row.first_name, row.last_name)
        raise UserProblem(f"{name} stoppede {day_text(row.end, year=True)}. Vælg en anden.", field="people")


def leader_id(session: Session) -> int | None:
    """The leader's own row in the register, by her name; None where she is not in it, or two are of that name."""
    name = fold(settings.house(session).leader_name)
    if not name:
        return None
    rows = session.exec(select(Employee.id, Employee.first_name, Employee.last_name)).all()
    found = [row_id for row_id, first, last in rows if fold(full_name(first, last)) == name]
    return found[0] if len(found) == 1 else None


# --- its course ----------------------------------------------------------------------------------


def set_state(session: Session, task_id: int, state: State, today: date) -> None:
    row = existing(session, tables.Task, task_id, GONE)
    row.state = state.value
    row.begun = row.begun or state is State.STARTED
    row.ended_on = today if state in ENDED else None


def finish(session: Session, task: Task, today: date) -> None:
    """Done; and where it comes again, the next one is laid, once."""
    set_state(session, task.id, State.DONE, today)
    table = tables.Task
    laid = session.exec(select(table.id).where(table.repeats_id == task.id)).first() is not None
    due = task.repeat.after(task.due, today) if task.repeat and task.due and not laid else None
    if due is not None:
        _lay_next(session, task, due, today)


def _lay_next(session: Session, task: Task, due: date, today: date) -> None:
    next_id = _lay(session, _next_draft(session, task, due, today), task.repeat, today)
    existing(session, tables.Task, next_id, GONE).repeats_id = task.id


def _next_draft(session: Session, task: Task, due: date | None, today: date) -> TaskDraft:
    """The same task to another deadline, for those of the same people who are still there, with nothing ticked."""
    ends = {row.id: row.end for row in session.execute(select(col(Employee.id), col(Employee.end)))}
    people = tuple(each for each in task.draft().people if (ends[each.employee_id] or today) >= today)
    return replace(
        task.draft(),
        first=due - (task.due - task.first) if due and task.due and task.first else None,
        due=due,
        steps=tuple(StepDraft(step.text) for step in task.steps),
        people=people if any(each.part is Part.OWNER for each in people) else (),
    )


def untouched_next(session: Session, task: Task) -> Task | None:
    """The one laid after it, while it stands as it was laid: nobody has begun on it or said more of it."""
    after = reading.task_after(session, task.id)
    if after is None or after.state is not State.OPEN or after.follow_ups or any(step.done_on for step in after.steps):
        return None
    given = session.exec(select(tables.Delegation.id).where(tables.Delegation.task_id == after.id)).first()
    as_it_is = replace(after.draft(), steps=tuple(StepDraft(step.text) for step in after.steps))
    due = task.repeat.after(task.due, after.added_on) if task.repeat and task.due else None
    as_laid = _next_draft(session, task, due, after.added_on)
    return after if given is None and as_it_is == as_laid else None


def reopen(session: Session, task: Task, today: date) -> None:
    """As it was before it ended. The one laid after it goes, while it is untouched: it is laid again."""
    after = untouched_next(session, task)
    if after is not None:
        remove(session, after.id)
    begun = existing(session, tables.Task, task.id, GONE).begun
    set_state(session, task.id, State.STARTED if begun else State.OPEN, today)


def tick(session: Session, step_id: int, *, done: bool, today: date) -> None:
    """A line of the checklist is done or not. With the first one done the task has begun."""
    step = existing(session, tables.TaskStep, step_id)
    step.done_on = today if done else None
    task = existing(session, tables.Task, step.task_id, GONE)
    task.begun = task.begun or done
    if done and task.state == State.OPEN:
        task.state = State.STARTED.value


def add_follow_up(session: Session, task_id: int, day: date, text: str) -> int:
    existing(session, tables.Task, task_id, GONE)
    return add(session, tables.FollowUp(task_id=task_id, day=day, text=line(text, "text")))


def answer_follow_up(session: Session, follow_up_id: int, answer: str, today: date) -> None:
    row = existing(session, tables.FollowUp, follow_up_id)
    row.answer, row.done_on = running_text(answer, "answer"), today


def remove(session: Session, task_id: int) -> None:
    """The task with all that belongs to it; the one that came after it stays."""
    row = existing(session, tables.Task, task_id, GONE)
    for table in _PARTS:
        _delete(session, session.exec(select(table).where(col(table.task_id) == task_id)))
    for after in session.exec(select(tables.Task).where(tables.Task.repeats_id == task_id)):
        after.repeats_id = None
    session.delete(row)


def _delete(session: Session, rows: Iterable[Any]) -> None:
    for row in rows:
        session.delete(row)
