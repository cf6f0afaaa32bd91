"""What no test may do unnoticed: reach the network, log an error nobody expects, need a screen, or take widgets
down in another thread.

A pytest plugin, named in tests/conftest.py. A test that expects an error in the log asks for `logged_errors` and
takes it out; one that expects a refused connection does the same with `network_attempts`.
"""

import gc
import logging
import os
import socket
import sys
from collections.abc import Iterator

import pytest

from ui.garbage import collect_due

_CONNECTING = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_LOOKING_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_LOCAL = getattr(socket, "AF_UNIX", None)

_attempts: list[str] = []


class NetworkUsedError(RuntimeError):
    """A test tried to leave this computer."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    reaches_out = event in _LOOKING_UP or (
        event in _CONNECTING and isinstance(arguments[0], socket.socket) and arguments[0].family != _LOCAL
    )
    if reaches_out:
        _attempts.append(f"{event} {arguments[1:]}")
        raise NetworkUsedError(_attempts[-1])


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


def pytest_collection_finish() -> None:
    """What is imported stays: looking through it again after each test would be a tenth of the time."""
    gc.collect()
    gc.freeze()


def pytest_configure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.addaudithook(_refuse_network)
    gc.disable()  # as in the program: what one test left of its window must not go in another's thread


@pytest.fixture(autouse=True)
def garbage_goes_in_the_tests_own_thread() -> Iterator[None]:
    yield
    collect_due()


@pytest.fixture(autouse=True)
def network_attempts() -> Iterator[list[str]]:
    """What the test tried to reach; must be empty at its end."""
    _attempts.clear()
    yield _attempts
    assert not _attempts, "the test used the network"


@pytest.fixture(autouse=True)
def logged_errors() -> Iterator[list[str]]:
    """The ERROR lines logged during the test; must be empty at its end."""
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    yield kept.lines
    logging.getLogger().removeHandler(kept)
    assert not kept.lines, "the test logged errors it did not expect"
