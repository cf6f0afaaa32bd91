"""The demo house for every test that wants one: built once a session, a copy of its own for each test.

A pytest plugin, named in tests/conftest.py.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dagleder import app
from dagleder.base.clock import FixedClock


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo house of 12 March 2026, closed; not to be opened itself."""
    from tests.conftest import NOW  # noqa: PLC0415 -- conftest names this plugin

    path = tmp_path_factory.mktemp("demo") / "Solsikken.dagleder"
    app.create_demo_house(path, secret=None, clock=FixedClock(NOW)).close()
    return path


@pytest.fixture
def demo_services(demo_file: Path, tmp_path: Path, clock: FixedClock) -> Iterator[app.Services]:
    """The services on a demo house of the test's own."""
    path = shutil.copyfile(demo_file, tmp_path / demo_file.name)
    services = app.open_house(path, None, clock)
    yield services
    services.close()
