"""Everything the four criteria are reckoned from, put together once for all the tasks looked at. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from dagleder.competence.facts import Facts
from dagleder.presence.facts import Absence, Person
from dagleder.settings.places import Team
from dagleder.staff.employment import facts_day
from dagleder.tasks.earlier import EarlierTask
from dagleder.tasks.experience import NEVER, Record, Records, Seniority, records
from dagleder.tasks.readiness import Load, load_of
from dagleder.tasks.relevance import Subjects, name_words
from dagleder.tasks.states import State
from dagleder.tasks.task import Task

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Read:
    """As it was read: today, whatever the time of the tasks looked at.

    `people`: all who have not left, in order of name; `facts` are about them; `reached`: by person and competence
    the day a goal was reached last; `tasks`: all but the one to be given.
    """

    today: date
    facts: Facts
    reached: Mapping[tuple[int, int], date]
    people: tuple[Person, ...]
    absences: tuple[Absence, ...]
    tasks: tuple[Task, ...]
    earlier: tuple[EarlierTask, ...]
    leader_id: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """The same by person. Absence with clock times is too short to count."""

    read: Read
    columns: Mapping[int, int]  # of each, in order of name
    teams: Mapping[int, Team]
    held: Mapping[int, tuple[int, ...]]  # the stuer of each, the first one first
    absences: Mapping[int, Sequence[Absence]]
    loads: Mapping[int, Load]
    records: Records
    current: frozenset[tuple[int, int]]  # who has an open task of which kind
    seniority: Mapping[int, Seniority]
    subjects: Subjects

    @property
    def people(self) -> tuple[Person, ...]:
        return self.read.people

    def team_name(self, who: int) -> str:
        """Of her first stue; '' for the house only."""
        return next((self.teams[each].name for each in self.held[who] if each in self.teams), "")

    def record(self, who: int, kind_id: int | None) -> Record:
        """What she has done of a kind; of no kind there is nothing to compare with."""
        return NEVER if kind_id is None else self.records.get((who, kind_id), NEVER)

    def has_one(self, who: int, kind_id: int | None) -> bool:
        """Whether she has a task of a kind now."""
        return kind_id is not None and (who, kind_id) in self.current

    def turn(self, who: int, kind_id: int | None) -> tuple[Fraction, date, int]:
        """Whose turn it is where all else is alike, the least first: least to do, longest since the last one, name."""
        latest = self.record(who, kind_id).latest
        return self.loads[who].share, latest or date.min, self.columns[who]

    def away(self, person: Person) -> Iterator[tuple[date, date]]:
        """When she is absent for whole days, or not employed: from–to, both included."""
        time = person.employment
        if time.start:
            yield date.min, time.start - _DAY
        if time.end:
            yield time.end + _DAY, date.max - _DAY
        yield from ((each.first, each.last) for each in self.absences.get(person.id, ()))


def know(read: Read) -> Known:
    absences: defaultdict[int, list[Absence]] = defaultdict(list)
    for absence in read.absences:
        if absence.whole_days:
            absences[absence.employee_id].append(absence)
    return Known(
        read=read,
        columns={person.id: column for column, person in enumerate(read.people)},
        teams={team.id: team for team in read.facts.teams},
        held={person.id: _held(person, read.today) for person in read.people},
        absences=absences,
        loads=_loads(read),
        records=records(read.tasks, read.earlier, read.today),
        current=frozenset((who, task.kind.id) for task, who in _owned(read.tasks) if task.kind and not task.ended),
        seniority=_seniority(read),
        subjects=_subjects(read),
    )


def _held(person: Person, today: date) -> tuple[int, ...]:
    day = facts_day(today, person.employment.start, person.employment.end)
    return tuple(each.team_id for each in person.employment.memberships_on(day))


def _loads(read: Read) -> dict[int, Load]:
    open_tasks: defaultdict[int, list[Task]] = defaultdict(list)
    for task, who in _owned(read.tasks):
        if not task.ended:
            open_tasks[who].append(task)
    return {
        person.id: load_of(open_tasks[person.id], person.employment.minutes_on(read.today), read.today)
        for person in read.people
    }


def _seniority(read: Read) -> dict[int, Seniority]:
    since: dict[int, date] = {}
    for entry in read.earlier:
        since[entry.employee_id] = min(entry.first, since.get(entry.employee_id, entry.first))
    return {person.id: Seniority(person.employment.start, since.get(person.id)) for person in read.people}


def _subjects(read: Read) -> Subjects:
    subjects = Subjects(name_words(person.called for person in read.people))
    for task, who in _owned(read.tasks):
        if task.state is not State.DROPPED:
            subjects.add_task(who, f"{task.title} {task.theme}", still=not task.ended)
    for competence_id, role in read.facts.targets:
        subjects.add_target(role, read.facts.competences[competence_id].head)
    return subjects


def _owned(tasks: Iterable[Task]) -> Iterable[tuple[Task, int]]:
    return ((task, owner.employee_id) for task in tasks for owner in task.owners)
