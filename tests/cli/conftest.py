"""Runs the command line in this process, or as a program of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dagleder.__main__ import main
from dagleder.base.clock import FixedClock

LISTS = Path(__file__).parent.parent / "data" / "lille-hus"
OWN, PAYROLL = LISTS / "personale-egen-liste.xlsx", LISTS / "personale-loensystem.csv"


@dataclass(frozen=True)
class Said:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def cli(capsys, clock: FixedClock) -> Callable[..., Said]:
    """`cli("--house", path, "list", "staff")` in this process."""

    def call(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments], clock)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def program(tmp_path) -> Callable[..., Said]:
    """The same as a program of its own, in an empty folder and with a system that speaks another encoding."""

    def call(*arguments: object, environment: dict[str, str] | None = None) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "dagleder", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(LISTS.parents[2]), "PYTHONIOENCODING": "latin-1"} | (environment or {}),
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


@pytest.fixture
def home(tmp_path: Path, monkeypatch) -> Path:
    """An empty place for what the program remembers of this user."""
    folder = tmp_path / "hjem"
    monkeypatch.setenv("DAGLEDER_HOME", str(folder))
    return folder


@pytest.fixture
def house(house_file: Path, tmp_path: Path, home) -> Path:
    """A new house without a password."""
    assert not home.exists()
    return Path(shutil.copy(house_file, tmp_path / house_file.name))


@pytest.fixture
def at(cli, house) -> Callable[..., Said]:
    """A command on that house, answered as JSON."""

    def call(*arguments: object) -> Said:
        said: Said = cli("--house", house, "--json", *arguments)
        return said

    return call
