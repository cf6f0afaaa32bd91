"""Opening a house: what is refused, with which sentence, and that nothing is touched by it."""

import binascii
import os
import sqlite3
import time
import unicodedata
from pathlib import Path

import pytest

from dagleder.base.clock import SystemClock
from dagleder.base.errors import Bug, UserProblem
from dagleder.exchange.xlsx import Sheet, render_xlsx
from dagleder.storage.backups import keep_backup
from dagleder.storage.connection import connected
from dagleder.storage.database import Database
from dagleder.storage.house_lock import HouseLock, Owner
from dagleder.storage.keys import fresh_key
from dagleder.storage.problems import DamagedHouse, DiskFull, Locked, WrongSecret
from dagleder.storage.secret import Password, RecoveryKey
from tests.conftest import NOW
from tests.storage.children import child
from tests.storage.conftest import WORD
from tests.storage.houses import add_site, contents, site_names

SENTENCE = "Adgangskoden passer ikke. Store og små bogstaver skal være ens."


def test_a_house_opens_with_its_password_in_either_form_of_unicode(secret_house, clock):
    add_site(secret_house, "Hovedhuset")
    secret_house.close()
    for form in ("NFC", "NFD"):
        typed = Password(unicodedata.normalize(form, WORD.text))
        again = Database.open(secret_house.path, secret=typed, clock=clock)
        assert site_names(again) == ["Hovedhuset"]
        again.close()


@pytest.mark.parametrize("word", ["", "blåbær og øl", "Blåbær og øl ", "Blåbær og ø", "x" * 1_000_000, "\0", None])
def test_a_wrong_password_changes_no_byte_and_says_the_same(secret_house, clock, tmp_path, word):
    add_site(secret_house, "Hovedhuset")
    secret_house.close()
    before = contents(tmp_path)
    with pytest.raises(WrongSecret) as problem:
        Database.open(secret_house.path, secret=None if word is None else Password(word), clock=clock)
    assert problem.value.sentence == SENTENCE
    assert contents(tmp_path) == before


def test_a_wrong_password_leaves_the_log_of_a_killed_program_alone(secret_house, clock, tmp_path):
    add_site(secret_house, "Hovedhuset")
    killed = tmp_path / "efter"
    killed.mkdir()
    for path in tmp_path.glob("Hemmeligt.dagleder*"):
        (killed / path.name).write_bytes(path.read_bytes())
    before = contents(killed)
    assert before["Hemmeligt.dagleder-wal"]
    with pytest.raises(WrongSecret):
        Database.open(killed / secret_house.path.name, secret=Password("forkert"), clock=clock)
    assert contents(killed) == before


def test_the_printed_key_opens_the_house(secret_house, clock):
    add_site(secret_house, "Hovedhuset")
    printed = secret_house.recovery_key
    secret_house.close()
    again = Database.open(secret_house.path, secret=RecoveryKey(printed.text.lower()), clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()


def test_the_printed_key_of_another_house_does_not(secret_house, clock):
    secret_house.close()
    with pytest.raises(WrongSecret):
        Database.open(secret_house.path, secret=RecoveryKey.of(bytes(32)), clock=clock)


def test_a_house_without_a_password_opens_whatever_is_typed(database, clock):
    database.close()
    again = Database.open(database.path, secret=Password("noget"), clock=clock)
    assert not again.has_password
    assert again.recovery_key is None
    again.close()


def test_a_flipped_bit_in_the_first_bytes_is_told_from_a_wrong_password(secret_house, clock):
    secret_house.close()
    whole = secret_house.path.read_bytes()
    for bit in range(128):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        secret_house.path.write_bytes(damaged)
        with pytest.raises(DamagedHouse):
            Database.open(secret_house.path, secret=WORD, clock=clock)


def test_a_damaged_first_page_is_told_from_a_wrong_password(secret_house, clock):
    add_site(secret_house, "Hovedhuset")
    secret_house.close()
    damaged = bytearray(secret_house.path.read_bytes())
    damaged[100] ^= 1
    secret_house.path.write_bytes(damaged)
    with pytest.raises(DamagedHouse):
        Database.open(secret_house.path, secret=WORD, clock=clock)
    with pytest.raises(WrongSecret):
        Database.open(secret_house.path, secret=Password("forkert"), clock=clock)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "findes ikke"),
        (b"", "ikke et hus fra Dagleder, men helt tom"),
        (b"%PDF-1.7\n%\xe2\xe3" + bytes(2000), "ser ud til at være en PDF"),
        (b"PK\x03\x04 pakket", "ser ud til at være en pakket fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(2000), "ældre Excel-"),
        ("Navn;Rolle\nSøs;P\n".encode("cp1252"), "ser ud til at være en tekstfil"),
        (bytes(range(256)) * 400, "beskadiget"),
        (b"SQLite format 3\0" + bytes(4080), "ikke et hus fra Dagleder"),
    ],
)
def test_what_is_no_house_gets_a_sentence_and_is_left_as_it_is(tmp_path, clock, content, sentence):
    path = tmp_path / "Andet.dagleder"
    if content is not None:
        path.write_bytes(content)
    before = contents(tmp_path)
    with pytest.raises(UserProblem, match=sentence):
        Database.open(path, clock=clock)
    assert contents(tmp_path) == before


def test_a_spreadsheet_is_told_as_one(tmp_path, clock):
    path = tmp_path / "Personale.xlsx"
    path.write_bytes(render_xlsx((Sheet("Personale", ("Navn",), (("Søs",),)),), title="Personale"))
    with pytest.raises(UserProblem, match="ser ud til at være et regneark fra Excel"):
        Database.open(path, clock=clock)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7"])
def test_where_there_are_copies_of_a_house_what_took_its_place_is_a_damaged_house(database, clock, content):
    copy = keep_backup(database, NOW).backup.path
    database.close()
    database.path.write_bytes(content)
    with pytest.raises(DamagedHouse) as problem:
        Database.open(database.path, clock=clock)
    assert problem.value.backup == copy


def test_a_folder_is_no_house(tmp_path, clock):
    with pytest.raises(UserProblem, match="kan ikke læses"):
        Database.open(tmp_path, clock=clock)


def test_another_file_in_our_format_is_no_house(tmp_path, clock):
    path, key = tmp_path / "andet.dagleder", fresh_key(None)
    path.touch()
    with connected(path, key) as connection:
        connection.execute("CREATE TABLE noget (a)")
    with pytest.raises(UserProblem, match="ikke et hus fra Dagleder"):
        Database.open(path, clock=clock)
    assert not list(tmp_path.glob("*.lock"))


def test_a_new_house_is_not_made_with_a_printed_key(tmp_path, clock):
    with pytest.raises(Bug):
        Database.create(tmp_path / "Nyt.dagleder", secret=RecoveryKey.of(bytes(32)), clock=clock)


def test_a_house_being_made_elsewhere_at_this_moment_is_left_to_it(tmp_path, clock):
    path = tmp_path / "Nyt.dagleder"
    other = HouseLock.take(path, Owner.this(path, "2026-03-12T10:42:00", fresh_key(None).header))
    with pytest.raises(UserProblem, match="Et andet program"):
        Database.create(path, secret=None, clock=clock)
    assert other is not None
    other.release()
    Database.create(path, secret=None, clock=clock).close()


def test_a_house_that_could_not_be_made_leaves_nothing(tmp_path, clock, monkeypatch):
    def refuse(*_):
        raise DiskFull

    monkeypatch.setattr("dagleder.storage.migrate.migrate", refuse)
    with pytest.raises(DiskFull):
        Database.create(tmp_path / "Nyt.dagleder", secret=None, clock=clock)
    assert list(tmp_path.glob("Nyt*")) == []


def test_what_is_saved_after_unlocking_another_file_survives_a_kill(secret_house, clock, tmp_path):
    """A file put in place while the house was locked is the house from then on, its log too."""
    add_site(secret_house, "Hovedhuset")
    secret_house.copy_to(tmp_path / "sky.dagleder")
    secret_house.close()
    with child(lock_exchange_and_write, secret_house.path, tmp_path / "sky.dagleder") as program:
        assert program.line() == "saved"
        program.kill()
    again = Database.open(secret_house.path, secret=WORD, clock=clock)
    assert site_names(again) == ["Hovedhuset", "Skovhuset"]
    assert again.notices == ()
    again.close()


def lock_exchange_and_write(say, house, other):
    database = Database.open(house, secret=WORD, clock=SystemClock())
    database.lock()
    other.replace(house)
    database.unlock(WORD)
    add_site(database, "Skovhuset")
    say("saved")
    time.sleep(60)


def test_without_a_password_there_is_nothing_to_lock(database):
    with pytest.raises(Bug, match="nothing to lock"):
        database.lock()
    database.unlock(WORD)
    assert site_names(database) == []


def test_a_house_is_never_made_where_a_file_is(tmp_path, clock):
    path = tmp_path / "Solsikken.dagleder"
    path.write_bytes(b"noget andet")
    with pytest.raises(UserProblem, match="ligger allerede en fil"):
        Database.create(path, secret=None, clock=clock)
    assert path.read_bytes() == b"noget andet"


def test_a_house_in_a_folder_that_is_not_there_is_refused(tmp_path, clock):
    with pytest.raises(UserProblem, match="findes ikke"):
        Database.create(tmp_path / "væk" / "Solsikken.dagleder", secret=None, clock=clock)


def test_a_plain_database_with_our_tables_is_not_taken_for_a_house(tmp_path, clock):
    path = tmp_path / "Solsikken.dagleder"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE alembic_version (version_num)")
    plain.close()
    with pytest.raises(UserProblem, match="ikke beskyttet"):
        Database.open(path, clock=clock)


@pytest.mark.parametrize("name", ["Børnehuset Æblegård", "a b'c\"d", "x" * 200, "%3F#?;&"])
def test_odd_names_of_files_and_folders_are_just_names(tmp_path, clock, name):
    folder = tmp_path / name
    folder.mkdir()
    house = Database.create(folder / f"{name}.dagleder", secret=None, clock=clock)
    add_site(house, "Hovedhuset")
    house.close()
    again = Database.open(house.path, clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()


def test_a_link_to_a_house_is_the_house(database, tmp_path, clock):
    add_site(database, "Hovedhuset")
    link = tmp_path / "genvej.dagleder"
    link.symlink_to(database.path)
    second = Database.open(link, clock=clock)
    assert second.read_only
    assert second.path == database.path
    assert site_names(second) == ["Hovedhuset"]
    second.close()


def test_a_house_opened_by_a_relative_name_stays_where_it_is(tmp_path, clock, monkeypatch):
    monkeypatch.chdir(tmp_path)
    house = Database.create(Path("Nyt.dagleder"), secret=None, clock=clock)
    monkeypatch.chdir("/")
    add_site(house, "Hovedhuset")
    house.close()
    again = Database.open(tmp_path / "Nyt.dagleder", clock=clock)
    assert site_names(again) == ["Hovedhuset"]
    again.close()


@pytest.mark.parametrize("written", [b"", bytes(512) + b"\1" * 4096])
def test_a_journal_a_killed_program_never_synced_is_cleared_away(database, clock, written):
    database.close()
    journal = database.path.with_name(database.path.name + "-journal")
    journal.write_bytes(written)
    Database.open(database.path, clock=clock).close()
    assert not journal.exists()


def test_a_journal_that_counts_is_played_back_and_not_thrown_away(database, clock):
    """A copy opened as a house, cut off while its pages were being written in place."""
    add_site(database, "Hovedhuset")
    copy = database.path.with_name("kopi.dagleder")
    database.copy_to(copy)
    journal = copy.with_name(copy.name + "-journal")
    with connected(copy, database._open.key) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN")
        raw.execute("UPDATE site SET name = 'halvt'")
        raw.execute("CREATE TABLE more AS SELECT hex(randomblob(20000))")  # more than the cache: pages are written
        half = copy.read_bytes(), journal.read_bytes()
    copy.write_bytes(half[0])
    journal.write_bytes(half[1])
    assert half[1][:1] != b"\0"
    again = Database.open(copy, clock=clock)
    assert (site_names(again), again.check()) == (["Hovedhuset"], [])
    again.close()
    assert not journal.exists()


def test_a_closed_house_is_one_file(database):
    add_site(database, "Hovedhuset")
    database.close()
    assert [path.name for path in database.path.parent.glob("*.dagleder*")] == [database.path.name]


def test_nothing_readable_stands_in_a_house_without_a_password(database):
    add_site(database, "Hovedhuset Æblegård")
    database.close()
    raw = database.path.read_bytes()
    assert not any(word in raw for word in (b"Hovedhuset", b"site", b"SQLite", b"CREATE"))


def test_a_house_in_a_newer_format_is_told_from_a_damaged_one(database, clock):
    database.close()
    raw = bytearray(database.path.read_bytes())
    raw[0] = 2
    raw[14:16] = binascii.crc_hqx(raw[:14], 0xFFFF).to_bytes(2, "big")
    database.path.write_bytes(raw)
    with pytest.raises(UserProblem, match="nyere udgave"):
        Database.open(database.path, clock=clock)


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_nobody_else_on_the_computer_may_read_a_house_or_its_copies(database, tmp_path):
    add_site(database, "Hovedhuset")
    database.copy_to(tmp_path / "kopi.dagleder")
    for path in tmp_path.glob("*.dagleder*"):
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_a_closed_house_neither_reads_nor_writes(database):
    database.close()
    for attempt in (database.history, database.undo, lambda: site_names(database), lambda: add_site(database, "x")):
        with pytest.raises(Locked):
            attempt()


def test_a_locked_house_refuses_everything_and_changes_no_byte(secret_house, tmp_path):
    add_site(secret_house, "Hovedhuset")
    secret_house.lock()
    assert secret_house.locked
    before = contents(tmp_path)
    attempts = [
        lambda: secret_house.writing("x").__enter__(),
        lambda: secret_house.reading().__enter__(),
        lambda: secret_house.founding().__enter__(),
        lambda: secret_house.erasing("x").__enter__(),
        lambda: secret_house.keep_draft("a", "b"),
        lambda: secret_house.drop_draft("a"),
        lambda: secret_house.copy_to(tmp_path / "kopi.dagleder"),
        lambda: secret_house.recovery_key,
        secret_house.undo,
        secret_house.redo,
        secret_house.undo_name,
        secret_house.history,
        secret_house.check,
        secret_house.drafts,
    ]
    for attempt in attempts:
        with pytest.raises(Locked):
            attempt()
    assert contents(tmp_path) == before


def test_a_locked_house_opens_again_with_its_password_only(secret_house):
    add_site(secret_house, "Hovedhuset")
    secret_house.lock()
    with pytest.raises(WrongSecret):
        secret_house.unlock(Password("forkert"))
    assert secret_house.locked
    secret_house.unlock(WORD)
    assert site_names(secret_house) == ["Hovedhuset"]
    secret_house.undo()
    assert site_names(secret_house) == []
