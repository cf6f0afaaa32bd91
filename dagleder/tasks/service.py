"""Tasks: kinds, single tasks, who has them and how far they are. Every change is one step that can be undone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Final

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.lines import line, plain_line
from dagleder.exchange.paper import Document
from dagleder.exchange.xlsx import Sheet
from dagleder.models import tasks as tables
from dagleder.models.stored import existing
from dagleder.settings import reading as settings
from dagleder.staff import reading as staff
from dagleder.staff.people import list_order
from dagleder.storage.database import Database
from dagleder.tasks import delegation_reading, earlier_entries, kind_writing, reading, writing
from dagleder.tasks.drafts import PersonDraft, TaskDraft, check_people
from dagleder.tasks.earlier import EarlierDraft, EarlierTask
from dagleder.tasks.kinds import Kind, KindDraft, Weights
from dagleder.tasks.quick import QuickTask
from dagleder.tasks.quick_reading import quick_task
from dagleder.tasks.register import Register
from dagleder.tasks.remarks import remarks
from dagleder.tasks.reports import EVERYBODY, Whose, list_paper, list_sheet, spread_paper, spread_sheet
from dagleder.tasks.spread import Spread, spread
from dagleder.tasks.states import STATE_NAMES, State
from dagleder.tasks.step_names import STATE_STEPS, given_name, tick_name
from dagleder.tasks.task import Task


class TasksService:
    """Drafts are checked before anything is written; UserProblem tells what is wrong with one.

    `tables`: whose changes make any answer other than it was.
    """

    tables: Final = delegation_reading.TABLES | {"closing_day"}

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # --- kinds -------------------------------------------------------------------------------

    def kinds(self, *, hidden: bool = False) -> tuple[Kind, ...]:
        """The kinds in use, in order; with `hidden` the others too."""
        with self._database.reading() as session:
            return tuple(kind for kind in reading.kinds(session) if hidden or not kind.hidden)

    def add_kind(self, draft: KindDraft) -> int:
        draft.check()
        with self._database.writing(f"Ny opgavetype: {plain_line(draft.name)}") as session:
            return kind_writing.add_kind(session, draft)

    def change_kind(self, kind_id: int, draft: KindDraft) -> None:
        """Also renames it. Tasks already made keep what they ask for."""
        draft.check()
        with self._database.writing(f"Ret opgavetypen {plain_line(draft.name)}") as session:
            kind_writing.change_kind(session, kind_id, draft)

    def hide_kind(self, kind_id: int, *, hidden: bool = True) -> None:
        """A hidden kind is not offered; its tasks stay."""
        kind = self._kind(kind_id)
        with self._database.writing(f"{'Skjul' if hidden else 'Vis'} opgavetypen {kind.name}") as session:
            existing(session, tables.TaskKind, kind_id, reading.KIND_GONE).hidden = hidden

    def set_weights(self, kind_id: int, weights: Weights) -> None:
        """How much each criterion counts for tasks of the kind."""
        weights.check()
        kind = self._kind(kind_id)
        with self._database.writing(f"Ret vægte for {kind.name}") as session:
            kind_writing.set_weights(session, kind_id, weights)

    def _kind(self, kind_id: int) -> Kind:
        with self._database.reading() as session:
            return reading.kind(session, kind_id)

    # --- tasks -------------------------------------------------------------------------------

    def tasks(self, *, ended: bool = False) -> tuple[Task, ...]:
        """By deadline, then title; with `ended` those done and dropped too."""
        with self._database.reading() as session:
            return reading.tasks(session, ended=ended)

    def task(self, task_id: int) -> Task:
        with self._database.reading() as session:
            return reading.task(session, task_id)

    def add(self, draft: TaskDraft) -> int:
        draft.check()
        with self._database.writing(f"Ny opgave: {plain_line(draft.title)}") as session:
            return writing.add_task(session, draft, self._clock.today())

    def change(self, task_id: int, draft: TaskDraft) -> None:
        """Everything about it at once (see `Task.draft`); its state, ticks and follow-ups stay."""
        draft.check()
        with self._database.writing(f"Ret opgaven {plain_line(draft.title)}") as session:
            writing.change_task(session, task_id, draft, self._clock.today())

    def remove(self, task_id: int) -> None:
        """With all that belongs to it. One that was given and never done is rather dropped."""
        with self._database.writing(f"Slet opgaven {self.task(task_id).title}") as session:
            writing.remove(session, task_id)

    def quick(self, text: str) -> QuickTask:
        """What a quick line says: 'Legepladseftersyn @ok fre'. Nothing is kept."""
        with self._database.reading() as session:
            return quick_task(session, text, self._clock.today())

    def add_quick(self, text: str) -> int:
        return self.add(self.quick(text).draft())

    # --- who has it --------------------------------------------------------------------------

    def give(self, task_id: int, people: Sequence[PersonDraft]) -> None:
        """To those, at least one of them responsible, in place of who had it; without going through the criteria.

        Given to the leader under her own name in the register it is her own.
        """
        task = self._open_task(task_id)
        check_people(people)
        with self._database.reading() as session:
            called = [staff.called(session, person.employee_id) for person in people]
        with self._database.writing(given_name(task.title, called)) as session:
            writing.give(session, task_id, people, self._clock.today())

    def keep(self, task_id: int) -> None:
        """The leader does it herself."""
        with self._database.writing(f"Behold {self._open_task(task_id).title} selv") as session:
            writing.set_own(session, task_id, own=True)

    def take_back(self, task_id: int) -> None:
        """Nobody has it (yet)."""
        with self._database.writing(f"Tag {self._open_task(task_id).title} tilbage") as session:
            writing.set_own(session, task_id, own=False)

    def _open_task(self, task_id: int) -> Task:
        task = self.task(task_id)
        task.check_open()
        return task

    # --- its course --------------------------------------------------------------------------

    def start(self, task_id: int) -> None:
        self._set_state(task_id, State.STARTED)

    def finish(self, task_id: int) -> None:
        """Done. Where it comes again, the next one is laid in the same step, for the same people."""
        task = self._to_become(task_id, State.DONE)
        with self._database.writing(STATE_STEPS[State.DONE].format(task.title)) as session:
            writing.finish(session, task, self._clock.today())

    def drop(self, task_id: int) -> None:
        """It is not to be done after all; nor does it come again."""
        self._set_state(task_id, State.DROPPED)

    def reopen(self, task_id: int) -> None:
        """As far as it was before it ended. With it goes the next one, where that is untouched."""
        task = self.task(task_id)
        if not task.ended:
            raise UserProblem(f"Opgaven er allerede åben: {STATE_NAMES[task.state]}.")
        with self._database.writing(STATE_STEPS[State.OPEN].format(task.title)) as session:
            writing.reopen(session, task, self._clock.today())

    def untouched_next(self, task_id: int) -> Task | None:
        """The one that goes when this task is opened again."""
        with self._database.reading() as session:
            return writing.untouched_next(session, reading.task(session, task_id))

    def _set_state(self, task_id: int, state: State) -> None:
        task = self._to_become(task_id, state)
        with self._database.writing(STATE_STEPS[state].format(task.title)) as session:
            writing.set_state(session, task_id, state, self._clock.today())

    def _to_become(self, task_id: int, state: State) -> Task:
        task = self.task(task_id)
        if task.state is state:
            raise UserProblem(f"Opgaven er allerede {STATE_NAMES[state]}.")
        task.check_open()
        return task

    def tick(self, task_id: int, step_id: int, *, done: bool = True) -> None:
        """A line of the checklist is done or not. With the first one done the task has begun."""
        task = self.task(task_id)
        task.check_kept_up()
        with self._database.writing(tick_name(task, task.step(step_id), done=done)) as session:
            writing.tick(session, step_id, done=done, today=self._clock.today())

    def follow_up(self, task_id: int, day: date, text: str = "") -> int:
        """The leader will ask on that day how it goes."""
        line(text, "text")
        task = self.task(task_id)
        task.check_kept_up()
        with self._database.writing(f"Opfølgning på {task.title} {day_text(day)}") as session:
            return writing.add_follow_up(session, task_id, day, text)

    def answer_follow_up(self, task_id: int, follow_up_id: int, answer: str) -> None:
        """What she was told; the follow-up no longer waits."""
        task = self.task(task_id)
        with self._database.writing(f"Svar på opfølgning på {task.title}") as session:
            writing.answer_follow_up(session, task.follow_up(follow_up_id).id, answer, self._clock.today())

    # --- experience from before the program --------------------------------------------------

    def earlier(self, employee_id: int | None = None) -> tuple[EarlierTask, ...]:
        """What somebody (or everybody) did before the program, newest first."""
        with self._database.reading() as session:
            return earlier_entries.entries(session, employee_id)

    def add_earlier(self, draft: EarlierDraft) -> int:
        draft.check(self._clock.today())
        with self._writing_earlier(draft, "Ny erfaring") as session:
            return earlier_entries.add_entry(session, draft)

    def change_earlier(self, entry_id: int, draft: EarlierDraft) -> None:
        draft.check(self._clock.today())
        with self._writing_earlier(draft, "Ret erfaring") as session:
            earlier_entries.change_entry(session, entry_id, draft)

    def remove_earlier(self, entry_id: int) -> None:
        with self._database.reading() as session:
            held = earlier_entries.entry(session, entry_id)
        with self._writing_earlier(held, "Fjern erfaring") as session:
            earlier_entries.remove_entry(session, entry_id)

    @contextmanager
    def _writing_earlier(self, entry: EarlierDraft | EarlierTask, what: str) -> Iterator[Session]:
        with self._database.reading() as session:
            called = staff.called(session, entry.employee_id)
            kind = reading.kind(session, entry.kind_id)
        with self._database.writing(f"{what} for {called}: {kind.name}") as session:
            yield session

    # --- as a whole --------------------------------------------------------------------------

    def today(self) -> date:
        """What 'over fristen' is reckoned from."""
        return self._clock.today()

    def findings(self, task_id: int) -> tuple[Finding, ...]:
        """What is worth telling about a task as it stands; nothing of it hinders anything."""
        with self._database.reading() as session:
            task = reading.task(session, task_id)
            due = task.due or date.max
            today, closed = self._clock.today(), settings.closing_days(session, due, due)
            return tuple(remarks(task, closed, delegation_reading.misfits_of(session, task, today), today))

    def spread(self, first: date, last: date) -> Spread:
        """How the tasks of a period are spread over people and roles."""
        with self._database.reading() as session:
            today = self._clock.today()
            rows = sorted(staff.staff_rows(session, today, left=True), key=list_order)
            return spread(reading.tasks(session, ended=True), rows, (first, last), today, writing.leader_id(session))

    def leader_id(self) -> int | None:
        """The leader's own row in the register of staff, where she is in it."""
        with self._database.reading() as session:
            return writing.leader_id(session)

    def register(self) -> Register:
        """What the words of a command can mean."""
        with self._database.reading() as session:
            return reading.register(session, self._clock.today())

    def list_paper(self, whose: Whose = EVERYBODY) -> Document:
        with self._database.reading() as session:
            tasks = reading.tasks(session, ended=whose.task_ids is not None)
            return list_paper(tasks, whose, settings.house(session), self._clock.today())

    def list_sheet(self, whose: Whose = EVERYBODY) -> Sheet:
        return list_sheet(self.tasks(ended=True), whose)

    def spread_sheet(self, first: date, last: date) -> Sheet:
        return spread_sheet(self.spread(first, last))

    def spread_paper(self, first: date, last: date) -> Document:
        with self._database.reading() as session:
            house_name = staff.house_name(session)
        return spread_paper(self.spread(first, last), house_name, self._clock.today())
