"""A task as it is shown and reckoned with: frozen, with its kind, needs, people, checklist and follow-ups."""

from dataclasses import dataclass
from datetime import date

from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import Origin, PersonDraft, StepDraft, TaskDraft
from dagleder.tasks.kinds import Kind
from dagleder.tasks.needs import Need
from dagleder.tasks.repeats import Repeat
from dagleder.tasks.states import ENDED, STATE_NAMES, Mandate, Part, State


@dataclass(frozen=True, slots=True)
class TaskPerson:
    """Somebody with a part in a task. `called` is how she is spoken of."""

    employee_id: int
    name: str
    called: str
    initials: str
    part: Part
    since: date
    last_day: date | None = None  # of her employment

    def left(self, today: date) -> bool:
        return self.last_day is not None and self.last_day < today


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the checklist."""

    id: int
    text: str
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day on which the leader asks how it goes, and what she was told."""

    id: int
    day: date
    text: str = ""
    answer: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One stored task. `due` is its deadline, or the last day of its period; `minutes` are a week's when `weekly`."""

    id: int
    title: str
    description: str
    team_id: int | None
    theme: str
    first: date | None
    due: date | None
    minutes: int | None
    weekly: bool
    ended_on: date | None
    own: bool
    added_on: date
    repeats_id: int | None
    kind: Kind | None
    team_name: str
    mandate: Mandate | None
    state: State
    origin: Origin
    repeat: Repeat | None
    needs: tuple[Need, ...]
    people: tuple[TaskPerson, ...]
    steps: tuple[Step, ...]
    follow_ups: tuple[FollowUp, ...]
    team_closed_on: date | None = None  # from then on its stue is no more

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    @property
    def why_kept(self) -> str:
        """Why nobody else can have it: whoever had it when it ended, had it. '' while it is open."""
        return f"Opgaven er {STATE_NAMES[self.state]}. Genåbn den først." if self.ended else ""

    def check_open(self) -> None:
        """Raises UserProblem where nobody else can have it."""
        if self.why_kept:
            raise UserProblem(self.why_kept, field="people")

    def check_kept_up(self) -> None:
        """Also one that is done may be ticked off and asked about. Raises UserProblem for one that was dropped."""
        if self.state is State.DROPPED:
            raise UserProblem(self.why_kept)

    @property
    def owners(self) -> tuple[TaskPerson, ...]:
        """Those who have it."""
        return tuple(person for person in self.people if person.part is Part.OWNER)

    @property
    def delegated(self) -> bool:
        return bool(self.owners)

    @property
    def unassigned(self) -> bool:
        return not self.own and not self.owners

    @property
    def progress(self) -> float | None:
        """How much of the checklist is done, from 0 to 1; None without one."""
        return sum(step.done_on is not None for step in self.steps) / len(self.steps) if self.steps else None

    @property
    def next_follow_up(self) -> FollowUp | None:
        """The first that waits for an answer."""
        return next((each for each in self.follow_ups if each.done_on is None), None)

    def step(self, step_id: int) -> Step:
        """One line of its checklist. Raises UserProblem when it is gone."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise UserProblem("Linjen findes ikke længere. Måske er den fortrudt eller slettet imens.")

    def follow_up(self, follow_up_id: int) -> FollowUp:
        """One of its follow-ups. Raises UserProblem when it is gone."""
        for each in self.follow_ups:
            if each.id == follow_up_id:
                return each
        raise UserProblem("Opfølgningen findes ikke længere. Måske er den fortrudt eller slettet imens.")

    def has(self, employee_id: int) -> bool:
        """Whether she has any part in it."""
        return any(person.employee_id == employee_id for person in self.people)

    def draft(self) -> TaskDraft:
        """As it would be entered again."""
        people = tuple(PersonDraft(person.employee_id, person.part) for person in self.people)
        return TaskDraft(
            title=self.title,
            kind_id=self.kind.id if self.kind else None,
            description=self.description,
            team_id=self.team_id,
            theme=self.theme,
            first=self.first,
            due=self.due,
            minutes=self.minutes,
            weekly=self.weekly,
            mandate=self.mandate,
            needs=self.needs,
            origin=self.origin,
            steps=tuple(StepDraft(step.text, step.id) for step in self.steps),
            people=people,
            own=self.own,
            repeat=self.repeat,
            read=(people, self.own, self.mandate),
        )
