"""Writes a choice inside a transaction that the service has opened."""

from datetime import date

from sqlmodel import Session

from dagleder.base.lines import line
from dagleder.models import tasks as tables
from dagleder.models.stored import add, existing
from dagleder.tasks import writing
from dagleder.tasks.delegation import LONGEST_REASON, DelegationDraft, facts_to_json
from dagleder.tasks.reading import GONE
from dagleder.tasks.states import Part
from dagleder.tasks.suggestion import Suggestion


def give(session: Session, draft: DelegationDraft, suggestion: Suggestion, today: date) -> tuple[int, ...]:
    """The task goes to those of the draft in place of whoever had it; the choice is kept for each. Gives the ids.

    Whoever learns along has the first of the owners to turn to; how much is delegated is not hers.
    """
    writing.give(session, draft.task_id, draft.people(), today)
    mandate = draft.mandate.value if draft.mandate else ""
    existing(session, tables.Task, draft.task_id, GONE).mandate = mandate
    chosen = [(suggestion.candidate(who), Part.OWNER, draft.partner_id, mandate) for who in draft.employee_ids]
    learning = [(suggestion.learner(who), Part.LEARNER, draft.employee_ids[0], "") for who in draft.learner_ids]
    kept = []
    for person, part, partner, hers in reversed((*chosen, *learning)):  # the newest is read first, as she named them
        if person is not None:
            row = tables.Delegation(
                task_id=draft.task_id,
                employee_id=person.employee_id,
                part=part.value,
                partner_id=partner,
                day=today,
                direction=draft.direction.value if draft.direction else "",
                mandate=hers,
                reason=line(draft.reason_to(person.employee_id), "reason", longest=LONGEST_REASON),
                facts=facts_to_json(person, suggestion.weights),
            )
            kept.append(add(session, row))
    return tuple(reversed(kept))
