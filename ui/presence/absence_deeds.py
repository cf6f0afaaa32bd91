"""Absence entered, changed and taken away, with the question of what becomes of absence that was there before."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from dagleder.base.dates import period_text
from dagleder.base.errors import UserProblem
from dagleder.presence.drafts import AbsenceDraft, AbsenceOverlap, OnOverlap, absence_name
from dagleder.presence.service import PresenceService
from ui.context import Context, ProblemPlace
from ui.kit.messages import Answer, Question


class _OverlapPlace:
    """Takes the one problem that is a question; any other goes to the form, if there is one."""

    def __init__(self, form: ProblemPlace | None) -> None:
        self._form = form
        self.found: AbsenceOverlap | None = None

    def show_problem(self, problem: UserProblem) -> bool:
        if isinstance(problem, AbsenceOverlap):
            self.found = problem
            return True
        return self._form is not None and self._form.show_problem(problem)


class AbsenceDeeds:
    """Each gives True when it was done. `at` is the form it was asked from."""

    def __init__(self, context: Context, presence: PresenceService) -> None:
        self._context, self._presence = context, presence

    def add(self, drafts: Sequence[AbsenceDraft], called: Sequence[str], at: ProblemPlace | None = None) -> bool:
        """The same for one person or several; `called` names them."""
        call = partial(self._presence.add_absences, drafts)
        return self._store(absence_name(drafts[0], called), call, at)

    def change(self, absence_id: int, draft: AbsenceDraft, called: str, at: ProblemPlace | None = None) -> bool:
        call = partial(self._presence.change_absence, absence_id, draft)
        return self._store(f"Rettet: {absence_name(draft, [called])}", call, at)

    def remove(self, absence_id: int, called: str) -> bool:
        call = partial(self._presence.remove_absence, absence_id)
        return self._context.run(f"Fravær for {called} er fjernet", call).ok

    def clear(self, employee_id: int, called: str, days: Sequence[date]) -> bool:
        """Takes the days out of whatever she has; says so when she has nothing then."""
        first, last = days[0], days[-1]
        if not self._presence.absences(first, last, employee_id):
            self._context.messages.tell(f"{called} har intet fravær {period_text(first, last)}")
            return False
        call = partial(self._presence.clear_absence, employee_id, first, last)
        return self._context.run(f"Fravær for {called} {period_text(first, last)} er fjernet", call).ok

    def _store(self, said: str, call: Callable[[OnOverlap], Any], at: ProblemPlace | None) -> bool:
        place = _OverlapPlace(at)
        outcome = self._context.run(said, partial(call, OnOverlap.ASK), place)
        if place.found is None:
            return outcome.ok
        answer = self._context.messages.ask(_question(place.found))
        return bool(answer) and self._context.run(said, partial(call, OnOverlap(answer)), at).ok


def _question(overlap: AbsenceOverlap) -> Question:
    return Question(
        "Der er allerede fravær",
        overlap.sentence,
        (
            Answer("", "Annullér"),
            Answer(OnOverlap.KEEP_BOTH.value, "Behold begge"),
            Answer(OnOverlap.REPLACE.value, "Erstat", "primary"),
        ),
        note="Behold begge: det nye lægges på den tid, der er fri.",
    )
