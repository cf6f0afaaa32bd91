"""A Python environment with exactly the packages of a lock file, made once and known again by a stamp."""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

RUN_TIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
STAMP = "installed-from-lock"


class Environment:
    """A virtual environment in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = self.program("python")

    def program(self, name: str) -> Path:
        return self.programs / (f"{name}.exe" if sys.platform == "win32" else name)

    def ensure(self, *locks: Path) -> None:
        """Installs the first of `locks`, unless one of them (as it reads now) is in already.

        The stamp goes before the packages change and comes back last. An environment whose making was cut off
        (python is there before pip is) is made anew.
        """
        if self.python.exists() and self._stamp() in {stamp_of(lock) for lock in locks}:
            return
        (self.folder / STAMP).unlink(missing_ok=True)
        if not self._has_pip():
            print(f"Making the environment {self.folder.name} …", flush=True)
            venv.create(self.folder, with_pip=True, clear=True)
        print(f"Installing {locks[0].name} …", flush=True)
        self.pip("install", "--require-hashes", "--no-deps", "--requirement", str(locks[0]))
        (self.folder / STAMP).write_text(stamp_of(locks[0]), encoding="utf-8")

    def pip(self, *arguments: str) -> None:
        """Runs pip; ends the program with its own message when it fails."""
        quiet = ("--quiet", "--quiet", "--disable-pip-version-check", "--no-input")
        command = [str(self.python), "-m", "pip", *arguments, *quiet]
        done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
        if done.returncode:
            sys.exit("The packages could not be installed; pip says why above.")

    def _has_pip(self) -> bool:
        if not self.python.exists():
            return False
        asked = subprocess.run([str(self.python), "-m", "pip", "--version"], check=False, capture_output=True)
        return asked.returncode == 0

    def _stamp(self) -> str:
        stamp = self.folder / STAMP
        return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def stamp_of(lock: Path) -> str:
    """What an environment made from this lock by this Python is known by."""
    content = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{lock.name} {content} {sys.version_info.major}.{sys.version_info.minor}"
