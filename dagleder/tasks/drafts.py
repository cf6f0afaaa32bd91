"""Tasks as entered, as frozen values that check themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dagleder.base.dates import YEARS, day_text, hours_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, running_text
from dagleder.tasks.needs import Need, check_needs
from dagleder.tasks.repeats import Repeat
from dagleder.tasks.states import Mandate, Part

MOST_MINUTES: Final = 2_000 * 60
MOST_WEEKLY_MINUTES: Final = 40 * 60
MOST_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a task comes from, in words, and the record to open (a feature and an id in it)."""

    text: str = ""
    feature: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A line of the checklist; `id` is None for a new one. One that stays keeps its tick."""

    text: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Somebody and her part."""

    employee_id: int
    part: Part = Part.OWNER


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task as entered. `needs` None: what its kind asks for. Without people it is the leader's `own`, or nobody's.

    `read` is who had the task it was read from: what was given since, or left by somebody erased, stays as it is.
    """

    title: str
    kind_id: int | None = None
    description: str = ""
    team_id: int | None = None
    theme: str = ""
    first: date | None = None
    due: date | None = None
    minutes: int | None = None
    weekly: bool = False
    mandate: Mandate | None = None
    needs: tuple[Need, ...] | None = None
    origin: Origin = Origin()
    steps: tuple[StepDraft, ...] = ()
    people: tuple[PersonDraft, ...] = ()
    own: bool = False
    repeat: Repeat | None = None
    read: "Held | None" = field(default=None, compare=False)

    @property
    def held(self) -> "Held":
        """Who has it, and how much of it is delegated."""
        return self.people, self.own, self.mandate

    def check(self) -> None:
        """Raises UserProblem at the first field that cannot be kept."""
        line(self.title, "title", empty="Skriv hvad opgaven hedder.")
        running_text(self.description, "description")
        line(self.theme, "theme")
        line(self.origin.text, "origin")
        self._check_days()
        self._check_minutes()
        check_needs(self.needs or ())
        self._check_steps()
        if self.own and self.people:
            raise UserProblem("Opgaven er enten din egen eller givet til nogen.", field="people")
        if self.people and (self.read is None or self.read[0] != self.people):
            check_people(self.people)

    def _check_days(self) -> None:
        for day, where in ((self.first, "first"), (self.due, "due")):
            if day is not None and day.year not in YEARS:
                raise UserProblem(f"Vælg en dag mellem {YEARS[0]} og {YEARS[-1]}.", field=where)
        if self.first is not None:
            if self.due is None:
                raise UserProblem("Skriv den dag, perioden slutter.", field="due")
            if self.due < self.first:
                begins = day_text(self.first, year=True)
                ends = day_text(self.due, year=True)
                raise UserProblem(f"Opgaven begynder {begins}, og fristen {ends} ligger før.", field="due")
        if self.repeat is not None:
            self.repeat.check()
            if self.due is None:
                raise UserProblem("En opgave, der gentages, skal have en frist.", field="due")

    def _check_minutes(self) -> None:
        most = MOST_WEEKLY_MINUTES if self.weekly else MOST_MINUTES
        if self.minutes is None:
            if self.weekly:
                raise UserProblem("Skriv hvor mange timer om ugen.", field="minutes")
        elif not 1 <= self.minutes <= most:
            per = " om ugen" if self.weekly else ""
            raise UserProblem(f"Skriv et antal timer{per} over 0 og højst {hours_text(most)}.", field="minutes")

    def _check_steps(self) -> None:
        if len(self.steps) > MOST_STEPS:
            raise UserProblem(f"En tjekliste har højst {MOST_STEPS} linjer.", field="steps")
        for step in self.steps:
            line(step.text, "steps", empty="Skriv noget på linjen, eller fjern den.")


Held = tuple[tuple[PersonDraft, ...], bool, Mandate | None]
"""Who has a task, whether it is the leader's own, and how much of it is delegated."""


def check_people(people: Sequence[PersonDraft]) -> None:
    """Raises UserProblem unless somebody is responsible, and nobody stands there twice."""
    if not any(person.part is Part.OWNER for person in people):
        raise UserProblem("Vælg mindst én, der har ansvaret.", field="people")
    if len({person.employee_id for person in people}) < len(people):
        raise UserProblem("Den samme medarbejder står der to gange.", field="people")
