"""The tasks of one person as lines of a table: what is to be done by when, what she has done, and what before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import MONTHS_SHORT
from dagleder.base.text import capitalised
from dagleder.tasks.earlier import EarlierTask
from dagleder.tasks.lists import due_text, grouped
from dagleder.tasks.states import PART_NAMES, State
from dagleder.tasks.task import Task
from ui.kit.table_values import CellLook, Column, Group, Grouping, Mark
from ui.tasks.task_lines import due_mark

DONE: Final = "Færdige det seneste år"
EARLIER: Final = "Erfaring fra før"
_YEAR: Final = timedelta(days=365)
_WHOLE_YEARS: Final = (1, 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Line:
    """A task, or something she did before the program; `ended` is None where nothing can be ticked."""

    id: tuple[str, int]
    heading: str
    title: str
    part: str
    when: str
    mark: Mark | None
    ended: bool | None
    about: Task | EarlierTask


def lines_of(
    employee_id: int, tasks: Iterable[Task], earlier: Iterable[EarlierTask], kinds: Mapping[int, str], today: date
) -> list[Line]:
    hers = [task for task in tasks if task.has(employee_id)]
    going = [task for task in hers if not task.ended]
    done = [task for task in hers if task.state is State.DONE and (task.ended_on or date.min) > today - _YEAR]
    lines = [
        _task_line(task, employee_id, group.name, today) for group in grouped(going, today) for task in group.tasks
    ]
    ended = sorted(done, key=lambda task: task.ended_on or date.min, reverse=True)
    lines += [_task_line(task, employee_id, DONE, today) for task in ended]
    return [*lines, *_earlier_lines(earlier, kinds)]


def _task_line(task: Task, employee_id: int, heading: str, today: date) -> Line:
    part = next(person.part for person in task.people if person.employee_id == employee_id)
    mark = due_mark(task, today)
    said = capitalised(PART_NAMES[part])
    return Line(("task", task.id), heading, task.title, said, due_text(task, today), mark, task.ended, task)


def _earlier_lines(earlier: Iterable[EarlierTask], kinds: Mapping[int, str]) -> Iterator[Line]:
    for entry in earlier:
        kind = kinds.get(entry.kind_id, "")
        title = f"{kind}: {entry.text}" if entry.text else kind
        yield Line(("earlier", entry.id), EARLIER, title, "", _period(entry), None, None, entry)


def _period(entry: EarlierTask) -> str:
    """'aug 2019–okt 2020'; whole years as years."""
    begun, ended = entry.first, entry.last or entry.first
    years = (begun.month, begun.day, ended.month, ended.day) == _WHOLE_YEARS
    first, last = (str(begun.year), str(ended.year)) if years else (_month(begun), _month(ended))
    return first if first == last else f"{first}–{last}"


def _month(day: date) -> str:
    return f"{MONTHS_SHORT[day.month - 1]} {day.year}"


COLUMNS: tuple[Column, ...] = (
    Column(
        "done",
        "",
        lambda line: "færdig" if line.ended else "",
        look=CellLook.TICK,
        shape=lambda line: line.ended,
        width=36,
        least=36,
    ),
    Column("title", "Opgave", lambda line: line.title, wraps=True),
    Column("part", "Rolle", lambda line: line.part, look=CellLook.MUTED, width=130),
    Column(
        "due", "Hvornår", lambda line: line.when, look=CellLook.MARK, shape=lambda line: line.mark, width=174, least=170
    ),
)
GROUPING = Grouping(lambda line: line.heading, Group)


def chosen_earlier(line: Line | None) -> EarlierTask | None:
    return line.about if line is not None and isinstance(line.about, EarlierTask) else None


def chosen_task(line: Line | None) -> Task | None:
    return line.about if line is not None and isinstance(line.about, Task) else None
