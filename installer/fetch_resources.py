"""Fetches the bundled fonts and icons from their npm packages into `resources/`.

Only needed when a version below is raised; what it writes is kept in the repository.
Needs `npm` and the development environment (fonttools). Two runs write the same bytes.

    python installer/fetch_resources.py [--tarballs FOLDER]
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "resources"
ICON_NAMES = HERE / "icons.txt"
FAMILY = "Dagleder Inter"
FONT_FILES = {
    "Regular": "400Regular/Inter_400Regular.ttf",
    "Medium": "500Medium/Inter_500Medium.ttf",
    "SemiBold": "600SemiBold/Inter_600SemiBold.ttf",
    "Bold": "700Bold/Inter_700Bold.ttf",
}
KEPT_FEATURES = {"tnum", "kern"}
STROKE = ('stroke-width="2"', 'stroke-width="1.75"')  # the design's line, on Lucide's grid of 24


@dataclass(frozen=True)
class Package:
    """An npm package at one version, with the SHA-512 of its tarball."""

    name: str
    version: str
    sha512: str


INTER = Package(
    "@expo-google-fonts/inter",
    "0.4.2",
    "b327e222631a0e6abb7058b4a1ffb0684d8ce2e482c9dd7ace0c96c5d3ce63b7cdd9506648b284ce47db66078e8c9abad644aa3c134db578e0822422483ea031",
)
LUCIDE = Package(
    "lucide-static",
    "1.62.0",
    "581640fe6d8fbe41693061c3b6c05c9393f603d1b87a12e562ee06c30202726126d41bd85608f4d25083c4a4562e56cc94e89b2da8b0750f3c1b9a479125a0c0",
)


def tarball(package: Package, folder: Path | None) -> tarfile.TarFile:
    """The package's files, checked against its hash; from `folder` when it lies there, else from npm."""
    with tempfile.TemporaryDirectory() as fresh:
        place = folder or Path(fresh)
        if folder is None:
            subprocess.run(
                [
                    "npm",
                    "pack",
                    "--silent",
                    "--ignore-scripts",
                    "--pack-destination",
                    fresh,
                    f"{package.name}@{package.version}",
                ],
                check=True,
                stdout=subprocess.DEVNULL,
            )
        stem = package.name.lstrip("@").replace("/", "-")
        content = (place / f"{stem}-{package.version}.tgz").read_bytes()
    if hashlib.sha512(content).hexdigest() != package.sha512:
        sys.exit(f"{package.name} {package.version} is not the package this script was written for.")
    return tarfile.open(fileobj=io.BytesIO(content))


def member(archive: tarfile.TarFile, path: str) -> bytes:
    found = archive.extractfile(f"package/{path}")
    if found is None:
        sys.exit(f"{path} is no longer in the package.")
    return found.read()


def renamed(content: bytes, style: str) -> bytes:
    """The font under our own family name, so that an Inter installed on the computer cannot take its place."""
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    names = font["name"]
    ribbi = style in {"Regular", "Bold"}
    full = f"{FAMILY} {style}"
    plain = f"{FAMILY.replace(' ', '')}-{style}"
    texts = {
        1: FAMILY if ribbi else full,
        2: style if ribbi else "Regular",
        3: f"4.001;Dagleder;{plain}",
        4: full,
        6: plain,
        25: FAMILY.replace(" ", ""),
    }
    if not ribbi:
        texts |= {16: FAMILY, 17: style}
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    tables = (font["GSUB"].table, font["GPOS"].table)
    features = {record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord}
    if not features >= KEPT_FEATURES:
        sys.exit(f"{style} has lost {sorted(KEPT_FEATURES - features)}.")
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def write_fonts(archive: tarfile.TarFile) -> None:
    folder = RESOURCES / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for style, path in FONT_FILES.items():
        (folder / f"{FAMILY.replace(' ', '')}-{style}.ttf").write_bytes(renamed(member(archive, path), style))
    (folder / "OFL.txt").write_bytes(member(archive, "LICENSE_FONT"))


def write_icons(archive: tarfile.TarFile) -> None:
    folder = RESOURCES / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ICON_NAMES.read_text(encoding="utf-8").split():
        drawing = member(archive, f"icons/{name}.svg").decode()
        if STROKE[0] not in drawing or "currentColor" not in drawing:
            sys.exit(f"{name} is not drawn with a line of 2 in currentColor.")
        (folder / f"{name}.svg").write_text(drawing.replace(*STROKE), encoding="utf-8", newline="\n")
    (folder / "LICENSE.txt").write_bytes(member(archive, "LICENSE"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tarballs", type=Path, help="a folder that holds the two tarballs already")
    folder = parser.parse_args().tarballs
    write_fonts(tarball(INTER, folder))
    write_icons(tarball(LUCIDE, folder))


if __name__ == "__main__":
    main()
