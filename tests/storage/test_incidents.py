"""Losses that others suffered, each by its number in the promises of reliability (I1–I16).

A short test for each, pointing at where the matter is tested at length.
"""

import shutil

import pytest
from sqlmodel import select

from dagleder.base.errors import Bug, UserProblem
from dagleder.models.settings import Site, Team
from dagleder.models.staff import Employee
from dagleder.storage import copying
from dagleder.storage.backup_shelf import BackupShelf
from dagleder.storage.backups import keep_backup, make_backup
from dagleder.storage.connection import connect, connected
from dagleder.storage.copying import BadCopy
from dagleder.storage.database import Database
from dagleder.storage.problems import Replaced, WrongSecret
from dagleder.storage.restoring import preview
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, add_staff, contents, dump, plain_text_of, site_names


def test_i1_a_write_that_finds_no_room_leaves_the_old_file(database):
    """At length: test_disk_full.py."""
    add_site(database, "Hovedhuset")
    before = dump(database)
    with database._open.ready_writer() as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(UserProblem, match="ikke plads"):
        add_site(database, "Skovhuset" * 100_000)
    assert dump(database) == before
    with database._open.ready_writer() as raw:
        raw.execute("PRAGMA max_page_count=100000")
    add_site(database, "Skovhuset" * 100_000)


def test_i2_what_a_migration_left_half_done_does_not_keep_the_next_start_out(database, clock):
    """At length: test_migrations.py, killed at every statement."""
    add_site(database, "Hovedhuset")
    database.close()
    database.path.with_name(database.path.name + ".ufærdig").write_bytes(b"halv")
    again = Database.open(database.path, clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()
    assert [path.name for path in database.path.parent.glob("*.dagleder*")] == [database.path.name]


def test_i3_a_copied_file_lacks_edits_and_a_backup_does_not(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    shutil.copyfile(database.path, tmp_path / "kopieret.dagleder")
    make_backup(database, tmp_path / "kopi.dagleder")
    found = {}
    for name in ("kopieret", "kopi"):
        copy = Database.open(tmp_path / f"{name}.dagleder", clock=clock)
        found[name] = (site_names(copy), copy.check())
        copy.close()
    assert found == {"kopieret": ([], []), "kopi": (["Hovedhuset"], [])}


def test_i4_a_bad_copy_takes_no_good_one_away(database, monkeypatch):
    """At length: test_backups.py, a damaged house."""
    good = keep_backup(database, NOW).backup
    monkeypatch.setattr(copying, "verified_counts", lambda *_: None)
    with pytest.raises(BadCopy):
        keep_backup(database, NOW.replace(day=20))
    assert [backup.path for backup in BackupShelf(database.path).backups()] == [good.path]


def test_i5_a_house_that_cannot_be_opened_is_never_replaced_by_an_empty_one(secret_house, clock, tmp_path):
    """At length: test_opening.py."""
    add_site(secret_house, "Hovedhuset")
    secret_house.close()
    before = contents(tmp_path)
    with pytest.raises(WrongSecret):
        Database.open(secret_house.path, secret=Password("glemt"), clock=clock)
    with pytest.raises(UserProblem, match="ligger allerede en fil"):
        Database.create(secret_house.path, secret=None, clock=clock)
    assert contents(tmp_path) == before


def test_i6_a_driver_that_does_not_encrypt_is_refused(database, monkeypatch):
    import sqlite3  # noqa: PLC0415 -- the driver that must not be taken

    monkeypatch.setattr("sqlcipher3.dbapi2.connect", sqlite3.connect)
    with pytest.raises(Bug, match="does not encrypt"):
        connect(database.path, database._open.key)


def test_i6_a_plain_file_is_never_taken_for_a_house(database, tmp_path, clock):
    plain = tmp_path / "klar.dagleder"
    with connected(database.path, database._open.key) as raw:
        raw.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        raw.execute("SELECT sqlcipher_export('plain')")
    with pytest.raises(UserProblem, match="ikke beskyttet"):
        Database.open(plain, clock=clock)


def test_i10_a_file_changed_under_us_is_noticed(database, tmp_path):
    """At length: test_house_lock.py, two programs and a synchronised folder."""
    add_site(database, "Hovedhuset")
    make_backup(database, tmp_path / "sky.dagleder")
    (tmp_path / "sky.dagleder").replace(database.path)
    with pytest.raises(Replaced):
        add_site(database, "Skovhuset")


def test_i11_a_restore_that_takes_many_rows_asks_first(database, tmp_path):
    """At length: test_restoring.py; test_backups.py for a mass deletion."""
    make_backup(database, tmp_path / "tom.dagleder")
    add_staff(database, 30)
    assert preview(database, tmp_path / "tom.dagleder").asks


def test_i12_deleted_text_is_gone_from_the_file_and_its_log(database):
    """At length: test_erasing.py, also the copies."""
    add_staff(database, 1, "Kanariefugl")
    assert b"Kanariefugl" in plain_text_of(database.path, database)
    with database.erasing("Slet") as erasure:
        for table in (Team, Site, Employee):
            for row in erasure.session.exec(select(table)):
                erasure.session.delete(row)
    assert b"Kanariefugl" not in plain_text_of(database.path, database)
    assert not database.path.with_name(database.path.name + "-wal").read_bytes()


def test_i14_exactly_one_password_opens_the_house(secret_house, clock):
    """At length: test_password.py, killed while it changes."""
    secret_house.close()
    opened = []
    for word in (WORD, Password("hasselnødder")):
        try:
            Database.open(secret_house.path, secret=word, clock=clock).close()
            opened.append(word)
        except WrongSecret:
            continue
    assert opened == [WORD]


def test_i16_an_sqlite_that_can_lose_a_checkpoint_is_refused(database, monkeypatch):
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    with pytest.raises(Bug, match="too old"):
        connect(database.path, database._open.key)


def test_i16_only_the_one_writer_moves_the_log_into_the_file(database, clock):
    add_site(database, "Hovedhuset")
    before = database.path.read_bytes()
    reader = Database.open(database.path, clock=clock)
    assert site_names(reader) == ["Hovedhuset"]
    reader.close()
    assert database.path.read_bytes() == before
    database.close()
    assert database.path.read_bytes() != before
