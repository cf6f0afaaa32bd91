"""Tasks: kinds with their requirements, single tasks, who has them, and why she was chosen."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from dagleder.models.row import PART, Row


class TaskKind(Row, table=True):
    """A kind of task with whom it may be given to. The four weights (1 Lidt, 2 Noget, 3 Meget) are the leader's."""

    __tablename__ = "task_kind"

    key: str = Field(unique=True)  # stable name of a shipped kind; own ones get a random one
    name: str
    roles: str = ""  # comma-separated role keys that may have it; empty = everybody
    subject: str = ""  # method | subject: a competence chosen with each task is a must too; empty = none is
    subject_level: int = 3
    position: int = 0
    hidden: bool = False
    relevance_weight: int = 2
    competence_weight: int = 2
    experience_weight: int = 2
    readiness_weight: int = 2


class TaskKindNeed(Row, table=True):
    """What a task of the kind asks for, until the task says otherwise."""

    __tablename__ = "task_kind_need"
    __table_args__: ClassVar[Any] = (UniqueConstraint("kind_id", "competence_id"), {"sqlite_autoincrement": True})

    kind_id: int = Field(foreign_key="task_kind.id", index=True)
    competence_id: int = Field(foreign_key="competence.id")
    level: int  # 1–4
    must: bool = True


class Task(Row, table=True):
    """Something to be done. Without people it is the leader's own (`own`) or not given to anybody yet."""

    title: str
    kind_id: int | None = Field(default=None, foreign_key="task_kind.id")
    description: str = ""
    team_id: int | None = Field(default=None, foreign_key="team.id")  # None = the whole house
    theme: str = ""
    first: date | None = None  # of a task with a period its first day
    due: date | None = Field(default=None, index=True)  # the deadline, or the period's last day
    minutes: int | None = None  # what it takes; a week when `weekly`
    weekly: bool = False
    mandate: str = ""  # how much is delegated: inform | propose | decide; empty = not told
    origin: str = ""  # where it comes from, in words: 'Personalemøde 24. februar'
    origin_feature: str = ""  # … and what to open: a feature with
    origin_id: int | None = None  # the id of its record
    state: str = "open"  # open | started | done | dropped
    begun: bool = False  # it was started once: what it is again when it is opened again
    ended_on: date | None = None  # the day it was done or dropped
    own: bool = False  # the leader keeps it herself
    added_on: date
    repeat: str = ""  # JSON of dagleder.tasks.repeats.Repeat; empty = once
    repeats_id: int | None = Field(default=None, foreign_key="task.id")  # the one it came after


class TaskNeed(Row, table=True):
    """A competence the task asks for: must (without it she cannot have the task) or a wish."""

    __tablename__ = "task_need"
    __table_args__: ClassVar[Any] = (UniqueConstraint("task_id", "competence_id"), {"sqlite_autoincrement": True})

    task_id: int = Field(foreign_key="task.id", index=True, sa_column_kwargs=PART)
    competence_id: int = Field(foreign_key="competence.id")
    level: int  # 1–4
    must: bool = True


class TaskPerson(Row, table=True):
    """Somebody with a part in a task: she has it, learns it alongside, or is the partner to turn to."""

    __tablename__ = "task_person"
    __table_args__: ClassVar[Any] = (UniqueConstraint("task_id", "employee_id"), {"sqlite_autoincrement": True})

    task_id: int = Field(foreign_key="task.id", index=True, sa_column_kwargs=PART)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    part: str = "owner"  # owner | learner | partner
    since: date
    position: int = 0


class TaskStep(Row, table=True):
    """A line of the task's checklist."""

    __tablename__ = "task_step"

    task_id: int = Field(foreign_key="task.id", index=True, sa_column_kwargs=PART)
    text: str
    done_on: date | None = None
    position: int = 0


class FollowUp(Row, table=True):
    """A day on which the leader asks how it goes, and what she was told."""

    __tablename__ = "follow_up"

    task_id: int = Field(foreign_key="task.id", index=True, sa_column_kwargs=PART)
    day: date
    text: str = ""  # what to ask about
    answer: str = ""
    done_on: date | None = None


class Delegation(Row, table=True):
    """A choice as it was made: who got the task, when and why. Kept when the task goes on to somebody else."""

    task_id: int = Field(foreign_key="task.id", index=True)
    employee_id: int = Field(foreign_key="employee.id", index=True)
    part: str = "owner"  # owner | learner
    partner_id: int | None = Field(default=None, foreign_key="employee.id")
    day: date
    direction: str = ""  # safe | developing | relieving; empty = none of the three
    mandate: str = ""
    reason: str = ""  # the leader's own words
    facts: str  # JSON: the four criteria as they stood, each with its fact, and the weights


class EarlierTask(Row, table=True):
    """Experience from before the program: somebody did tasks of a kind, from–to."""

    __tablename__ = "earlier_task"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    kind_id: int = Field(foreign_key="task_kind.id", index=True)
    first: date
    last: date | None = None  # None = one day or still then
    text: str = ""
