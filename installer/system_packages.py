"""The system's own libraries that Qt needs on Linux, and how they come onto Debian and Ubuntu."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Library file → Debian package: all that Qt's own libraries and platform plugins are linked with (readelf -d).
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
WINDOW = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def ensure(libraries: dict[str, str]) -> None:
    """Installs what is missing when it may; otherwise ends with the exact command. Does nothing off Linux."""
    if not sys.platform.startswith("linux"):
        return
    missing = [file for file in libraries if not _loads(file)]
    packages = [libraries[file] for file in missing]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart from Python
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if not packages:
        return
    if not _is_debian():
        names = " ".join(missing) or "Python's ensurepip"
        sys.exit(f"This system lacks {names}. Install them with its package manager, then run this again.")
    _install(packages)
    if still := [file for file in missing if not _loads(file)]:
        sys.exit(f"Installed {' '.join(packages)}, and still cannot load {' '.join(still)}.")


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    lines = release.read_text(encoding="utf-8").splitlines() if release.is_file() else []
    families = " ".join(line.partition("=")[2].strip('"') for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    return "debian" in families.split() and shutil.which("apt-get") is not None


def _install(packages: Iterable[str]) -> None:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    prefix = _prefix_of_root()
    if prefix is None:
        sys.exit(f"Some system packages are missing. Install them, then run this again:\n  sudo {' '.join(install)}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet"], install):
        done = subprocess.run([*prefix, *command], check=False, env=environment, stdin=subprocess.DEVNULL)
        if done.returncode:
            sys.exit(f"That failed. Try it by hand, then run this again:\n  sudo {' '.join(command)}")


def _prefix_of_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo without a password, or None when it may not."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode:
        return ["sudo", "-n"]
    return None
