"""Delegation: whom a task could go to by the four criteria, and the choice. Nothing is ever chosen by the program."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from dagleder.base.clock import Clock
from dagleder.exchange.paper import Document
from dagleder.presence.facts import Person
from dagleder.staff import reading as staff
from dagleder.storage.database import Database
from dagleder.tasks import delegating, kind_writing, reading
from dagleder.tasks import delegation_reading as facts_reading
from dagleder.tasks.asking import Ask, ask_of, time_of
from dagleder.tasks.delegation import Delegated, DelegationDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.known import Known
from dagleder.tasks.step_names import given_name
from dagleder.tasks.suggestion import Hint, Suggestion
from dagleder.tasks.task import Task
from dagleder.tasks.why_paper import why_paper


class DelegationService:
    """`tables`: whose changes make any answer other than it was."""

    tables: Final = facts_reading.TABLES

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: dict[tuple[int, date, int], Known] = {}  # of the task she looks at: weighed without reading anew
        database.subscribe(lambda _: self._kept.clear())

    def suggest(self, task_id: int, weights: Weights | None = None) -> Suggestion:
        """Everybody in the light of one task, by these weights or those of its kind. Nothing is changed by asking.

        UserProblem for a task that is over.
        """
        from dagleder.tasks import suggesting  # noqa: PLC0415 -- brings numpy: a start does not wait for it

        with self._database.reading() as session:
            task = reading.task(session, task_id)
        task.check_open()
        today = self._clock.today()
        state = task_id, today, self._database.commits()  # where another program writes, nobody is told
        known = self._kept.get(state) or self._known([task], today, without=task_id)
        self._kept = {state: known}
        ask = ask_of(task, today, known.read.facts, weights)
        return suggesting.suggestion(ask, known)

    def suggest_all(self) -> Mapping[int, Hint]:
        """The first three for each task that nobody has, by the task's id; all weighed at once."""
        from dagleder.tasks import suggesting  # noqa: PLC0415 -- brings numpy: a start does not wait for it

        with self._database.reading() as session:
            tasks = [task for task in reading.tasks(session) if task.unassigned]
        if not tasks:
            return {}
        today = self._clock.today()
        known = self._known(tasks, today)
        return suggesting.hints([ask_of(task, today, known.read.facts) for task in tasks], known)

    def who_may(self, tasks: Sequence[Task], today: date) -> Mapping[int, tuple[Person, ...]]:
        """By id of the task all whom it could go to as from `today`, in the order of `suggest`; whoever has it too."""
        from dagleder.tasks import suggesting  # noqa: PLC0415 -- brings numpy: a start does not wait for it

        return suggesting.who_may(*self._asked(tasks, today)) if tasks else {}

    def who_guides(self, tasks: Sequence[Task], today: date) -> Mapping[int, tuple[Person, ...]]:
        """By id of the task all at level 4 in something it asks, who are there for it as from `today`."""
        from dagleder.tasks import suggesting  # noqa: PLC0415 -- brings numpy: a start does not wait for it

        return suggesting.who_guides(*self._asked(tasks, today)) if tasks else {}

    def _asked(self, tasks: Sequence[Task], today: date) -> tuple[list[Ask], Known]:
        known = self._known(tasks, today)
        return [ask_of(task, today, known.read.facts) for task in tasks], known

    def _known(self, tasks: Iterable[Task], today: date, without: int | None = None) -> Known:
        """About the whole time of some tasks; what the one of them has to do with people does not count."""
        times = [time_of(task, today) for task in tasks]
        time = min(first for first, _ in times), max(last for _, last in times)
        with self._database.reading() as session:
            tasks = facts_reading.tasks_but(session, without)
            return facts_reading.known(session, today, time, tasks)

    def delegate(self, draft: DelegationDraft) -> tuple[int, ...]:
        """Gives the task on and keeps the choice, one for each who has it. UserProblem for whoever may not have it.

        The weights she looked at it by are those of its kind from then on.
        """
        draft.check()
        with self._database.reading() as session:
            task = reading.task(session, draft.task_id)
        task.check_open()
        suggestion = self.suggest(draft.task_id, draft.weights)
        draft.check_against(suggestion)
        with self._database.reading() as session:
            called = [staff.called(session, who) for who in draft.employee_ids]
        with self._database.writing(given_name(suggestion.title, called)) as session:
            if task.kind is not None and draft.weights is not None:
                kind_writing.set_weights(session, task.kind.id, draft.weights)
            return delegating.give(session, draft, suggestion, self._clock.today())

    def delegations(self, task_id: int) -> tuple[Delegated, ...]:
        """How the task was given, newest first; also to those who no longer have it."""
        with self._database.reading() as session:
            return facts_reading.delegations(session, task_id)

    def why_paper(self, delegation_id: int) -> Document:
        """'Hvorfor fik jeg den?' for one who got a task."""
        with self._database.reading() as session:
            delegated = facts_reading.delegation(session, delegation_id)
            task = reading.task(session, delegated.task_id)
            return why_paper(delegated, task, staff.house_name(session), self._clock.today())
