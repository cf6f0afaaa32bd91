"""Backups: verified when made, made in time, and never lost to a damaged house."""

import errno
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dagleder.base.errors import UserProblem
from dagleder.models.meetings import MeetingKind
from dagleder.models.staff import Employee
from dagleder.storage import connection, copying
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.backups import MUCH, BackupKeeper, keep_backup, kept_backups, make_backup
from dagleder.storage.copying import BadCopy
from dagleder.storage.database import Database
from dagleder.storage.problems import DamagedHouse
from tests.conftest import NOW
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, add_staff, contents, dump, set_second_place, site_names


@dataclass
class MovingClock:
    at: datetime = NOW

    def now(self):
        return self.at

    def today(self):
        return self.at.date()


def shelf_of(database):
    return BackupShelf(database.path)


def test_a_backup_is_a_house_with_the_same_password(secret_house, tmp_path, clock):
    add_staff(secret_house, 20)
    before = dump(secret_house)
    counts = make_backup(secret_house, tmp_path / "kopi.dagleder")
    assert counts["employee"] == 20
    copy = Database.open(tmp_path / "kopi.dagleder", secret=WORD, clock=clock)
    assert dump(copy) == before
    assert copy.undo_name() == "Tilføj 20 medarbejdere"
    copy.close()


def test_a_backup_holds_what_still_stands_in_the_log(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    assert database.path.with_name(database.path.name + "-wal").stat().st_size
    make_backup(database, tmp_path / "kopi.dagleder")
    copy = Database.open(tmp_path / "kopi.dagleder", clock=clock)
    assert site_names(copy) == ["Hovedhuset"]
    copy.close()


def test_a_backup_is_one_file_and_replaces_an_older_one_of_the_same_house(database, tmp_path):
    out = tmp_path / "ud"
    out.mkdir()
    copies = []
    for name in ("Hovedhuset", "Skovhuset"):
        add_site(database, name)
        make_backup(database, out / "kopi.dagleder")
        copies.append((out / "kopi.dagleder").read_bytes())
    assert [path.name for path in out.iterdir()] == ["kopi.dagleder"]
    assert copies[0] != copies[1]


def test_no_database_is_at_work_where_she_puts_a_copy(database, tmp_path, monkeypatch):
    """It may be a network drive: it gets one finished file, which is compared, and nothing is left half."""
    add_staff(database, 20)
    usb = tmp_path / "usb"
    usb.mkdir()
    opened: list[Path] = []
    real = connection.connect

    def seen(path, key):
        opened.append(path)
        return real(path, key)

    monkeypatch.setattr(connection, "connect", seen)
    make_backup(database, usb / "kopi.dagleder")
    assert opened
    assert not [path for path in opened if path.is_relative_to(usb)]
    assert list(usb.iterdir()) == [usb / "kopi.dagleder"]
    assert list(shelf_of(database).folder.iterdir()) == []
    monkeypatch.setattr(copying, "_digest", lambda path: str(path).encode())
    with pytest.raises(BadCopy, match="kasseret"):
        make_backup(database, usb / "anden.dagleder")
    assert list(usb.iterdir()) == [usb / "kopi.dagleder"]


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", None])
def test_a_backup_takes_no_other_file_s_place(database, tmp_path, content, clock):
    """Neither a paper's nor that of another house, however shut it is."""
    there = tmp_path / "andet.dagleder"
    if content is None:
        Database.create(there, secret=None, clock=clock).close()
    else:
        there.write_bytes(content)
    before = there.read_bytes()
    with pytest.raises(UserProblem, match="ikke en kopi af dette hus"):
        make_backup(database, there)
    assert there.read_bytes() == before


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (errno.EACCES, "Du må ikke gemme i mappen .*usb. Vælg en anden"),
        (errno.EROFS, "ikke gemme"),
        (errno.EIO, "plads"),
    ],
)
def test_a_folder_she_may_not_write_in_is_told_from_a_full_disk(database, tmp_path, monkeypatch, reason, sentence):
    (tmp_path / "usb").mkdir()

    touch = Path.touch

    def refuse(path, *args):
        if path.parent.name == "usb":
            raise OSError(reason, os.strerror(reason))
        touch(path, *args)

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(UserProblem, match=sentence):
        make_backup(database, tmp_path / "usb" / "kopi.dagleder")


def test_a_backup_while_something_is_being_written_holds_what_was_saved(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    with database.writing("Halvt") as session:
        session.add(Employee(first_name="A", initials="A", role="P"))
        session.flush()
        make_backup(database, tmp_path / "kopi.dagleder")
    copy = Database.open(tmp_path / "kopi.dagleder", clock=clock)
    assert (site_names(copy), dump(copy)["employee"]) == (["Hovedhuset"], [])
    copy.close()


@pytest.mark.parametrize(
    ("name", "sentence"), [("væk/kopi.dagleder", "findes ikke"), ("Solsikken.dagleder", "samme navn")]
)
def test_a_backup_nowhere_or_onto_itself_is_refused(database, tmp_path, name, sentence):
    with pytest.raises(UserProblem, match=sentence):
        make_backup(database, tmp_path / name)


def test_a_copy_that_lacks_rows_does_not_count(database, tmp_path, monkeypatch):
    add_staff(database, 20)
    make_backup(database, tmp_path / "kopi.dagleder")
    before = (tmp_path / "kopi.dagleder").read_bytes()
    right = copying.verified_counts
    monkeypatch.setattr(copying, "verified_counts", lambda *args: (right(*args) or {}) | {"employee": 19})
    with pytest.raises(BadCopy, match="kasseret"):
        make_backup(database, tmp_path / "kopi.dagleder")
    assert (tmp_path / "kopi.dagleder").read_bytes() == before
    assert not list(tmp_path.glob("*ufærdig*"))


def test_kept_copies_are_listed_newest_first_with_what_they_are_today(database):
    for day in range(3):
        add_site(database, f"Hus {day}")
        keep_backup(database, NOW + timedelta(days=day))
    newest, middle, _ = shelf_of(database).backups()
    assert newest.at == NOW + timedelta(days=2)
    middle.path.write_bytes(middle.path.read_bytes()[:-1])
    states = [(copy.state, copy.rows is None) for copy in kept_backups(database)]
    assert states == [("åbnet og talt", False), ("kan ikke åbnes", True), ("åbnet og talt", False)]


def test_copies_made_in_the_same_second_do_not_replace_each_other(database):
    made = {keep_backup(database, NOW, Occasion.UPDATE).backup.path for _ in range(3)}
    assert len(made) == len(shelf_of(database).backups()) == 3


def test_a_year_of_copies_is_rotated_and_what_preceded_something_big_stays_30_days(database):
    for back in range(120, -1, -3):
        keep_backup(database, NOW - timedelta(days=back, hours=2), Occasion.RESTORE)
        keep_backup(database, NOW - timedelta(days=back))
    kept = shelf_of(database).backups()
    aside = [backup for backup in kept if backup.occasion is Occasion.RESTORE]
    assert kept[0].at == NOW
    assert [backup.at for backup in aside] == [NOW - timedelta(days=back, hours=2) for back in range(0, 30, 3)]
    assert len(kept) - len(aside) <= 31


def test_a_damaged_file_set_aside_pushes_no_good_copy_out(database):
    """It is the newest of its day, and still the copy made in the morning is the one of that day."""
    made = [keep_backup(database, NOW - timedelta(days=back)).backup for back in (40, 2)]
    for copy in made:
        set_aside = shelf_of(database).place_for(copy.at + timedelta(hours=1), Occasion.DAMAGED)
        set_aside.path.write_bytes(b"beskadiget")
    newest = keep_backup(database, NOW).backup
    work = [copy for copy in shelf_of(database).backups() if copy.occasion is Occasion.WORK]
    assert work == [newest, *reversed(made)]
    assert [copy.at.day for copy in shelf_of(database).backups() if not copy.is_copy] == [10]  # 30 days, no longer


def test_a_damaged_house_rotates_no_good_copy_away(database, clock):
    add_staff(database, 300)
    kept = keep_backup(database, NOW).backup
    database.close()
    again = Database.open(database.path, clock=clock)
    with database.path.open("r+b") as file:
        file.seek(-2000, 2)
        file.write(b"\0\0\0\0")
    for day in range(1, 4):
        with pytest.raises(DamagedHouse) as problem:
            keep_backup(again, NOW + timedelta(days=day))
        assert problem.value.backup == kept.path
    assert [backup.path for backup in shelf_of(database).backups()] == [kept.path]
    again.close()


def test_the_second_place_gets_a_compared_twin(database, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    set_second_place(database, usb)
    receipt = keep_backup(database, NOW)
    assert receipt.elsewhere is not None
    assert receipt.elsewhere.is_relative_to(usb)
    assert receipt.elsewhere.read_bytes() == receipt.backup.path.read_bytes()
    assert [path.suffix for path in usb.rglob("*") if path.is_file()] == [".dagleder"]


def test_old_copies_in_the_second_place_are_let_go_too(database, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    set_second_place(database, usb)
    for hour in range(3):
        keep_backup(database, NOW + timedelta(hours=hour))
    (left,) = [path for path in usb.rglob("*") if path.is_file()]
    assert "12.42.00" in left.name


def test_a_shelf_without_copies_has_none(database):
    shelf = shelf_of(database)
    shelf.rotate()
    assert (shelf.backups(), shelf.inspected(database.key_for)) == ([], [])


def test_other_files_on_the_shelf_are_left_alone(database):
    kept = keep_backup(database, NOW).backup.path
    others = [kept.with_name(name) for name in ("noter.txt", "Mit hus.dagleder", "Hus 2026-13-45 10.42.00.dagleder")]
    for other in others:
        other.write_text("mit")
    keep_backup(database, NOW + timedelta(days=1))
    assert all(other.read_text() == "mit" for other in others)
    assert len(shelf_of(database).backups()) == 2


def test_a_second_place_that_is_away_is_told_and_the_copy_here_stands(database, tmp_path):
    set_second_place(database, tmp_path / "usb")
    receipt = keep_backup(database, NOW)
    assert "Er drevet tilsluttet?" in receipt.problem
    assert receipt.backup.path.exists()
    assert not (tmp_path / "usb").exists()


def test_a_copy_is_due_30_minutes_after_the_first_change_without_one(database):
    clock = MovingClock()
    keeper = BackupKeeper(database, clock)
    clock.at += timedelta(hours=5)
    seen = [keeper.due]
    add_site(database, "A")
    clock.at += timedelta(minutes=29)
    add_site(database, "B")
    seen.append(keeper.due)
    clock.at += timedelta(minutes=1)
    seen.append(keeper.due)
    keeper.keep()
    assert [*seen, keeper.due] == [False, False, True, False]
    assert [backup.at for backup in shelf_of(database).backups()] == [clock.at]


def test_a_copy_is_due_at_once_when_much_was_changed_in_one_step(database, clock):
    keeper = BackupKeeper(database, clock)
    seen = [keeper.due]
    add_staff(database, MUCH)
    seen.append(keeper.due)
    keeper.keep()
    assert [*seen, keeper.due] == [False, True, False]


def test_at_close_a_copy_is_made_of_what_is_new_only(database):
    clock = MovingClock()
    keeper = BackupKeeper(database, clock)
    assert keeper.close() is None
    keeper = BackupKeeper(database, clock)
    add_site(database, "A")
    assert keeper.close() is not None
    add_site(database, "B")
    assert len(shelf_of(database).backups()) == 1


def test_what_a_killed_program_left_without_a_copy_is_copied_by_the_next(database):
    clock = MovingClock()
    add_site(database, "A")  # and no keeper closed the house
    clock.at += timedelta(minutes=29)
    keeper = BackupKeeper(database, clock)
    seen = [keeper.due]
    clock.at += timedelta(minutes=1)
    seen.append(keeper.due)
    keeper.keep()
    assert [*seen, keeper.due] == [False, True, False]
    assert BackupKeeper(database, clock).close() is None
    assert [copy.rows is not None for copy in kept_backups(database)] == [True]


def test_a_copy_that_failed_is_still_due(database, monkeypatch):
    clock = MovingClock()
    keeper = BackupKeeper(database, clock)
    add_site(database, "A")
    clock.at += timedelta(minutes=30)
    monkeypatch.setattr(copying, "verified_counts", lambda *_: None)
    with pytest.raises(BadCopy):
        keeper.keep()
    assert keeper.due


def test_before_a_mass_deletion_a_verified_copy_is_kept(database, clock):
    add_staff(database, 60)
    with database.writing("Slet en") as session:
        session.delete(session.get_one(Employee, 1))
    assert shelf_of(database).backups() == []
    with database.writing("Slet mange") as session:
        for number in range(2, 40):
            session.delete(session.get_one(Employee, number))
    (kept,) = shelf_of(database).backups()
    assert kept.occasion is Occasion.DELETION
    copy = Database.open(kept.path, clock=clock, read_only=True)
    assert len(dump(copy)["employee"]) == 59
    copy.close()


def test_backups_of_two_houses_of_one_name_do_not_meet(database, tmp_path, clock):
    keep_backup(database, NOW)
    (tmp_path / "andet").mkdir()
    other = Database.create(tmp_path / "andet" / database.path.name, secret=None, clock=clock)
    keep_backup(other, NOW)
    assert len(shelf_of(database).backups()) == len(shelf_of(other).backups()) == 1
    other.close()


def test_nothing_of_a_backup_is_readable(database, tmp_path):
    with database.writing("Tilføj") as session:
        session.add(MeetingKind(key="p", name="Personalemøde", letter="P", style="sun", audience="all"))
    keep_backup(database, NOW)
    assert not [name for name, content in contents(tmp_path).items() if "Personalemøde".encode() in content]
