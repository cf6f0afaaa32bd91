"""Whom the leader is about to give a task to: one or several, who learns along, and which way she went. Pure."""

from dataclasses import dataclass, replace

from dagleder.base.text import and_list
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate
from dagleder.tasks.suggestion import Direction, Pointed, Suggestion


@dataclass(frozen=True, slots=True)
class Choice:
    """`first` is the one in the list, `others` have the task with her."""

    first: int | None = None
    others: tuple[int, ...] = ()
    learners: frozenset[int] = frozenset()
    direction: Direction | None = None
    partner: int | None = None

    @property
    def owners(self) -> tuple[int, ...]:
        return () if self.first is None else (self.first, *(each for each in self.others if each != self.first))

    def of(self, employee_id: int) -> "Choice":
        """Another in the list: the way that was gone before is left."""
        if employee_id == self.first:
            return self
        others = tuple(each for each in self.others if each != employee_id)
        return Choice(employee_id, others, self.learners - {employee_id})

    def towards(self, pointed: Pointed) -> "Choice":
        """The one a direction names; where she lacks a must her partner has the task, and she learns along."""
        if pointed.learns_along and pointed.employee_id is not None:
            return Choice(pointed.partner_id, learners=frozenset({pointed.employee_id}), direction=pointed.direction)
        return Choice(pointed.employee_id, direction=pointed.direction, partner=pointed.partner_id)

    def with_learner(self, employee_id: int) -> "Choice":
        """Learning along, or no longer."""
        return replace(self, learners=self.learners ^ {employee_id})

    def with_other(self, employee_id: int) -> "Choice":
        """Having it too, or no longer."""
        there = employee_id in self.others
        others = tuple(each for each in self.others if each != employee_id)
        return replace(self, others=others if there else (*others, employee_id))

    def still(self, suggestion: Suggestion) -> "Choice":
        """What holds of it when the task asks for something else: who can no longer have it is let go."""
        may = [each.employee_id for each in suggestion.candidates]
        lacking = {each.employee_id for each in suggestion.lacking}
        first = self.first if self.first in may else (may[0] if may else None)
        same = first == self.first
        return Choice(
            first,
            tuple(each for each in self.others if each in may and each != first),
            self.learners & lacking,
            self.direction if same else None,
            self.partner if same else None,
        )

    def called(self, suggestion: Suggestion) -> str:
        """'Helle', 'Helle og Rikke'."""
        people = [suggestion.candidate(each) for each in self.owners]
        return and_list([each.called for each in people if each is not None])

    def explanation(self, suggestion: Suggestion) -> str:
        """What the reason begins with: the facts about those chosen, until she writes her own."""
        people = [suggestion.candidate(each) for each in self.owners]
        return " ".join(each.sentence for each in people if each is not None)

    def draft(self, task_id: int, reason: str, mandate: Mandate | None, weights: Weights) -> DelegationDraft:
        return DelegationDraft(
            task_id,
            self.owners,
            reason,
            mandate,
            self.direction,
            None if self.partner in self.owners else self.partner,
            tuple(sorted(self.learners - set(self.owners))),
            weights,
        )
