"""What every test may ask for: a clock that stands still, and a fresh house."""

import os
import secrets
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from dagleder.base.clock import FixedClock
from dagleder.base.paths import HOME_VARIABLE

pytest_plugins = ["tests.guards", "tests.houses"]

# Two busy cores decide how long an example takes, not the code. The examples are others in each run.
settings.register_profile("dagleder", deadline=None, print_blob=True, max_examples=50)
settings.register_profile("long", settings.get_profile("dagleder"), max_examples=500)

NOW = datetime(2026, 3, 12, 10, 42)


# Every worker process must collect tests of the same names, and a seed stands in the name.
os.environ.setdefault("DAGLEDER_SEED", str(secrets.randbelow(1_000_000)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full figures of the reliability promises")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "dagleder")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="a full figure: run with --long")
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder (backups, settings, log), so that no test touches the user's."""
    home = tmp_path / "hjem"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    return home


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)
