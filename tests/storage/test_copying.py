"""Copies that take their name only when they are whole, and what hinders them."""

import pytest

from dagleder.base.errors import UserProblem
from dagleder.storage import copying
from dagleder.storage.connection import connect
from dagleder.storage.copying import BadCopy, copy_file, put_in_place, verified_counts
from dagleder.storage.database import Database
from dagleder.storage.house_lock import lock_path
from dagleder.storage.keys import fresh_key
from dagleder.storage.pages import PAGE_BYTES, examine
from dagleder.storage.problems import DamagedHouse, DiskFull
from tests.storage.houses import add_site, add_staff


def test_a_place_that_takes_no_file_gets_the_sentence_of_a_full_disk(database, tmp_path):
    (tmp_path / "fil").write_text("ikke en mappe")
    with pytest.raises(DiskFull):
        database.copy_to(tmp_path / "fil/kopi.dagleder")
    assert (tmp_path / "fil").read_text() == "ikke en mappe"


def test_a_file_that_cannot_take_its_name_leaves_the_old_one(tmp_path):
    (tmp_path / "ny").write_text("ny")
    (tmp_path / "gammel").mkdir()
    with pytest.raises(DiskFull):
        put_in_place(tmp_path / "ny", tmp_path / "gammel")
    assert (tmp_path / "gammel").is_dir()


def test_a_copied_file_that_differs_takes_no_name(tmp_path, monkeypatch):
    (tmp_path / "kopi").write_text("rigtig")
    (tmp_path / "usb").write_text("den forrige")
    monkeypatch.setattr(copying, "_digest", lambda path: path.name)
    with pytest.raises(BadCopy):
        copy_file(tmp_path / "kopi", tmp_path / "usb")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["kopi", "usb"]
    assert (tmp_path / "usb").read_text() == "den forrige"


def test_a_copy_with_a_structure_that_does_not_hang_together_does_not_count(database, tmp_path):
    add_staff(database, 20)
    copy = tmp_path / "kopi.dagleder"
    database.copy_to(copy)
    key = database._open.key
    assert verified_counts(copy, key) is not None
    connection = connect(copy, key)
    connection.execute("PRAGMA writable_schema=ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_history_row_step_id ON history_row (row_id)' "
        "WHERE name = 'ix_history_row_step_id'"
    )
    connection.close()
    assert verified_counts(copy, key) is None


def test_a_copy_that_is_gone_does_not_count(tmp_path):
    assert verified_counts(tmp_path / "væk.dagleder", fresh_key(None)) is None
    assert not (tmp_path / "væk.dagleder").exists()


def test_opening_never_makes_a_file(tmp_path):
    with pytest.raises(UserProblem, match="findes ikke"):
        connect(tmp_path / "væk.dagleder", fresh_key(None))
    assert list(tmp_path.iterdir()) == []


def test_a_page_another_program_is_writing_gets_a_second_look(database, clock, monkeypatch):
    add_site(database, "Hovedhuset")
    database.close()
    whole = database.path.read_bytes()
    database.path.write_bytes(whole[:PAGE_BYTES] + bytes(100) + whole[PAGE_BYTES + 100 :])
    with pytest.raises(DamagedHouse):
        Database.open(database.path, clock=clock)
    lock_path(database.path).touch()
    monkeypatch.setattr("time.sleep", lambda _: database.path.write_bytes(whole))
    Database.open(database.path, clock=clock).close()


def test_a_page_the_log_has_is_not_looked_at_in_the_file(database):
    add_site(database, "Hovedhuset")
    key, path = database._open.key, database.path
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:PAGE_BYTES] + bytes(100) + whole[PAGE_BYTES + 100 :])
    seen = examine(path, key, {2})
    assert (seen.fits, seen.damaged) == (True, ())
