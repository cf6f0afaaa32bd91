import sys
from pathlib import Path

import pytest

from installer import checks, coverage_gate, opening, system_packages
from installer.environment import Environment

ALL = ["format", "lint", "types", "imports", "wheel", "tests", "coverage"]


def summary(lines: tuple[int, int], branches: tuple[int, int]) -> dict[str, dict[str, int]]:
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "missing_lines": lines[1] - lines[0],
            "covered_branches": branches[0],
            "num_branches": branches[1],
            "missing_branches": branches[1] - branches[0],
        }
    }


@pytest.mark.parametrize(
    ("lines", "branches", "ok"),
    [
        ((95, 100), (95, 100), True),
        ((94, 100), (100, 100), False),
        ((100, 100), (94, 100), False),
        ((1, 1), (0, 0), True),
    ],
)
def test_both_lines_and_branches_must_reach_the_gate(lines, branches, ok):
    assert coverage_gate.holds("dagleder", 95, {"dagleder/a.py": summary(lines, branches)}) is ok


def test_a_package_is_measured_by_its_own_files_and_the_worst_are_named(capsys):
    files = {"ui/a.py": summary((100, 100), (2, 2)), "dagleder/b.py": summary((1, 100), (0, 2))}
    assert coverage_gate.holds("ui", 85, files)
    assert not coverage_gate.holds("dagleder", 95, files)
    assert " 101 lines and branches never run in dagleder/b.py" in capsys.readouterr().out


def test_a_package_without_any_file_is_no_pass():
    assert not coverage_gate.holds("dagleder", 95, {})


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout whose checks are `outcomes` by name (all pass), set up already; what ran is noted."""
    ran: list[str] = []
    outcomes: dict[str, bool] = {}

    def outcome(name: str) -> bool:
        ran.append(name)
        return outcomes.get(name, True)

    for name in ALL:
        monkeypatch.setattr(checks.Checks, name, lambda _, name=name: outcome(name))
    monkeypatch.setattr(Environment, "ensure", lambda *_: None)
    monkeypatch.setattr(system_packages, "ensure", lambda _: None)
    return tmp_path, ran, outcomes


def test_one_failure_fails_the_whole_and_the_rest_still_runs(checkout, capsys):
    root, ran, outcomes = checkout
    outcomes["lint"] = False
    assert checks.test(root, long=False) == 1
    assert ran == ALL
    assert "FAILED  lint" in capsys.readouterr().out


def test_it_passes_when_every_check_does(checkout):
    assert checks.test(checkout[0], long=False) == 0


@pytest.mark.parametrize(
    ("platform", "variables", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_linux_without_x11_and_wayland_has_no_screen(platform, variables, screen, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert opening.has_screen() is screen


def test_pytests_own_last_line_is_kept(tmp_path, monkeypatch):
    (tmp_path / "test_one.py").write_text("def test_one(): pass\n")
    monkeypatch.setattr(checks, "WORKERS", "0")
    made = checks.Checks(tmp_path, Environment(Path(sys.prefix)), long=False)
    assert made.tests()
    assert " 1 passed in " in made.tests_said
