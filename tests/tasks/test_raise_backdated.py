"""A view of an earlier day, entered late: it takes nothing from whoever is found to know more."""

from datetime import date, datetime

from dagleder.base.clock import FixedClock
from dagleder.competence.drafts import AssessmentDraft, GoalDraft
from dagleder.competence.service import CompetenceService
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.needs import Need


def test_whoever_reached_her_goal_before_the_task_came_up_keeps_her_parathed_and_her_place(
    services, delegation, competence, add, hire, can
):
    people = [hire("Bea Holm", "P", 1), hire("Ada Skov", "P", 1)]
    tras, _ = (can(who, "tras", 3) for who in people)
    long_ago = CompetenceService(services.database, FixedClock(datetime(2026, 2, 1, 9)), services.presence)
    for who in people:
        long_ago.set_goal(GoalDraft(who, tras, 4))
    task = add("Samtale", needs=(Need(tras, 2),))
    before = delegation.suggest(task)
    first = before.candidates[0].employee_id
    competence.assess(AssessmentDraft(first, tras, 4, date(2026, 2, 20)))
    after = delegation.suggest(task)
    ready = Criterion.READINESS
    assert after.candidate(first).values[ready].value == before.candidate(first).values[ready].value
    assert after.directions[0].employee_id == before.directions[0].employee_id == first
