"""Giving a task on after weighing it: what is entered, and what is kept of the choice."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.lines import line
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate, Part
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Suggestion, Valued, Why

LONGEST_REASON: Final = 1_000


@dataclass(frozen=True, slots=True)
class DelegationDraft:
    """Who is to have a task, one or several, and why. The `reason` is the leader's own words, said to all of them.

    `reasons` are her words to each by herself, where they differ: what is said to one is not kept on another's choice.

    `partner_id` is the one to turn to; `learner_ids` learn it alongside. `weights` are those she looked at it by.
    """

    task_id: int
    employee_ids: tuple[int, ...]
    reason: str = ""
    mandate: Mandate | None = None
    direction: Direction | None = None
    partner_id: int | None = None
    learner_ids: tuple[int, ...] = ()
    weights: Weights | None = None
    reasons: Mapping[int, str] = field(default_factory=dict)

    def check(self) -> None:
        """Raises UserProblem at the first field that cannot be kept."""
        if not self.employee_ids:
            raise UserProblem("Vælg hvem der skal have opgaven.", field="employee_ids")
        everybody = [person.employee_id for person in self.people()]
        if len(set(everybody)) < len(everybody):
            raise UserProblem("Den samme medarbejder står der to gange.", field="employee_ids")
        for reason in (self.reason, *self.reasons.values()):
            line(reason, "reason", longest=LONGEST_REASON)
        if self.weights:
            self.weights.check()

    def reason_to(self, employee_id: int) -> str:
        return self.reasons.get(employee_id, self.reason)

    def people(self) -> tuple[PersonDraft, ...]:
        """Everybody with a part in it."""
        partner = () if self.partner_id is None else (self.partner_id,)
        parts = ((Part.OWNER, self.employee_ids), (Part.LEARNER, self.learner_ids), (Part.PARTNER, partner))
        return tuple(PersonDraft(who, part) for part, people in parts for who in people)

    def check_against(self, suggestion: Suggestion) -> None:
        """Raises UserProblem for whoever may not have the task, or cannot be there."""
        for who in self.employee_ids:
            if suggestion.candidate(who) is None:
                raise _refused(suggestion, who, "employee_ids")
        for who in self.learner_ids:
            if suggestion.candidate(who) is None and who not in {each.employee_id for each in suggestion.lacking}:
                raise _refused(suggestion, who, "learner_ids")
        away = {each.employee_id for each in suggestion.excluded if each.why is Why.AWAY}
        if self.partner_id in away:
            raise _refused(suggestion, self.partner_id, "partner_id")


def _refused(suggestion: Suggestion, who: int | None, field: str) -> UserProblem:
    for each in suggestion.left_out:
        if each.employee_id == who:
            return UserProblem(f"{each.called} kan ikke vælges. {each.reason}", field=field)
    return UserProblem("Medarbejderen er der ikke længere. Vælg en anden.", field=field)


@dataclass(frozen=True, slots=True)
class Delegated:
    """A choice as it was made, and the four criteria of whoever was chosen as they stood then."""

    id: int
    task_id: int
    title: str
    employee_id: int
    name: str
    called: str
    part: Part
    partner: str
    day: date
    direction: Direction | None
    mandate: Mandate | None
    reason: str
    values: Mapping[Criterion, Valued]
    weights: Weights

    @property
    def learns(self) -> bool:
        """Alongside somebody who has the task."""
        return self.part is Part.LEARNER


def facts_to_json(candidate: Candidate | LeftOut, weights: Weights) -> str:
    """What is kept of the weighing: about the one chosen, and nobody else."""
    criteria = {each.value: asdict(candidate.values[each]) for each in Criterion}
    return json.dumps({"criteria": criteria, "weights": asdict(weights)}, ensure_ascii=False)


def facts_from_json(text: str) -> tuple[Mapping[Criterion, Valued], Weights]:
    read = json.loads(text)
    values = {Criterion(each): Valued(**valued) for each, valued in read["criteria"].items()}
    return values, Weights(**read["weights"])
