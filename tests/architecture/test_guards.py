"""The guards themselves: a test that reaches out or logs an error fails, and only that one."""

import logging
import os
import socket
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT
from tests.guards import NetworkUsedError

INNER = """
import logging, socket

def test_quiet():
    logging.getLogger("x").warning("a warning is no error")

def test_loud():
    logging.getLogger("x").error("nobody expects this")

def test_reaching_out_quietly():
    try:
        socket.create_connection(("127.0.0.1", 9))
    except RuntimeError:
        pass

def test_talking_to_itself():
    one, other = socket.socketpair()
    one.send(b"x")
    one.close()
    other.close()
"""


def test_a_loud_test_and_one_that_reaches_out_fail(tmp_path):
    (tmp_path / "test_inner.py").write_text(INNER)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.guards", "-p", "no:cacheprovider", "-rE", "."],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "4 passed, 2 errors" in done.stdout
    assert "ERROR test_inner.py::test_loud" in done.stdout
    assert "ERROR test_inner.py::test_reaching_out_quietly" in done.stdout


def test_an_expected_error_is_taken_out(logged_errors):
    logging.getLogger("dagleder.somewhere").error("expected")
    assert logged_errors.pop() == "dagleder.somewhere: expected"


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("localhost", 9)])
def test_connections_are_refused(network_attempts, address):
    with pytest.raises(NetworkUsedError):
        socket.create_connection(address)
    network_attempts.clear()
