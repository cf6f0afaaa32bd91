"""A house with two stuer, its staff, and its competences."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dagleder import app
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.levels import Source
from dagleder.competence.service import CompetenceService
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft

TODAY = date(2026, 3, 12)

Hire = Callable[..., int]
Assess = Callable[..., int]


@pytest.fixture
def house(new_services: app.Services) -> app.Services:
    return new_services


@pytest.fixture
def competence(house: app.Services) -> CompetenceService:
    assert house.competence is not None
    return house.competence


@pytest.fixture
def ids(competence: CompetenceService) -> dict[str, int]:
    """The shipped competences by key: `ids["sprogvurdering"]`."""
    return {each.key: each.id for each in competence.competences()}


@pytest.fixture
def egernet(house: app.Services) -> int:
    return house.settings.add_team(TeamDraft("Egernet"))


@pytest.fixture
def spurven(house: app.Services) -> int:
    return house.settings.add_team(TeamDraft("Spurven"))


@pytest.fixture
def hire(house: app.Services) -> Hire:
    """Employs somebody: `hire("Bo Skov", egernet, role="PA")`."""

    def hire_one(name: str, *team_ids: int, role: str = "P", **facts: Any) -> int:
        first, _, last = name.partition(" ")
        return house.staff.add(NewEmployeeDraft(EmployeeDraft(first, last, role=role, **facts), 2220, team_ids))

    return hire_one


@pytest.fixture
def assess(competence: CompetenceService, ids: dict[str, int]) -> Assess:
    """Assesses somebody: `assess(bo, "sprogvurdering", 3)`, today by the leader unless told otherwise."""

    def assess_one(
        who: int, key: str, level: int, day: date = TODAY, source: Source = Source.LEADER, **more: Any
    ) -> int:
        return competence.assess(AssessmentDraft(who, ids[key], level, day, source, **more))

    return assess_one
