"""Experience: tasks of the kind done before, how lately, and the years in the house and the profession. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import MONTHS
from dagleder.base.text import plural
from dagleder.tasks.earlier import EarlierTask
from dagleder.tasks.points import experience_points
from dagleder.tasks.states import State
from dagleder.tasks.task import Task


@dataclass(frozen=True, slots=True)
class Record:
    """What somebody has done of one kind: how many tasks, the years an entry tells of, and the last day."""

    times: int = 0
    years: int = 0
    latest: date | None = None

    def with_one(self, day: date, years: int = 0) -> "Record":
        return Record(self.times + 1, self.years + years, max(day, self.latest or day))


NEVER = Record()
Records = Mapping[tuple[int, int], Record]
"""By person and kind."""


def records(tasks: Iterable[Task], earlier: Iterable[EarlierTask], today: date) -> Records:
    """Of tasks that were done, and of entries from before."""
    found: defaultdict[tuple[int, int], Record] = defaultdict(Record)
    for task in tasks:
        if task.state is State.DONE and task.kind and task.ended_on:
            for owner in task.owners:
                key = owner.employee_id, task.kind.id
                found[key] = found[key].with_one(task.ended_on)
    for entry in earlier:
        key = entry.employee_id, entry.kind_id
        last = min(entry.last or entry.first, today)
        found[key] = found[key].with_one(last, years_between(entry.first, last) or 0)
    return found


def years_between(first: date | None, day: date) -> int | None:
    """Whole years from `first` to `day`; None where it is not known or still to come."""
    if first is None or first > day:
        return None
    return day.year - first.year - ((day.month, day.day) < (first.month, first.day))


@dataclass(frozen=True, slots=True)
class Seniority:
    """Since when she is in the house, and in the profession where earlier tasks tell it."""

    house: date | None
    profession: date | None

    def years(self, today: date) -> int | None:
        counted = (years_between(since, today) for since in (self.house, self.profession))
        return max((each for each in counted if each is not None), default=None)


def value(record: Record, seniority: Seniority, today: date) -> int:
    return experience_points(record.times + record.years, years_between(record.latest, today), seniority.years(today))


def fact(record: Record, *, has_one: bool, seniority: Seniority, today: date) -> str:
    """'3 gange, senest i marts 2026', 'Ny med opgaven (6 år i huset)', 'Har sin første nu (6 år i huset)'."""
    if record.latest:
        return f"{_how_much(record)}, senest i {MONTHS[record.latest.month - 1]} {record.latest.year}"
    return f"{'Har sin første nu' if has_one else 'Ny med opgaven'}{_years_told(seniority, today)}"


def clause(record: Record) -> str:
    """'har gjort det 3 gange', 'har gjort det i 4 år'; '' for who never did."""
    return f"har gjort det {'i ' if record.years else ''}{_how_much(record)}" if record.latest else ""


def without_type(seniority: Seniority, today: date) -> str:
    """'Opgaven har ingen type (6 år i huset)': then nothing else can be told of experience."""
    return f"Opgaven har ingen type{_years_told(seniority, today)}"


def _how_much(record: Record) -> str:
    return f"{record.years} år" if record.years else plural(record.times, "gang", "gange")


def _years_told(seniority: Seniority, today: date) -> str:
    told = years_told(seniority, today)
    return f" ({told})" if told else ""


def years_told(seniority: Seniority, today: date) -> str:
    """'6 år i huset', 'mindst 11 år i faget', or ''."""
    house, profession = years_between(seniority.house, today), years_between(seniority.profession, today)
    if profession is not None and profession > (house or 0):
        return f"mindst {profession} år i faget"
    if house is None:
        return ""
    return f"{house} år i huset" if house else "under et år i huset"
