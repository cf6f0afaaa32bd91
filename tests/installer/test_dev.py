import ast
import sys

import pytest

from installer import dev
from tests.architecture.sources import ROOT


def test_an_old_python_is_refused_with_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\.9\.2"):
        dev.refuse_old_python()


def test_this_python_will_do():
    dev.refuse_old_python()


def test_an_old_python_gets_as_far_as_the_sentence():
    ast.parse((ROOT / "installer" / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_only_the_standard_library_is_needed_to_set_up():
    for name in ("dev", "opening", "checks", "environment", "system_packages"):
        tree = ast.parse((ROOT / "installer" / f"{name}.py").read_text(encoding="utf-8"))
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert {part.partition(".")[0] for part in imported} <= {*sys.stdlib_module_names, "installer"}


def test_the_continuous_check_is_exactly_what_a_developer_runs():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines == ["#!/bin/sh", "exec python3 installer/dev.py test"]


@pytest.mark.parametrize("arguments", [[], ["build"], ["run", "--long"]])
def test_what_it_cannot_do_is_refused_with_the_usage(arguments, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["dev.py", *arguments])
    with pytest.raises(SystemExit):
        dev.main()
    assert "usage:" in capsys.readouterr().err
