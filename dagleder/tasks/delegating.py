"""Writes a choice inside a transaction that the service has opened."""

from datetime import date

from sqlmodel import Session

from dagleder.base.lines import line
from dagleder.models import tasks as tables
from dagleder.models.stored import add, existing
from dagleder.tasks import writing
from dagleder.tasks.delegation import LONGEST_REASON, DelegationDraft, facts_to_json
from dagleder.tasks.reading import GONE
from dagleder.tasks.suggestion import Suggestion


def give(session: Session, draft: DelegationDraft, suggestion: Suggestion, today: date) -> tuple[int, ...]:
    """The task goes to those of the draft in place of whoever had it; each choice is kept. Gives their ids."""
    writing.give(session, draft.task_id, draft.people(), today)
    mandate = draft.mandate.value if draft.mandate else ""
    existing(session, tables.Task, draft.task_id, GONE).mandate = mandate
    chosen = (suggestion.candidate(who) for who in draft.employee_ids)
    return tuple(
        add(
            session,
            tables.Delegation(
                task_id=draft.task_id,
                employee_id=candidate.employee_id,
                partner_id=draft.partner_id,
                day=today,
                direction=draft.direction.value if draft.direction else "",
                mandate=mandate,
                reason=line(draft.reason, "reason", longest=LONGEST_REASON),
                facts=facts_to_json(candidate, suggestion.weights),
            ),
        )
        for candidate in chosen
        if candidate
    )
