"""Damaged bytes: found, told with the newest copy, and never read as something else."""

import json
import random
import shutil

import pytest

from dagleder.base.errors import UserProblem
from dagleder.models.staff import Employee
from dagleder.storage.backups import keep_backup, make_backup
from dagleder.storage.database import Database
from dagleder.storage.problems import DamagedHouse
from dagleder.storage.restoring import preview, restore, restore_damaged
from tests.conftest import NOW
from tests.storage.houses import add_site, add_staff, copy_of, dump
from tests.storage.seeds import LONG, seeded

CHANGES = 300
ALL_CHANGES = 20_000


def damaged_bytes(raw, chance):
    """The bytes with one bit flipped, 512 zeroed, or the end cut off."""
    kind = chance.choice(["bit", "zeros", "cut"])
    place = chance.randrange(len(raw))
    changed = bytearray(raw)
    if kind == "bit":
        changed[place] ^= 1 << chance.randrange(8)
    elif kind == "zeros":
        changed[place : place + 512] = bytes(len(changed[place : place + 512]))
    else:
        del changed[place:]
    return bytes(changed)


@pytest.fixture
def full_house(database):
    """A closed house with short and long texts and a good copy; gives its dump."""
    add_staff(database, 60)
    with database.writing("Lange noter") as session:
        for number in range(1, 30):
            session.get_one(Employee, number).notes = f"Lang note {number} æøå " * 900
    for number in range(10):
        add_site(database, f"Hus {number}")
    rows = dump(database)
    keep_backup(database, NOW)
    database.close()
    return rows


def damage_again_and_again(database, rows, clock, count, chance):
    whole, backup = database.path.read_bytes(), None
    for _ in range(count):
        changed = damaged_bytes(whole, chance)
        database.path.write_bytes(changed)
        if changed == whole:
            continue
        with pytest.raises(DamagedHouse) as problem:
            Database.open(database.path, clock=clock)
        assert problem.value.sentence == "Filen er beskadiget. Gendan fra kopien af 12. marts 2026 kl. 10.42."
        assert database.path.read_bytes() == changed
        backup = problem.value.backup
    assert backup is not None
    restore_damaged(database.path, backup, clock)
    again = Database.open(database.path, clock=clock)
    assert dump(again) == rows
    again.close()


@seeded
def test_no_damage_to_a_house_is_read_as_something_else(database, full_house, clock, seed):
    damage_again_and_again(database, full_house, clock, CHANGES, random.Random(seed))


@LONG
@seeded
def test_twenty_thousand_damages_are_all_found(database, full_house, clock, seed):
    damage_again_and_again(database, full_house, clock, ALL_CHANGES, random.Random(seed))


@seeded
def test_no_damage_to_a_copy_is_restored(database, full_house, clock, seed, tmp_path):
    chance = random.Random(seed)
    house = Database.open(database.path, clock=clock)
    make_backup(house, tmp_path / "kopi.dagleder")
    whole = (tmp_path / "kopi.dagleder").read_bytes()
    for _ in range(CHANGES // 5):
        (tmp_path / "kopi.dagleder").write_bytes(damaged_bytes(whole, chance))
        with pytest.raises(UserProblem):
            preview(house, tmp_path / "kopi.dagleder")
        with pytest.raises(UserProblem):
            restore(house, tmp_path / "kopi.dagleder", clock)
    assert dump(house) == full_house
    house.close()


def killed_with_a_log(database, folder):
    """The files of a house as a killed program leaves them, and the house after each of its commits."""
    states = [dump(database)]
    for number in range(12):
        add_site(database, f"Hus {number}")
        states.append(dump(database))
    database.keep_draft("noter", "Det sidste, der blev skrevet")
    folder.mkdir()
    for ending in ("", "-wal", ".lock"):
        name = database.path.name + ending
        shutil.copyfile(database.path.with_name(name), folder / name)
    return states


def open_after_the_kill(folder, left, log, clock):
    """Open the house with `log` in the place of the one it left."""
    path = folder.parent / "efter.dagleder"
    for ending, content in (("", None), ("-wal", log), (".lock", left)):
        target = path.with_name(path.name + ending)
        if content is None:
            copy_of(next(folder.glob("*.dagleder")), target)
        else:
            target.write_bytes(content)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    the_same_file(path.with_name(path.name + ".lock"), path)
    return Database.open(path, clock=clock)


def the_same_file(lock, house):
    """Let the lock that was left speak of this copy, as it would have spoken of the file itself."""
    raw = lock.read_bytes()
    owner = json.loads(raw[:1024].rstrip(b"\0")) | {"file": house.stat().st_ino}
    lock.write_bytes(json.dumps(owner).encode().ljust(1024, b"\0") + raw[1024:])


def damage_the_log_again_and_again(database, clock, count, chance):
    folder = database.path.parent / "dræbt"
    states = killed_with_a_log(database, folder)
    log, left = ((next(folder.glob(f"*{ending}"))).read_bytes() for ending in ("-wal", ".lock"))
    told = 0
    for number in range(count):
        changed = damaged_bytes(log, chance) if number else log
        try:
            house = open_after_the_kill(folder, left, changed, clock)
        except DamagedHouse:
            told += 1
            continue
        kept, draft = dump(house), house.drafts()
        assert kept in states
        assert house.check() == []
        complete = kept == states[-1] and draft
        assert complete or "mangler" in house.notices[0].text
        assert number or complete
        told += not complete
        house.close()
    return told


@seeded
def test_damage_to_the_log_of_a_killed_program_is_never_silent(database, clock, seed):
    assert damage_the_log_again_and_again(database, clock, 150, random.Random(seed)) > 100


@LONG
@seeded
def test_thousands_of_damages_to_the_log_are_never_silent(database, clock, seed):
    damage_the_log_again_and_again(database, clock, 5000, random.Random(seed))


def test_a_log_that_is_gone_is_missed(database, clock, tmp_path):
    states = killed_with_a_log(database, tmp_path / "dræbt")
    left = next((tmp_path / "dræbt").glob("*.lock")).read_bytes()
    house = open_after_the_kill(tmp_path / "dræbt", left, b"", clock)
    assert dump(house) == states[0]
    assert "mangler" in house.notices[0].text
    house.close()


@pytest.mark.usefixtures("full_house")
def test_damage_while_the_house_is_open_is_told_with_the_newest_copy(database, clock):
    house = Database.open(database.path, clock=clock)
    with house.path.open("r+b") as file:
        for page in range(1, house.path.stat().st_size // 4096):
            file.seek(page * 4096 + 100)
            file.write(b"\0\0\0\0")
    with pytest.raises(DamagedHouse, match=r"12\. marts 2026 kl\. 10\.42"):
        dump(house)
    with pytest.raises(DamagedHouse):
        add_site(house, "Skovhuset")
    (finding,) = house.check()
    assert "beskadiget" in finding.text
    house.close()
