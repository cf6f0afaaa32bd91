import hashlib
import tarfile

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from dagleder.base.paths import resource
from installer import app_icon, fetch_resources


@pytest.mark.usefixtures("qapp")
def test_the_programs_icon_is_drawn_from_the_sunflower():
    renderer = QSvgRenderer(str(resource("icons", "sun.svg")))
    for size in app_icon.SIZES:
        kept = QImage(str(resource("app", f"dagleder-{size}.png")))
        assert kept == QImage.fromData(app_icon.drawn(renderer, size)).convertToFormat(kept.format())


def test_an_icon_file_holds_the_pictures_one_after_the_other():
    pictures = {16: b"sixteen", 256: b"big"}
    file = app_icon.ico(pictures)
    assert file[:6] == b"\x00\x00\x01\x00\x02\x00"
    assert file[6] == 16
    assert file[22] == 0  # how the format writes 256
    assert file[6 + 2 * 16 :] == b"sixteenbig"


@pytest.fixture
def package(tmp_path):
    """A tarball of one file, and the package it is."""
    (tmp_path / "a.txt").write_text("hello")
    file = tmp_path / "some-thing-1.0.tgz"
    with tarfile.open(file, "w:gz") as archive:
        archive.add(tmp_path / "a.txt", "package/a.txt")
    return fetch_resources.Package("@some/thing", "1.0", hashlib.sha512(file.read_bytes()).hexdigest())


def test_a_package_is_read_when_its_hash_is_right(package, tmp_path):
    archive = fetch_resources.tarball(package, tmp_path)
    assert fetch_resources.member(archive, "a.txt") == b"hello"


def test_another_package_under_the_same_name_is_refused(package, tmp_path):
    (tmp_path / "some-thing-1.0.tgz").write_bytes(b"another")
    with pytest.raises(SystemExit, match="not the package"):
        fetch_resources.tarball(package, tmp_path)


@pytest.mark.parametrize("style", fetch_resources.FONT_FILES)
def test_renaming_a_font_again_changes_nothing(style):
    kept = resource("fonts", f"DaglederInter-{style}.ttf").read_bytes()
    assert fetch_resources.renamed(kept, style) == kept
