"""The tasks somebody has, and those who would lose her beside them. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dagleder.base.dates import day_text
from dagleder.base.findings import Level
from dagleder.base.text import capitalised
from dagleder.departure.orphans import ANYBODY, NOBODY, Line, Section, section, some_names
from dagleder.presence.facts import Person
from dagleder.tasks.states import STATE_NAMES, Part
from dagleder.tasks.task import Task, TaskPerson

_FEATURE: Final = "tasks"
_GUIDING: Final = frozenset({"vejleder_pa_elev", "vejleder_studerende", "mentor", "ressourceperson", "tovholder"})
"""Kinds that are a role of hers towards others for a time."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """`tasks` are those not ended; `may` tells whom each could be given to from the day after, by 'Uddelegér'.

    `guides` are those at level 4 in something it asks for, whom others could turn to.
    The house's leader (`leads`) has those kept as her own too.
    """

    employee_id: int
    called: str
    day: date
    tasks: Sequence[Task]
    may: Mapping[int, Sequence[Person]]
    guides: Mapping[int, Sequence[Person]]
    leads: bool = False

    def sections(self) -> tuple[Section, ...]:
        hers = [task for task in self.tasks if self._part(task) is Part.OWNER or (self.leads and task.own)]
        roles = [task for task in hers if task.kind and task.kind.key in _GUIDING]
        return (
            section("roles", "Vejleder, mentor og tovholder", map(self._own, roles)),
            section("tasks", "Opgaver", (self._own(task) for task in hers if task not in roles)),
            section("partners", "Medlærere og sparringspartnere", self._beside()),
        )

    def _own(self, task: Task) -> Line:
        others = [person.called for person in task.owners if person.employee_id != self.employee_id]
        level = Level.INFO if others else Level.SHOULD if task.due and task.due <= self.day else Level.MUST
        return self._line(task, " ".join(self._details(task, others)), self._successor(task), level)

    def _line(self, task: Task, detail: str, successor: str, level: Level) -> Line:
        return Line(task.title, detail, successor, level, self.day, (_FEATURE, task.id))

    def _details(self, task: Task, others: Sequence[str]) -> Iterator[str]:
        yield f"Frist {day_text(task.due, year=task.due.year != self.day.year)}." if task.due else "Ingen frist."
        done = f"{sum(step.done_on is not None for step in task.steps)} af {len(task.steps)} punkter er gjort."
        yield done if task.steps else f"{capitalised(STATE_NAMES[task.state])}."
        if task.repeat:
            yield f"Gentages {task.repeat.text}."
        if others:
            yield f"Deles med {some_names(others)}."
        if follow_up := task.next_follow_up:
            yield f"Opfølgning {day_text(follow_up.day)}."

    def _successor(self, task: Task) -> str:
        """Who has it with her, else who learns it, where they may have it; else others who may.

        Who learns it and lacks what it asks for is on the way: 'ingen endnu. På vej: Nanna'.
        """
        owners, learners = (self._of_part(task, part) for part in (Part.OWNER, Part.LEARNER))
        may = {each.id for each in self.may.get(task.id, ())}
        if names := [each.called for each in owners if each.employee_id in may]:
            return some_names(names)
        if names := [each.called for each in learners if each.employee_id in may]:
            return f"{some_names(names)}, som lærer den"
        able = self._able(task)
        on_the_way = some_names([each.called for each in learners])
        return f"{NOBODY} endnu. På vej: {on_the_way}" if able == NOBODY and on_the_way else able

    def _of_part(self, task: Task, part: Part) -> Sequence[TaskPerson]:
        return [each for each in task.people if each.part is part and each.employee_id != self.employee_id]

    def _able(self, task: Task) -> str:
        """Who may have it and is not in it already; where it asks nothing of anybody they are not named."""
        others = [each for each in self.may.get(task.id, ()) if each.id != self.employee_id]
        able = [each.called for each in others if not task.has(each.id)]
        asks = any(need.must for need in task.needs) or (task.kind is not None and bool(task.kind.roles))
        return (some_names(able) if asks else ANYBODY) if able else NOBODY

    def _guiding(self, task: Task) -> str:
        """Whom those who have it could turn to instead; a task that asks for nothing leaves that to the leader."""
        if all(need.certificate for need in task.needs):
            return ANYBODY
        guides = [each.called for each in self.guides.get(task.id, ()) if not task.has(each.id)]
        return some_names(guides) or f"{NOBODY} endnu"

    def _beside(self) -> Iterator[Line]:
        """Tasks of others in which she learns along, or is the one to turn to."""
        for task in self.tasks:
            part = self._part(task)
            owners = [person.called for person in task.owners]
            if part is Part.PARTNER:
                whose = "sin" if len(owners) == 1 else "deres"
                detail = f"{some_names(owners)} mister {whose} sparringspartner."
                yield self._line(task, detail, self._guiding(task), Level.SHOULD)
            elif part is Part.LEARNER:
                detail = f"{self.called} lærer den af {some_names(owners)}."
                yield self._line(task, detail, self._able(task), Level.INFO)

    def _part(self, task: Task) -> Part | None:
        return next((person.part for person in task.people if person.employee_id == self.employee_id), None)
