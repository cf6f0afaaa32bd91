"""Where a house may lie: never on a network drive, and with a warning in a synchronised folder."""

import os
import re
import sys
from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level

# SQLite's log needs memory shared between programs, which a network file system cannot give
# (https://sqlite.org/wal.html, 'Use Of WAL Mode On Network Filesystems').
_NETWORK_TYPES = re.compile(
    r"(nfs\d?|cifs|smb\w*|ncp\w*|afs|davfs\d?|ceph|glusterfs|fuse\.(sshfs|rclone|gvfsd-fuse|davfs\d?|s3fs))"
)
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drev",
    "googledrive": "Google Drev",
    "google drev": "Google Drev",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def refuse_network(house: Path) -> None:
    """Raise UserProblem for a house on a network drive (which is welcome as the place for backups)."""
    if is_network(house):
        raise UserProblem(
            f"Mappen {house.parent} ligger på et netværksdrev. Læg huset på computerens egen disk; "
            "netværksdrevet kan bruges til den ekstra kopi."
        )


def place_warnings(house: Path) -> list[Finding]:
    """What the leader should know about where the house lies: a folder that somebody synchronises."""
    service = synchronised_by(house)
    if service is None:
        return []
    text = (
        f"Mappen bliver synkroniseret af {service}. Så kan filen blive skiftet ud, mens den er åben, "
        "og personoplysninger ligge andre steder end hos kommunen. Læg huset i en mappe uden synkronisering."
    )
    return [Finding(Level.SHOULD, house.name, text, "jf. vejledningen i Dagleder")]


def copy_place_warnings(folder: Path) -> list[Finding]:
    """The same about the further place for copies: nobody has them open, but all that the house holds is in them."""
    service = synchronised_by(folder / "kopi")
    if service is None:
        return []
    text = (
        f"Mappen bliver synkroniseret af {service}, så kopierne kommer også til at ligge dér. "
        "Vælg hellere et af kommunens egne drev, og behold en adgangskode på filen."
    )
    return [Finding(Level.SHOULD, folder.name, text, "jf. vejledningen i Dagleder")]


def synchronised_by(house: Path) -> str | None:
    """The service that synchronises the folder of `house`, as its folder's name tells."""
    for folder in house.absolute().parents:
        for mark, service in _SYNCHRONISED.items():
            if folder.name.casefold().startswith(mark):
                return service
    return None


def is_network(path: Path) -> bool:
    """Whether `path` (or the folder it will be made in) lies on another machine."""
    return _is_network(path)


def mount_type(mounts: str, path: Path) -> str | None:
    """The file system `path` is on, by a list in the form of /proc/mounts; the longest mount point counts."""
    best, found = -1, None
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split()
        folder = Path(re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), point))
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, found = len(folder.parts), kind
    return found


if sys.platform == "win32":
    import ctypes

    def _is_network(path: Path) -> bool:
        drive = os.path.splitdrive(str(path.absolute()))[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE

else:

    def _is_network(path: Path) -> bool:
        try:
            mounts = _MOUNTS.read_text("utf-8", "replace")
        except OSError:  # no such list here (macOS): that the lock file can be locked is what is left
            return False
        kind = mount_type(mounts, path.resolve())
        return kind is not None and _NETWORK_TYPES.fullmatch(kind) is not None
