"""One writer per house, whoever comes, goes or is killed."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dagleder.base.errors import UserProblem
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.database import Database
from dagleder.storage.house_lock import HouseLock, Owner, lock_path
from dagleder.storage.keys import fresh_key
from dagleder.storage.problems import DiskFull, Replaced, WrittenElsewhere, WrongSecret
from dagleder.storage.secret import Password
from tests.storage.children import child
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, copy_of, site_names

OWNER = Owner(socket.gethostname(), os.getpid(), "2026-03-12T10:42:00", "00" * 16, 0)


def test_the_second_opening_reads_and_does_not_write(database, clock):
    add_site(database, "Hovedhuset")
    second = Database.open(database.path, clock=clock)
    assert second.read_only
    assert site_names(second) == ["Hovedhuset"]
    assert [step.name for step in second.history()] == ["Tilføj Hovedhuset"]
    assert second.check() == []
    for attempt in (second.undo, second.redo, lambda: add_site(second, "x"), lambda: second.keep_draft("a", "b")):
        with pytest.raises(WrittenElsewhere, match="åbent i et andet program"):
            attempt()
    add_site(database, "Skovhuset")
    assert site_names(second) == ["Hovedhuset", "Skovhuset"]
    second.close()
    add_site(database, "Engen")
    assert len(site_names(database)) == 3


def test_the_second_opening_needs_the_password_too(secret_house, clock):
    for word in (None, Password("forkert")):
        with pytest.raises(WrongSecret):
            Database.open(secret_house.path, secret=word, clock=clock)
    second = Database.open(secret_house.path, secret=WORD, clock=clock)
    assert second.read_only
    second.close()


def test_a_reader_takes_no_lock(database, clock):
    database.close()
    reader = Database.open(database.path, clock=clock, read_only=True)
    writer = Database.open(database.path, clock=clock)
    assert reader.read_only
    assert not writer.read_only
    writer.close()
    reader.close()


def test_another_program_reads_while_the_window_writes(database, clock):
    database.close()
    with child("write_forever", database.path) as window:
        first = window.line()
        other = Database.open(database.path, clock=clock)
        assert other.read_only
        assert first in site_names(other)
        assert other.check() == []
        later = [window.line() for _ in range(20)]
        assert set(later) <= set(site_names(other))
        other.close()


def test_the_lock_goes_when_the_house_is_closed(database, clock):
    assert lock_path(database.path).exists()
    database.close()
    assert not lock_path(database.path).exists()
    again = Database.open(database.path, clock=clock)
    assert not again.read_only
    again.close()


def test_the_lock_of_a_killed_program_is_cleared(database, clock):
    database.close()
    with child("hold", database.path) as program:
        assert program.line() == "open"
        second = Database.open(database.path, clock=clock)
        assert second.read_only
        second.close()
        program.kill()
    assert lock_path(database.path).exists()
    third = Database.open(database.path, clock=clock)
    assert not third.read_only
    third.close()


def test_a_process_number_used_again_keeps_nobody_out(tmp_path):
    house = tmp_path / "Solsikken.dagleder"
    left = Owner(socket.gethostname(), os.getppid(), "2020-01-01T00:00:00", "00" * 16, 0)
    lock_path(house).write_text(json.dumps({name: getattr(left, name) for name in left.__slots__}))
    lock = HouseLock.take(house, OWNER)
    assert lock is not None
    lock.release()


@pytest.mark.parametrize("left", [b"", b"{", b"[]", b'{"host": "x"}', b"\xff\xfe", b"{}" * 5000])
def test_a_lock_file_with_anything_in_it_keeps_nobody_out(tmp_path, left):
    house = tmp_path / "Solsikken.dagleder"
    lock_path(house).write_bytes(left)
    lock = HouseLock.take(house, OWNER)
    assert lock is not None
    lock.release()


def test_a_house_open_on_another_computer_is_told(tmp_path):
    house = tmp_path / "Solsikken.dagleder"
    there = {"host": "SKOLEN-PC7", "pid": 1, "started": "2026-03-12T10:42:00", "header": "00" * 16, "file": 0}
    lock_path(house).write_text(json.dumps(there))
    with pytest.raises(UserProblem, match="SKOLEN-PC7"):
        HouseLock.take(house, OWNER)
    assert json.loads(lock_path(house).read_text()) == there


def test_a_folder_that_takes_no_lock_file_is_told(tmp_path):
    with pytest.raises(UserProblem, match="kan ikke skrive i mappen"):
        HouseLock.take(tmp_path / "væk" / "Solsikken.dagleder", OWNER)


@pytest.mark.skipif(sys.platform == "win32", reason="locks files in its own way")
def test_a_file_system_that_locks_no_files_is_told(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOTSUP, "not here")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(UserProblem, match="ikke til at låse filer i"):
        HouseLock.take(tmp_path / "Solsikken.dagleder", OWNER)


def test_a_disk_without_room_for_the_mark_is_told_and_nothing_is_held(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, "no room")

    house = tmp_path / "Solsikken.dagleder"
    with monkeypatch.context() as patch:
        patch.setattr("dagleder.storage.house_lock._write", refuse)
        with pytest.raises(DiskFull):
            HouseLock.take(house, OWNER)
    lock = HouseLock.take(house, OWNER)
    assert lock is not None
    lock.release()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_one_may_not_write_in_is_told(tmp_path, database, clock):
    database.close()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserProblem, match="kan ikke skrive i mappen"):
            Database.open(database.path, clock=clock)
    finally:
        tmp_path.chmod(0o700)


def race(house: Path, programs: int, seconds_apart: float) -> list[str]:
    """Start programs that all want to write, and give what each got."""
    with child("race", house, programs, seconds_apart) as started:
        return started.rest()


@pytest.mark.parametrize("seconds_apart", [0.0, 0.005, 0.05])
def test_of_programs_started_together_exactly_one_writes(database, clock, seconds_apart):
    database.close()
    for _ in range(5):
        got = race(database.path, 6, seconds_apart)
        assert sorted(got) == ["read_only"] * 5 + ["writes"]
    again = Database.open(database.path, clock=clock)
    assert not again.read_only
    assert again.check() == []
    assert len(site_names(again)) == 5
    again.close()


@pytest.mark.long
def test_a_thousand_races_have_one_winner_each(database, clock):
    database.close()
    for turn in range(1000):
        got = race(database.path, 2 + turn % 7, turn % 3 * 0.02)
        assert got.count("writes") == 1
    again = Database.open(database.path, clock=clock)
    assert again.check() == []
    again.close()


def test_a_file_put_in_the_place_of_the_open_one_is_noticed(database, tmp_path):
    add_site(database, "Hovedhuset")
    database.copy_to(tmp_path / "sky.dagleder")
    (tmp_path / "sky.dagleder").replace(database.path)
    with pytest.raises(Replaced, match="skiftet ud"):
        add_site(database, "Skovhuset")
    with pytest.raises(Replaced):
        database.undo()
    with pytest.raises(Replaced):
        database.check()


def test_the_file_gone_from_under_the_open_house_is_noticed(database):
    add_site(database, "Hovedhuset")
    database.path.unlink()
    with pytest.raises(Replaced):
        add_site(database, "Skovhuset")


def test_the_file_put_in_place_never_meets_the_log_of_the_closed_one(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    database.copy_to(tmp_path / "sky.dagleder")
    put = (tmp_path / "sky.dagleder").read_bytes()
    add_site(database, "Skovhuset")
    (tmp_path / "sky.dagleder").replace(database.path)
    database.close()
    assert database.path.read_bytes() == put
    again = Database.open(database.path, clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    assert again.check() == []
    again.close()


def test_what_was_open_when_its_file_was_replaced_is_kept_as_a_backup(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    database.copy_to(tmp_path / "sky.dagleder")
    add_site(database, "Skovhuset")
    (tmp_path / "sky.dagleder").replace(database.path)
    database.close()
    (kept,) = BackupShelf(database.path).backups()
    assert kept.occasion is Occasion.REPLACED
    copy = Database.open(kept.path, clock=clock, read_only=True)
    assert site_names(copy) == ["Hovedhuset", "Skovhuset"]
    copy.close()


def test_the_file_put_in_place_never_meets_the_log_of_a_killed_program(database, tmp_path, clock):
    database.close()
    copy_of(database.path, tmp_path / "sky.dagleder")
    with child("write_forever", database.path) as program:
        assert [program.line() for _ in range(5)]
        (tmp_path / "sky.dagleder").replace(database.path)
        program.kill()
    again = Database.open(database.path, clock=clock)
    assert site_names(again) == []
    assert again.check() == []
    assert "skiftet ud" in again.notices[0].text
    again.close()


def test_sleep_and_wake_lose_nothing(database, clock):
    database.close()
    with child("write_forever", database.path) as program:
        acked = [program.line() for _ in range(5)]
        os.kill(program.pid, signal.SIGSTOP)
        time.sleep(0.1)
        assert Database.open(database.path, clock=clock).read_only
        os.kill(program.pid, signal.SIGCONT)
        acked += [program.line() for _ in range(5)]
        program.kill()
    again = Database.open(database.path, clock=clock)
    assert not again.read_only
    assert set(acked) <= set(site_names(again))
    again.close()


def test_importing_storage_does_nothing():
    code = "import dagleder.storage.database, os; print(os.listdir('.'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert not done.stderr
    assert fresh_key(None).recovery is None
