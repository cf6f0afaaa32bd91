"""`dev.py test`: every check the project has, in one go; all of them run, also after one has failed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from installer import system_packages
from installer.environment import DEVELOPMENT, Environment

WORKERS = "2"
CODE = ("dagleder", "ui", "tests", "installer")


class Checks:
    """The checks in one checkout with one environment; each says whether all was well."""

    def __init__(self, root: Path, environment: Environment, *, long: bool) -> None:
        self._root = root
        self._python = str(environment.python)
        self._programs = environment.program
        self._long = ["--long"] if long else []
        self._variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
        self.tests_said = ""  # pytest's own last line

    def format(self) -> bool:
        return self._passes(self._programs("ruff"), "format", "--check", ".")

    def lint(self) -> bool:
        return self._passes(self._programs("ruff"), "check", ".")

    def types(self) -> bool:
        return self._passes(self._python, "-m", "mypy", *CODE)

    def imports(self) -> bool:
        return self._passes(self._programs("lint-imports"))

    def wheel(self) -> bool:
        return self._passes(self._python, "-m", "installer.wheel_check")

    def tests(self) -> bool:
        """Shows pytest's lines as they come, and keeps the one that sums up."""
        arguments = ["-n", WORKERS, "--dist", "worksteal", "--cov", "--cov-report=", *self._long]
        with subprocess.Popen(
            [self._python, "-m", "pytest", *arguments],
            cwd=self._root,
            env=self._variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as running:
            for line in running.stdout or ():
                print(line, end="", flush=True)
                if line.startswith("="):
                    self.tests_said = line.rstrip()
        return running.returncode == 0

    def coverage(self) -> bool:
        return self._passes(self._python, "-m", "installer.coverage_gate")

    def _passes(self, program: Path | str, *arguments: str) -> bool:
        done = subprocess.run(
            [program, *arguments], check=False, cwd=self._root, env=self._variables, stdin=subprocess.DEVNULL
        )
        return done.returncode == 0


def test(root: Path, *, long: bool) -> int:
    system_packages.ensure(system_packages.OFFSCREEN)
    environment = Environment(root / ".venv")
    environment.ensure(root / "installer" / DEVELOPMENT)
    checks = Checks(root, environment, long=long)
    passed = [
        _timed("format", checks.format),
        _timed("lint", checks.lint),
        _timed("types", checks.types),
        _timed("import contracts", checks.imports),
        _timed("wheel in an empty environment", checks.wheel),
        _timed("tests", checks.tests),
        _timed("coverage", checks.coverage),
    ]
    print()
    for ok, line in passed:
        print(f"{'ok    ' if ok else 'FAILED'}  {line}")
    print(checks.tests_said)
    sys.stdout.flush()
    return 0 if all(ok for ok, _ in passed) else 1


def _timed(name: str, check: Callable[[], bool]) -> tuple[bool, str]:
    print(f"\n── {name}", flush=True)
    start = time.monotonic()
    ok = check()
    return ok, f"{name} ({time.monotonic() - start:.0f} s)"
