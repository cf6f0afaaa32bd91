"""A real house with two stuer, somebody on each, and the tasks' service."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dagleder.app import Services
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.service import CompetenceService
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.kinds import Kind
from dagleder.tasks.service import TasksService


@pytest.fixture
def services(new_services: Services) -> Services:
    for name in ("Egernet", "Ræven"):
        new_services.settings.add_team(TeamDraft(name))
    return new_services


@pytest.fixture
def tasks(services: Services) -> TasksService:
    assert services.tasks is not None
    return services.tasks


@pytest.fixture
def hire(services: Services) -> Callable[..., int]:
    """Employs somebody: `hire("Otto Kærvig", "P", 1)` on the first stue; gives her id."""

    def hire_one(name: str, role: str = "P", *teams: int, **facts: Any) -> int:
        first, _, last = name.partition(" ")
        return services.staff.add(NewEmployeeDraft(EmployeeDraft(first, last, role, **facts), 37 * 60, teams))

    return hire_one


@pytest.fixture
def kinds(tasks: TasksService) -> dict[str, Kind]:
    """The shipped kinds by key."""
    return {kind.key: kind for kind in tasks.kinds(hidden=True)}


@pytest.fixture
def add(tasks: TasksService) -> Callable[..., int]:
    """Adds a task: `add("Legepladseftersyn", due=day("13/3"))`."""

    def add_one(title: str = "Legepladseftersyn", **values: Any) -> int:
        return tasks.add(TaskDraft(title, **values))

    return add_one


@pytest.fixture
def delegation(services: Services) -> DelegationService:
    assert services.delegation is not None
    return services.delegation


@pytest.fixture
def competence(services: Services) -> CompetenceService:
    assert services.competence is not None
    return services.competence


@pytest.fixture
def can(competence: CompetenceService) -> Callable[..., int]:
    """Says what somebody can: `can(rikke, "sprogvurdering", 3)`; gives the competence's id."""
    ids = {each.key: each.id for each in competence.competences(hidden=True)}

    def assess(who: int, key: str, level: int, valid_until: date | None = None) -> int:
        competence.assess(AssessmentDraft(who, ids[key], level, date(2026, 1, 10), valid_until=valid_until))
        return ids[key]

    return assess


@pytest.fixture
def asked(add, kinds):
    """A language assessment on the second stue, by 1 April."""
    return add("Sprogvurdering af Ida", kind_id=kinds["sprogvurdering"].id, team_id=2, due=date(2026, 4, 1))


@pytest.fixture
def rikke(hire, can):
    who = hire("Rikke Solhøj", "P", 1, start=date(2018, 8, 1))
    can(who, "sprogvurdering", 4)
    return who


@pytest.fixture
def helle(hire, can):
    who = hire("Helle Brinkholt", "P", 2, start=date(2022, 1, 1))
    can(who, "sprogvurdering", 3)
    return who
