"""A house with two stuer, and its staff service."""

from collections.abc import Callable
from typing import Any

import pytest

from dagleder.exchange.tables import read_table_bytes
from dagleder.exchange.tables_values import TableRead
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.staff.import_target import STAFF_TARGET


@pytest.fixture
def house(new_services):
    return new_services


@pytest.fixture
def staff(house):
    return house.staff


@pytest.fixture
def egernet(house):
    return house.settings.add_team(TeamDraft("Egernet"))


@pytest.fixture
def spurven(house):
    return house.settings.add_team(TeamDraft("Spurven"))


@pytest.fixture
def hire(staff) -> Callable[..., int]:
    """Employs somebody: `hire("Bo Skov", egernet, role="P", minutes=2100)`."""

    def hire_one(name: str, *team_ids: int, minutes: int | None = None, **facts: Any) -> int:
        first, _, last = name.partition(" ")
        who: int = staff.add(NewEmployeeDraft(EmployeeDraft(first, last, **facts), minutes, team_ids))
        return who

    return hire_one


@pytest.fixture
def staff_table() -> Callable[..., TableRead]:
    """Reads lines of text as a staff list: `staff_table("Navn;Stue", "Bo Skov;Egernet")`."""

    def read(*lines: str) -> TableRead:
        return read_table_bytes("\n".join(lines).encode(), "liste.csv", STAFF_TARGET)

    return read
