"""What a file that is no house looks like, from how it begins."""

from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from dagleder.base.errors import UserProblem

_LOOK_BYTES = 1024
_ZIP = b"PK\x03\x04"
_BEGINNINGS = {
    b"%PDF-": "en PDF",
    b"\xd0\xcf\x11\xe0": "en ældre Excel- eller Word-fil",
    b"\x89PNG": "et billede",
    b"\xff\xd8\xff": "et billede",
    b"GIF8": "et billede",
    b"{\\rtf": "et dokument",
}
_PARTS = {"xl/": "et regneark fra Excel", "word/": "et dokument fra Word", "content.xml": "et regneark eller dokument"}
_CONTROLS = bytes({*range(32)} - set(b"\t\n\r"))


class NoHouse(UserProblem):
    """The file is something else than a house."""

    def __init__(self, path: Path, seems: str) -> None:
        super().__init__(f"Filen {path.name} er ikke et hus fra Dagleder{seems}. Vælg en anden fil.")


def foreign(path: Path) -> NoHouse | None:
    """The problem with a file that certainly never was a house; None when it may be a damaged one."""
    with path.open("rb") as file:
        raw = file.read(_LOOK_BYTES)
    if not raw:
        return NoHouse(path, ", men helt tom")
    kind = _kind(path, raw)
    return NoHouse(path, f", men ser ud til at være {kind}") if kind else None


def _kind(path: Path, raw: bytes) -> str | None:
    if raw.startswith(_ZIP):
        return _packed(path)
    known = next((kind for beginning, kind in _BEGINNINGS.items() if raw.startswith(beginning)), None)
    # What a house holds is as good as random: a thousand bytes of it are never without a control character.
    return known or ("en tekstfil" if not set(raw) & set(_CONTROLS) else None)


def _packed(path: Path) -> str:
    with suppress(BadZipFile, OSError, ValueError), ZipFile(path) as archive:
        for name in archive.namelist():
            found = next((kind for part, kind in _PARTS.items() if name.startswith(part)), None)
            if found:
                return found
    return "en pakket fil (zip)"
