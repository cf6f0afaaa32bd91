"""Whom the leader is about to give a task to: one or several, who learns along, and which way she went. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dagleder.base.text import and_list, squeezed
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.states import Mandate
from dagleder.tasks.suggestion import Candidate, Direction, LeftOut, Pointed, Suggestion

_CHOSE = r"(?i:jeg har valgt(?:, at)?) {}\b"


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

    @property
    def marked(self) -> frozenset[int]:
        """Everybody who will have a part in it."""
        return self.learners | {*self.owners, *(() if self.partner is None else (self.partner,))}

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
        same = first == self.first and not self._turned_from(suggestion)
        return Choice(
            first,
            tuple(each for each in self.others if each in may and each != first),
            self.learners & lacking,
            self.direction if same else None,
            self.partner if same else None,
        )

    def _turned_from(self, suggestion: Suggestion) -> bool:
        """Whether the way that was gone names another by now."""
        way = suggestion.towards(self.direction)
        return way is not None and self.towards(way).first != self.first

    def called(self, suggestion: Suggestion) -> str:
        """'Helle', 'Helle og Rikke', 'Karen, Nanna lærer med', 'Nanna med Karen'."""
        owners = and_list([each.called for each in map(suggestion.candidate, self.owners) if each])
        if not owners:
            return ""
        learners = and_list([each.called for each in self._learning(suggestion)])
        everybody: list[Candidate | LeftOut] = [*suggestion.candidates, *suggestion.left_out]
        partner = next((each.called for each in everybody if each.employee_id == self.partner), "")
        return f"{owners}{f' med {partner}' if partner else ''}{f', {learners} lærer med' if learners else ''}"

    def explanations(self, suggestion: Suggestion) -> Mapping[int, str]:
        """What the reason to each begins with: what speaks for her, by the way that was gone; until it is changed."""
        pointed = suggestion.towards(self.direction)
        told = pointed.praise if pointed else {}
        people = [*map(suggestion.candidate, self.owners), *self._learning(suggestion)]
        return {each.employee_id: told.get(each.employee_id) or _praise(each) for each in people if each}

    def spoken_of(self, suggestion: Suggestion, text: str) -> str:
        """Whom the text says that the leader has chosen, where that is none of those she has; or ''."""
        people: list[Candidate | LeftOut] = [*suggestion.candidates, *suggestion.left_out]
        chosen = {each.called for each in people if each.employee_id in self.marked}
        others = sorted({each.called for each in people} - chosen, key=len, reverse=True)
        return next((name for name in others if re.search(_CHOSE.format(re.escape(name)), text)), "")

    def reasons(self, suggestion: Suggestion, text: str) -> Mapping[int, str]:
        """What is said to each of several: a sentence or a line about another of them is kept on hers alone."""
        told = self.explanations(suggestion)
        return {who: squeezed(_without_others(text, who, told, suggestion)) for who in told}

    def draft(self, suggestion: Suggestion, text: str, mandate: Mandate | None) -> DelegationDraft:
        return DelegationDraft(
            suggestion.task_id,
            self.owners,
            squeezed(text),
            mandate,
            self.direction,
            None if self.partner in self.owners else self.partner,
            tuple(sorted(self.learners - set(self.owners))),
            suggestion.weights,
            self.reasons(suggestion, text),
        )

    def _learning(self, suggestion: Suggestion) -> list[Candidate | LeftOut]:
        return [each for each in map(suggestion.learner, sorted(self.learners - set(self.owners))) if each]


def _praise(person: Candidate | LeftOut) -> str:
    return person.praise if isinstance(person, Candidate) else f"Jeg har valgt, at {person.called} lærer med."


def _without_others(text: str, who: int, told: Mapping[int, str], suggestion: Suggestion) -> str:
    """What a line tells of others than her is not for her; one that names nobody, or her too, is for all it names."""
    called = {each: person.called for each in told if (person := suggestion.learner(each))}
    lines = []
    for line in text.splitlines():
        shown = line
        for other, sentence in told.items():
            if other != who and sentence:
                shown = shown.replace(sentence, " ")
        named = {each for each, name in called.items() if re.search(rf"\b{re.escape(name)}\b", shown)}
        if not named or who in named:
            lines.append(shown)
    return " ".join(lines)
