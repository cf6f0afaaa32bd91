"""What is installed with the program: pinned, hashed, few, and each with its licence told."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.architecture.sources import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
DECLARED_AT_MOST = 25
INSTALLED_AT_MOST = 30  # see docs/decisions/dependencies.md, which says what each is for
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)


def pins(lock):
    return dict(PIN.findall((ROOT / "installer" / lock).read_text(encoding="utf-8")))


def declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = {"requirements.lock": project["project"]["dependencies"]}
    lines["requirements-dev.lock"] = lines["requirements.lock"] + project["dependency-groups"]["dev"]
    return {lock: [Requirement(line) for line in wanted] for lock, wanted in lines.items()}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes_and_no_address(lock):
    text = (ROOT / "installer" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_what_is_tested_is_what_is_delivered():
    development = pins("requirements-dev.lock")
    assert {name: version for name, version in pins("requirements.lock").items() if development[name] != version} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(lock):
    locked = pins(lock)
    assert [str(wanted) for wanted in declared()[lock] if locked[wanted.name.lower()] not in wanted.specifier] == []


def test_run_time_packages_stay_few():
    assert len(declared()["requirements.lock"]) <= DECLARED_AT_MOST
    assert len(pins("requirements.lock")) <= INSTALLED_AT_MOST


def test_the_licence_of_every_run_time_package_is_told():
    told = (ROOT / "resources" / "LICENSES.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \|", told, re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"[a-z0-9-]+", row)}
    assert set(pins("requirements.lock")) <= names


def test_qt_stays_below_the_release_that_drops_references_to_none():
    major, minor, *_ = pins("requirements.lock")["pyside6-essentials"].split(".")
    assert (int(major), int(minor)) < (6, 12)
