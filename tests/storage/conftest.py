"""What the storage tests may ask for beyond the house itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dagleder.base.clock import FixedClock
from dagleder.storage import keys
from dagleder.storage.database import Database
from dagleder.storage.header import KeyCost
from dagleder.storage.secret import Password

WORD = Password("Blåbær og øl")


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost next to nothing, for tests that try many; `test_keys.py` has the real cost."""
    monkeypatch.setattr(keys, "calibrated_cost", lambda: KeyCost(6, 1))


@pytest.fixture
def secret_house(tmp_path: Path, clock: FixedClock, quick_keys: None) -> Iterator[Database]:  # noqa: ARG001 -- in effect
    """A fresh house under the password WORD."""
    house = Database.create(tmp_path / "Hemmeligt.dagleder", secret=WORD, clock=clock)
    yield house
    house.close()
