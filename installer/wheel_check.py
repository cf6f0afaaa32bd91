"""Builds the wheel, installs it into an environment that holds nothing else, and uses it from another folder.

python -m installer.wheel_check
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer.environment import RUN_TIME, Environment

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
CLI = "dagleder-cli"
PDF_START = b"%PDF-"


def built() -> Path:
    """The wheel, made without fetching anything."""
    place = BUILD / "wheel"
    shutil.rmtree(place, ignore_errors=True)
    Environment(Path(sys.prefix)).pip(
        "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(place), str(ROOT)
    )
    return next(place.glob("*.whl"))


def installed(wheel: Path) -> Environment:
    """An environment with the run-time lock and the wheel; kept for the next time when the lock is the same."""
    environment = Environment(BUILD / "wheel-environment")
    environment.ensure(ROOT / "installer" / RUN_TIME)
    environment.pip("install", "--no-deps", "--no-index", "--force-reinstall", str(wheel))
    return environment


def said(command: list[str | Path], folder: Path) -> str:
    """What a command says on stdout, run in `folder`; ends with its errors when it fails."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=variables | {"DAGLEDER_HOME": str(folder / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        sys.exit(f"{' '.join(str(part) for part in command)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def use(environment: Environment, folder: Path) -> None:
    """A house made, its staff listed and put on paper: what needs the packages, the tables and the resources."""
    cli = environment.program(CLI)
    said([cli, "--help"], folder)
    made = json.loads(said([cli, "--json", "--house", "demo.dagleder", "new", "--demo"], folder))
    staff = json.loads(said([cli, "--json", "--house", "demo.dagleder", "list", "staff"], folder))
    said([cli, "--house", "demo.dagleder", "export", "staff-list", "--out", "staff.pdf"], folder)
    if not staff or not (folder / "staff.pdf").read_bytes().startswith(PDF_START):
        sys.exit("The installed program made an empty house or no paper.")
    said([environment.python, "-c", "import ui.__main__ as program; program.main"], folder)
    print(f"{Path(made['house']).name}: {len(staff)} people, listed and printed by the installed program")


def main() -> None:
    environment = installed(built())
    with tempfile.TemporaryDirectory() as folder:
        use(environment, Path(folder))


if __name__ == "__main__":
    main()
