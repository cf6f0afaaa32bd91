"""`dev.py run`: the program on a screen, or, where there is none, its papers and screens as files."""

import os
import subprocess
import sys
from pathlib import Path

from installer import system_packages
from installer.environment import DEVELOPMENT, RUN_TIME, Environment


def run(root: Path) -> int:
    screen = has_screen()
    system_packages.ensure(system_packages.WINDOW if screen else system_packages.OFFSCREEN)
    environment = Environment(root / ".venv")
    environment.ensure(root / "installer" / RUN_TIME, root / "installer" / DEVELOPMENT)
    if screen:
        return subprocess.run([environment.python, "-m", "ui"], check=False, cwd=root).returncode
    out = root / "build" / "demo"
    print("This machine has no screen. Writing the demo house's papers and screens instead …", flush=True)
    return subprocess.run(
        [environment.python, "-m", "installer.demo_papers", out],
        check=False,
        cwd=root,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ).returncode


def has_screen() -> bool:
    """False on a Linux without X11 and Wayland; the other systems always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
