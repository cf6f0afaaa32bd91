"""Houses for every test that wants one: built once a session, a copy of its own for each test.

A pytest plugin, named in tests/conftest.py. To build a house takes ten times as long as to copy and open it; that it
is built right is asked in tests/storage, tests/test_app.py and tests/demo.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.storage.database import Database

HOUSE_NAME = "Børnehuset Solsikken"


@pytest.fixture(scope="session")
def session_clock() -> FixedClock:
    """The time every house is built at."""
    from tests.conftest import NOW  # noqa: PLC0415 -- conftest names this plugin

    return FixedClock(NOW)


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory: pytest.TempPathFactory, session_clock: FixedClock) -> Path:
    """A file with the tables and nothing in them, closed; not to be opened itself, as the two below."""
    path = tmp_path_factory.mktemp("bare") / "Solsikken.dagleder"
    Database.create(path, secret=None, clock=session_clock).close()
    return path


@pytest.fixture(scope="session")
def house_file(tmp_path_factory: pytest.TempPathFactory, session_clock: FixedClock) -> Path:
    """A new house without a password and with nobody in it."""
    path = tmp_path_factory.mktemp("house") / "hus.dagleder"
    app.create_house(path, name=HOUSE_NAME, secret=None, clock=session_clock).close()
    return path


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory, session_clock: FixedClock) -> Path:
    """The demo house of 12 March 2026."""
    path = tmp_path_factory.mktemp("demo") / "Solsikken.dagleder"
    app.create_demo_house(path, secret=None, clock=session_clock).close()
    return path


@pytest.fixture
def database(bare_file: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Database]:
    """A fresh house without a password; no part has laid its first rows."""
    path = Path(shutil.copy(bare_file, tmp_path / bare_file.name))
    house = Database.open(path, secret=None, clock=clock)
    yield house
    house.close()


@pytest.fixture
def new_services(house_file: Path, tmp_path: Path, clock: FixedClock) -> Iterator[app.Services]:
    """The services on a new house of the test's own."""
    yield from _opened(house_file, tmp_path, clock)


@pytest.fixture
def demo_services(demo_file: Path, tmp_path: Path, clock: FixedClock) -> Iterator[app.Services]:
    """The services on a demo house of the test's own."""
    yield from _opened(demo_file, tmp_path, clock)


def _opened(built: Path, folder: Path, clock: FixedClock) -> Iterator[app.Services]:
    services = app.open_house(Path(shutil.copy(built, folder / built.name)), None, clock)
    yield services
    services.close()
