"""Where things lie: the bundled resources, and the program's own folders of this user."""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

HOME_VARIABLE = "DAGLEDER_HOME"


@cache
def _resources() -> Path:
    package = Path(__file__).resolve().parent.parent
    if frozen := getattr(sys, "_MEIPASS", None):  # set by PyInstaller's loader
        return Path(frozen) / "dagleder" / "resources"
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """A bundled file or folder, e.g. `resource("icons", "bird.svg")`.

    Found in a checkout (`resources/`), an installed wheel (`dagleder/resources/`) and a frozen program.
    """
    return _resources().joinpath(*parts)


def home() -> Path:
    """The program's folder of this user: local to this computer, never one that roams or is synchronised.

    The environment variable DAGLEDER_HOME puts it elsewhere (tests, a second set-up). Nothing is created.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("Dagleder", appauthor=False, roaming=False))


def houses_folder() -> Path:
    """Where a new house lies unless the leader chooses another place."""
    return _made(home() / "huse")


def settings_folder() -> Path:
    """What the program remembers of this user beside the house: widths, tabs, the house opened last."""
    return _made(home() / "indstillinger")


def backups_folder() -> Path:
    """The program's own backups on this computer."""
    return _made(home() / "kopier")


def log_folder() -> Path:
    return _made(home() / "log")


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
