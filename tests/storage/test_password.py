"""Setting, changing and removing the password, with the program's own copies."""

import random
import sys
from contextlib import ExitStack
from datetime import timedelta

import pytest

from dagleder.base.errors import UserProblem
from dagleder.storage import backup_rewrite, copying, keys, open_house, password
from dagleder.storage.backup_shelf import KeptBackup
from dagleder.storage.backups import keep_backup, kept_backups, make_backup
from dagleder.storage.connection import connected
from dagleder.storage.copying import BadCopy
from dagleder.storage.database import Database
from dagleder.storage.header import KeyKind
from dagleder.storage.opening import read_header
from dagleder.storage.password import set_password
from dagleder.storage.problems import DiskFull, WrongSecret
from dagleder.storage.restoring import restore_damaged
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.storage.children import child
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, add_staff, contents, dump, set_second_place, site_names
from tests.storage.seeds import LONG, seeded

OTHER = Password("hasselnødder")
pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.mark.parametrize("word", [OTHER, None])
def test_a_changed_password_holds_at_once_and_every_row_is_there(secret_house, clock, word):
    add_staff(secret_house, 20)
    rows, printed = dump(secret_house), secret_house.recovery_key
    set_password(secret_house, word)
    assert dump(secret_house) == rows
    assert secret_house.has_password == (word is not None)
    add_site(secret_house, "Skovhuset")
    secret_house.undo()
    secret_house.close()
    for old in (WORD, printed):
        if word:
            with pytest.raises(WrongSecret):
                Database.open(secret_house.path, secret=old, clock=clock)
    again = Database.open(secret_house.path, secret=word, clock=clock)
    assert dump(again) == rows
    again.undo()
    again.close()


def test_the_first_password_hides_what_was_open(database, clock):
    add_site(database, "Hovedhuset")
    set_password(database, WORD)
    database.close()
    with pytest.raises(WrongSecret):
        Database.open(database.path, clock=clock)
    again = Database.open(database.path, secret=WORD, clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no file can be replaced there that is held on to")
def test_what_was_open_is_overwritten_and_not_only_unlinked(database):
    """Read through handles that were there before: what somebody would find who looks on the disk itself."""
    add_site(database, "Hovedhuset")
    kept = [keep_backup(database, NOW).backup.path, keep_backup(database, NOW + timedelta(days=1)).backup.path]
    kept[1].write_bytes(kept[1].read_bytes()[:-10])  # cannot be opened: removed
    with ExitStack() as held:
        old = [held.enter_context(path.open("rb", buffering=0)) for path in (*kept, database.path)]
        assert all(file.read(16).strip(b"\0") for file in old)
        set_password(database, WORD)
        for file in old:
            file.seek(0)
            assert file.read().strip(b"\0") == b""
    assert site_names(database) == ["Hovedhuset"]
    (again,) = kept_backups(database)
    assert again.rows is not None


def test_a_file_that_has_another_name_too_is_left_alone(database, tmp_path):
    kept = keep_backup(database, NOW).backup.path
    before = kept.read_bytes()
    (tmp_path / "egen.dagleder").hardlink_to(kept)
    set_password(database, WORD)
    assert (tmp_path / "egen.dagleder").read_bytes() == before


@pytest.mark.parametrize("word", ["", "hasselnødde"])
def test_a_password_that_is_too_short_is_refused(database, word):
    with pytest.raises(UserProblem, match="mindst 12 tegn"):
        set_password(database, Password(word))
    assert not database.has_password


def test_the_printed_key_is_a_new_one_after_each_change(secret_house):
    keys = [secret_house.recovery_key.text]
    for word in (OTHER, WORD, WORD):
        set_password(secret_house, word)
        keys.append(secret_house.recovery_key.text)
    assert len(set(keys)) == 4


def test_the_programs_own_copies_are_rewritten_at_once(secret_house, clock, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    set_second_place(secret_house, usb)
    for day, name in enumerate(("A", "B")):
        add_site(secret_house, name)
        keep_backup(secret_house, NOW + timedelta(days=day))
    receipt = set_password(secret_house, OTHER)
    assert (receipt.rewritten, receipt.removed, receipt.not_reached) == (4, (), ())
    copies = [path for path in [*tmp_path.rglob("*.dagleder")] if path != secret_house.path]
    assert len(copies) == 4
    for path in copies:
        with pytest.raises(WrongSecret):
            Database.open(path, secret=WORD, clock=clock, read_only=True)
        again = Database.open(path, secret=OTHER, clock=clock, read_only=True)
        assert site_names(again)[0] == "A"
        again.close()
    assert [copy.state for copy in kept_backups(secret_house)] == ["åbnet og talt"] * 2
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".ny", ".kilde", ".ufærdig"}]


def test_a_copy_that_cannot_be_opened_is_removed_and_told(secret_house):
    kept = keep_backup(secret_house, NOW).backup.path
    kept.write_bytes(kept.read_bytes()[:-10])
    receipt = set_password(secret_house, OTHER)
    assert receipt.rewritten == 0
    assert kept.name in receipt.removed[0]
    assert not kept.exists()


@pytest.mark.parametrize("word", [OTHER, None])
def test_a_damaged_file_that_was_set_aside_goes_too(secret_house, clock, word):
    kept = keep_backup(secret_house, NOW).backup
    secret_house.close()
    secret_house.path.write_bytes(secret_house.path.read_bytes()[:-1])
    restore_damaged(secret_house.path, kept.path, clock, WORD)
    again = Database.open(secret_house.path, secret=WORD, clock=clock)
    receipt = set_password(again, word)
    assert "beskadiget" in receipt.removed[0]
    assert not list(kept.path.parent.glob("*beskadiget*"))
    again.close()


def test_a_change_that_was_cut_off_is_finished_at_the_next_opening(secret_house, clock):
    """A successor under the house's own header takes its place; any other, and all that is half, goes."""
    kept = [keep_backup(secret_house, NOW + timedelta(days=day)).backup.path for day in range(2)]
    old = [path.read_bytes() for path in kept]
    secret_house.close()
    kept[0].with_name(kept[0].name + ".ny").write_bytes(old[0] + bytes(4096))
    kept[1].with_name(kept[1].name + ".ny").write_bytes(bytes(4096))
    for half in ("arbejde", "arbejde.kilde", f"{kept[0].name}.ufærdig", f"{kept[0].name}.ufærdig-journal"):
        (kept[0].parent / half).write_bytes(b"halvt")
    Database.open(secret_house.path, secret=WORD, clock=clock).close()
    assert [path.read_bytes() for path in kept] == [old[0] + bytes(4096), old[1]]
    assert sorted(kept[0].parent.iterdir()) == sorted(kept)


def test_a_copy_in_use_elsewhere_is_told(secret_house, monkeypatch):
    keep_backup(secret_house, NOW)
    right = copying.take_over

    def in_use(finished, target):
        if finished.suffix == ".ny":
            raise DiskFull
        right(finished, target)

    monkeypatch.setattr(backup_rewrite, "take_over", in_use)
    monkeypatch.setattr(KeptBackup, "remove", lambda _: (_ for _ in ()).throw(PermissionError))
    receipt = set_password(secret_house, OTHER)
    assert (receipt.rewritten, receipt.removed, len(receipt.not_reached)) == (0, (), 1)


def test_copies_out_of_reach_are_told(secret_house, tmp_path):
    set_second_place(secret_house, tmp_path / "usb")
    (told,) = set_password(secret_house, OTHER).not_reached
    assert "usb" in told


def test_a_change_that_fails_leaves_everything_as_it_was(secret_house, clock, tmp_path, monkeypatch):
    add_site(secret_house, "A")
    keep_backup(secret_house, NOW)
    before = {name: data for name, data in contents(tmp_path).items() if "shm" not in name}
    monkeypatch.setattr(copying, "verified_counts", lambda *_: None)
    with pytest.raises(BadCopy):
        set_password(secret_house, OTHER)
    assert {name: data for name, data in contents(tmp_path).items() if "shm" not in name} == before
    monkeypatch.undo()
    add_site(secret_house, "B")
    secret_house.close()
    again = Database.open(secret_house.path, secret=WORD, clock=clock)
    assert site_names(again) == ["A", "B"]
    again.close()


def test_the_new_file_takes_the_name_in_the_form_a_house_at_work_has(secret_house, monkeypatch):
    """Or its first page would be written under a rollback journal, which a kill leaves beside the house."""
    forms: list[str] = []
    right = copying.take_over

    def look(finished, target):
        with connected(finished, keyed[0]) as raw:
            forms.append(raw.execute("PRAGMA journal_mode").fetchone()[0])
        right(finished, target)

    keyed = [keys.fresh_key(OTHER)]
    monkeypatch.setattr(password, "fresh_key", lambda _: keyed[0])
    monkeypatch.setattr(open_house, "take_over", look)
    set_password(secret_house, OTHER)
    assert forms == ["wal"]


def change_forever(say, house, words):
    """Set one password after the other; the first line tells that the house is open."""
    from dagleder.base.clock import SystemClock  # noqa: PLC0415 -- in the child

    database = next(opened(house, words, SystemClock()))
    say("open")
    for turn in range(1000):
        say(f"begins {turn}")
        set_password(database, words[turn % len(words)])


def opened(house, words, clock):
    """The house under each of the passwords that opens it."""
    for word in words:
        try:
            yield Database.open(house, secret=word, clock=clock)
        except WrongSecret:
            continue


def kill_while_the_password_changes(database, clock, kills, chance):
    add_staff(database, 20)
    for day in range(3):
        keep_backup(database, NOW + timedelta(days=day))
    rows = dump(database)
    database.close()
    words = [OTHER, None, WORD]
    for _ in range(kills):
        with child(change_forever, database.path, words) as program:
            assert program.line() == "open"
            program.wait_seconds(chance.uniform(0.0, 0.15))
            program.kill()
        again = next(opened(database.path, words, clock))
        assert dump(again) == rows
        assert again.check() == []
        header = read_header(again.path)
        if header is not None and header.kind is KeyKind.PASSWORD:
            other = [word for word in (WORD, OTHER) if not opens(again, word)]
            assert len(other) == 1
        old_key = [copy for copy in kept_backups(again) if copy.rows is None]
        assert not old_key
        again.close()
        assert not [path for path in database.path.parent.rglob("*") if path.is_file() and path.suffix != ".dagleder"]


def opens(database, word):
    try:
        Database.open(database.path, secret=word, clock=database._clock, read_only=True).close()
    except WrongSecret:
        return False
    return True


@seeded
def test_killed_while_the_password_changes_exactly_one_opens_the_house(secret_house, clock, seed):
    kill_while_the_password_changes(secret_house, clock, 15, random.Random(seed))


@LONG
@seeded
def test_killed_a_thousand_times_while_the_password_changes(secret_house, clock, seed):
    kill_while_the_password_changes(secret_house, clock, 1000, random.Random(seed))


def test_a_copy_the_leader_made_herself_keeps_its_password(secret_house, tmp_path, clock):
    make_backup(secret_house, tmp_path / "egen.dagleder")
    set_password(secret_house, OTHER)
    Database.open(tmp_path / "egen.dagleder", secret=WORD, clock=clock, read_only=True).close()
