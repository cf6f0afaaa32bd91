"""The lines of the task list: by what they are divided, and what each column says. No widgets here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from dagleder.base.text import danish_key
from dagleder.tasks.lists import due_text, follow_up_text, grouped, overdue, people_text, progress_text, to_ask_about
from dagleder.tasks.states import STATE_NAMES, State
from dagleder.tasks.task import FollowUp, Task
from ui.kit.person_dot import initials_of
from ui.kit.table_values import CellLook, Column, Group, Grouping, Mark, RowNote

WHOLE_HOUSE = "Hele huset"
WRITE_ANSWER = "Skriv svar"


class By(StrEnum):
    """What the list is divided by."""

    DUE = "due"
    PERSON = "person"
    TEAM = "team"


BY_NAMES = {By.DUE: "Frist", By.PERSON: "Person", By.TEAM: "Stue"}


@dataclass(frozen=True, slots=True)
class Line:
    """One task in the list, under a heading; `leader` is who has those that are her own.

    A task that several have stands under each of them: from the second on `again` is whose it is there.
    """

    task: Task
    today: date
    heading: str
    leader: str = ""
    again: int | None = None

    @property
    def id(self) -> int | tuple[int, int]:
        return self.task.id if self.again is None else (self.task.id, self.again)

    @property
    def follow_up(self) -> FollowUp | None:
        """The one that waits."""
        return to_ask_about(self.task, self.today)


def lines_of(tasks: Iterable[Task], by: By, today: date, leader: str) -> list[Line]:
    """Headings in their order: deadlines from the first, people and stuer by name; in each the first due is first."""
    groups = grouped(tasks, today)
    if by is By.DUE:
        return [Line(task, today, group.name, leader) for group in groups for task in group.tasks]
    in_time = chain.from_iterable(group.tasks for group in groups)
    lines = [line for task in in_time for line in _under(task, by, today, leader)]
    return sorted(lines, key=lambda line: _place(line, by))


def _under(task: Task, by: By, today: date, leader: str) -> Iterator[Line]:
    """A line under each of those who have it."""
    if by is By.TEAM or not task.owners:
        yield Line(task, today, people_text(task) if by is By.PERSON else task.team_name or WHOLE_HOUSE, leader)
        return
    for number, person in enumerate(task.owners):
        yield Line(task, today, person.name, leader, person.employee_id if number else None)


def _place(line: Line, by: By) -> tuple[bool, bool, str]:
    """The leader's own and the whole house's first, what nobody has last."""
    task, person = line.task, by is By.PERSON
    return (
        person and task.unassigned,
        not ((task.own and not task.owners) if person else task.team_id is None),
        danish_key(line.heading),
    )


GROUPING = Grouping(lambda line: line.heading, Group)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What she has filtered by; None of each is everything."""

    employee_id: int | None = None
    team_id: int | None = None
    kind_id: int | None = None

    def takes(self, task: Task) -> bool:
        return (
            (self.employee_id is None or task.has(self.employee_id))
            and (self.team_id is None or task.team_id == self.team_id)
            and (self.kind_id is None or (task.kind is not None and task.kind.id == self.kind_id))
        )


# what each column says


def due_mark(task: Task, today: date) -> Mark | None:
    """How a deadline stands: what has passed is never told by its colour alone."""
    if task.ended:
        return None
    if overdue(task, today):
        return Mark("danger", "clock-alert", bold=True)
    return Mark("warn", "clock", bold=True) if task.due == today else None


def end_mark(task: Task) -> bool | Mark:
    """A tick where it is done; another mark where it was dropped."""
    return Mark("text2", "x") if task.state is State.DROPPED else task.ended


def _dot(line: Line) -> str | Mark:
    owners = line.task.owners
    if owners:
        return next((each for each in owners if each.employee_id == line.again), owners[0]).initials
    if line.task.own:
        return initials_of(line.leader) if line.leader else Mark("text", "user")
    return Mark("text", "user-x", bold=True)


def _share(line: Line) -> float | None:
    """A bar where some of a checklist is done; else words."""
    return None if line.task.ended else line.task.progress or None


COLUMNS: tuple[Column, ...] = (
    Column(
        "done",
        "",
        lambda line: STATE_NAMES[line.task.state],
        look=CellLook.TICK,
        shape=lambda line: end_mark(line.task),
        width=36,
        least=36,
    ),
    Column("title", "Opgave", lambda line: line.task.title, wraps=True),
    Column(
        "who",
        "Ansvarlig",
        lambda line: people_text(line.task, today=line.today),
        look=CellLook.PERSON,
        shape=_dot,
        width=190,
    ),
    Column("team", "Stue", lambda line: line.task.team_name, look=CellLook.MUTED, width=104),
    Column(
        "due",
        "Frist",
        lambda line: due_text(line.task, line.today),
        sort=lambda line: line.task.due,
        look=CellLook.MARK,
        shape=lambda line: due_mark(line.task, line.today),
        width=170,
    ),
    Column("origin", "Kommer fra", lambda line: line.task.origin.text, look=CellLook.MUTED, width=150, wraps=True),
    Column(
        "progress",
        "Fremdrift",
        lambda line: progress_text(line.task),
        sort=lambda line: line.task.progress or 0.0,
        look=CellLook.PROGRESS,
        shape=_share,
        width=112,
        tip=lambda line: progress_text(line.task),
    ),
)
BESIDE_PANEL = frozenset({"team", "origin", "progress"})
"""Columns that give way where the panel is open: it says them itself."""


def notes(line: Line) -> Sequence[RowNote]:
    """Under a task that she is to ask about this week."""
    follow_up = line.follow_up
    if follow_up is None:
        return ()
    return (RowNote(follow_up_text(follow_up, line.today), WRITE_ANSWER, "warn", follow_up),)
