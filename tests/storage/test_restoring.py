"""Going back to a copy."""

from datetime import timedelta

import pytest

from dagleder.base.errors import UserProblem
from dagleder.models.staff import Employee
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.backups import keep_backup, make_backup
from dagleder.storage.database import Database
from dagleder.storage.problems import DamagedHouse, WrittenElsewhere, WrongSecret
from dagleder.storage.restoring import preview, restore, restore_damaged
from dagleder.storage.schema import FEATURE_TABLE_NAMES
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.storage.children import child
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, add_staff, dump, site_names


@pytest.fixture
def copy(database, tmp_path):
    """A backup of the house with 20 employees; 5 more and a matrikel come after it."""
    add_staff(database, 20)
    make_backup(database, tmp_path / "kopi.dagleder")
    with database.writing("Tilføj flere") as session:
        session.add_all([Employee(first_name="Ny", initials=f"N{n}", role="V") for n in range(5)])
    add_site(database, "Skovhuset")
    return tmp_path / "kopi.dagleder"


def test_a_preview_tells_what_a_copy_holds_and_changes_nothing(database, copy):
    before = dump(database), copy.read_bytes()
    seen = preview(database, copy)
    rows = {table.table: (table.now, table.then) for table in seen.tables}
    assert (rows["employee"], rows["site"], rows["team"]) == ((25, 20), (2, 1), (1, 1))
    assert set(rows) == FEATURE_TABLE_NAMES
    assert (seen.saved_at, seen.last_step) == (NOW, "Tilføj 20 medarbejdere")
    assert (dump(database), copy.read_bytes()) == before


@pytest.mark.parametrize(("more", "asks"), [(0, True), (100, False)])
def test_a_preview_asks_when_more_than_a_tenth_would_go(database, copy, more, asks):
    if more:
        make_backup(database, copy)
    with database.writing("Mange") as session:
        session.add_all([Employee(first_name="X", initials=f"X{n}", role="V") for n in range(2 if more else 1)])
    assert preview(database, copy).asks is asks


def test_restoring_brings_the_copy_back_and_keeps_what_was_there(database, copy, clock):
    now, tables = dump(database), []
    database.subscribe(lambda changes: tables.append(changes.tables))
    kept = restore(database, copy, clock).backup
    assert len(dump(database)["employee"]) == 20
    assert database.undo_name() == "Tilføj 20 medarbejdere"
    assert tables == [FEATURE_TABLE_NAMES]
    assert kept.occasion is Occasion.RESTORE
    restore(database, kept.path, clock)
    assert dump(database) == now
    add_site(database, "Engen")
    assert database.check() == []


def test_an_older_copy_of_the_same_day_can_be_gone_back_to(database, clock):
    add_site(database, "Hovedhuset")
    kept = keep_backup(database, NOW).backup
    add_site(database, "Skovhuset")
    for _ in range(2):
        restore(database, kept.path, clock)
        assert site_names(database) == ["Hovedhuset"]


def test_a_restored_house_opens_under_the_password_it_had(secret_house, copy, clock):
    restore(secret_house, copy, clock)
    assert len(dump(secret_house)["employee"]) == 20
    secret_house.close()
    again = Database.open(secret_house.path, secret=WORD, clock=clock)
    assert len(dump(again)["employee"]) == 20
    again.close()


def test_a_copy_under_another_password_needs_it(database, secret_house, tmp_path, clock):
    add_site(secret_house, "Hovedhuset")
    make_backup(secret_house, tmp_path / "kopi.dagleder")
    for wrong in (None, Password("forkert")):
        with pytest.raises(WrongSecret):
            restore(database, tmp_path / "kopi.dagleder", clock, wrong)
    restore(database, tmp_path / "kopi.dagleder", clock, WORD)
    assert site_names(database) == ["Hovedhuset"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", None])
def test_what_is_no_copy_is_refused_and_the_house_stays(database, copy, clock, content):
    now = dump(database)
    if content is None:
        raw = bytearray(copy.read_bytes())
        raw[-100] ^= 1
        content = bytes(raw)
    copy.write_bytes(content)
    with pytest.raises(UserProblem):
        restore(database, copy, clock)
    with pytest.raises(UserProblem):
        preview(database, copy)
    assert dump(database) == now
    assert BackupShelf(database.path).backups() == []


def test_nothing_is_restored_while_another_program_reads(database, copy, clock):
    now = dump(database)
    database.close()
    with child(hold_a_reading, database.path) as reader:
        assert reader.line() == "reading"
        again = Database.open(database.path, clock=clock)
        with pytest.raises(WrittenElsewhere):
            restore(again, copy, clock)
        assert dump(again) == now
    restore(again, copy, clock)
    assert len(dump(again)["employee"]) == 20
    again.close()


def hold_a_reading(say, house):
    import time  # noqa: PLC0415 -- in the child

    from dagleder.base.clock import SystemClock  # noqa: PLC0415 -- in the child

    database = Database.open(house, clock=SystemClock(), read_only=True)
    with database._open.raw_reader() as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM site").fetchone()
        say("reading")
        time.sleep(60)


def test_a_damaged_house_names_its_newest_good_copy_and_is_mended_by_it(database, clock):
    add_staff(database, 20)
    old = keep_backup(database, NOW - timedelta(days=2)).backup
    newest = keep_backup(database, NOW).backup
    database.close()
    database.path.write_bytes(b"\0" * 4096 + database.path.read_bytes()[4096:])
    newest.path.write_bytes(newest.path.read_bytes()[:5000])
    with pytest.raises(DamagedHouse, match=r"Gendan fra kopien af 10\. marts 2026 kl\. 10\.42") as problem:
        Database.open(database.path, clock=clock)
    assert problem.value.backup == old.path
    restore_damaged(database.path, problem.value.backup, clock)
    again = Database.open(database.path, clock=clock)
    assert len(dump(again)["employee"]) == 20
    assert again.check() == []
    again.close()


def test_the_damaged_file_is_set_aside_not_removed(database, clock):
    kept = keep_backup(database, NOW).backup
    database.close()
    damaged = b"\0" * 5000
    database.path.write_bytes(damaged)
    database.path.with_name(database.path.name + "-wal").write_bytes(b"log")
    restore_damaged(database.path, kept.path, clock)
    aside = next(backup for backup in BackupShelf(database.path).backups() if backup.occasion is Occasion.DAMAGED)
    assert (aside.path.read_bytes(), aside.log.read_bytes()) == (damaged, b"log")
    assert not database.path.with_name(database.path.name + "-wal").exists()


def test_a_house_that_is_gone_comes_back_from_its_copy(secret_house, clock):
    add_site(secret_house, "Hovedhuset")
    kept = keep_backup(secret_house, NOW).backup
    secret_house.close()
    secret_house.path.unlink()
    with pytest.raises(UserProblem, match="findes ikke"):
        Database.open(secret_house.path, secret=WORD, clock=clock)
    with pytest.raises(WrongSecret):
        restore_damaged(secret_house.path, kept.path, clock, Password("forkert"))
    restore_damaged(secret_house.path, kept.path, clock, WORD)
    again = Database.open(secret_house.path, secret=WORD, clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()


def test_a_house_damaged_without_a_copy_says_so(database, clock):
    database.close()
    database.path.write_bytes(b"\0" * 5000)
    with pytest.raises(DamagedHouse, match="ingen kopi") as problem:
        Database.open(database.path, clock=clock)
    assert problem.value.backup is None
