import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dagleder.base.errors import UserProblem
from dagleder.exchange.save import save_by_rename

_LIMITED = """
import resource, sys
from pathlib import Path
from dagleder.base.errors import UserProblem
from dagleder.exchange.save import save_by_rename
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    save_by_rename(Path(sys.argv[1]), b'n' * 5000)
except UserProblem as problem:
    print(problem.sentence)
"""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_written_over(tmp_path):
    target = tmp_path / "Ærø plan.pdf"
    save_by_rename(target, b"1")
    save_by_rename(target, b"22")
    assert target.read_bytes() == b"22"
    assert _names(tmp_path) == ["Ærø plan.pdf"]


def test_a_missing_folder_is_told_and_not_made(tmp_path):
    with pytest.raises(UserProblem, match="findes ikke"):
        save_by_rename(tmp_path / "ny" / "plan.pdf", b"1")
    assert _names(tmp_path) == []


def test_a_folder_in_the_files_place_is_told(tmp_path):
    (tmp_path / "plan").mkdir()
    with pytest.raises(UserProblem, match="er en mappe"):
        save_by_rename(tmp_path / "plan", b"1")


def test_a_folder_whose_name_is_too_long_is_told(tmp_path):
    with pytest.raises(UserProblem):
        save_by_rename(tmp_path / ("x" * 300) / "plan.pdf", b"1")


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(UserProblem, match="kortere navn"):
        save_by_rename(tmp_path / ("x" * 300), b"1")
    assert _names(tmp_path) == []


def test_a_file_open_in_another_program_gives_a_free_name(tmp_path, monkeypatch):
    target = tmp_path / "Ferieplan.pdf"
    target.write_bytes(b"old")
    (tmp_path / "Ferieplan (2).pdf").touch()

    def refused(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "as Windows says it")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(UserProblem) as raised:
        save_by_rename(target, b"new")
    assert raised.value.sentence == (
        "Ferieplan.pdf er åben i et andet program. Luk den, eller gem som “Ferieplan (3).pdf”."
    )
    assert raised.value.suggestion == "Ferieplan (3).pdf"
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["Ferieplan (2).pdf", "Ferieplan.pdf"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "Du har ikke lov"),
        (errno.EROFS, "Du har ikke lov"),
        (errno.ENOSPC, "Der er ikke plads"),
        (errno.EDQUOT, "Der er ikke plads"),
        (errno.EIO, "kunne ikke gemmes"),
    ],
)
def test_what_the_system_refuses_is_told_and_the_old_file_stays(tmp_path, monkeypatch, number, said):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def refused(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(UserProblem, match=said):
        save_by_rename(target, b"new")
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["plan.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize("limit", [0, 1, 2500, 4999])
def test_a_full_disk_leaves_the_old_file_and_nothing_half(tmp_path, limit):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(target), str(limit)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Der er ikke plads til plan.pdf.")
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["plan.pdf"]
