"""Killed at any moment: no saved edit is lost, and the house always opens."""

import random
import shutil

import pytest

from dagleder.base.clock import SystemClock
from dagleder.base.errors import UserProblem
from dagleder.models.staff import Employee
from dagleder.storage.backup_shelf import BackupShelf
from dagleder.storage.backups import kept_backups
from dagleder.storage.database import Database
from dagleder.storage.restoring import restore
from tests.storage.children import child
from tests.storage.houses import add_staff
from tests.storage.random_edits import digest, work_until_killed
from tests.storage.seeds import LONG, seeded

KILLS = 100
ALL_KILLS = 10_000
AT_MOST_SECONDS = 0.12


def last_or_one_further(database, acked):
    """Whether the house is as last told, or the one commit that was not told yet lies between."""
    if digest(database) == acked:
        return True
    for there, back in ((database.undo, database.redo), (database.redo, database.undo)):
        try:
            there()
        except UserProblem:
            continue
        same = digest(database) == acked
        back()
        if same:
            return True
    return False


def kill_again_and_again(database, clock, kills, chance):
    add_staff(database, 5)
    told = digest(database)
    database.close()
    edits = 0
    for _ in range(kills):
        with child(work_until_killed, database.path, chance.randrange(10**6)) as program:
            # A third are killed while they open the house, the others after some work, however slow the computer is.
            lines = [program.line() for _ in range(0 if chance.random() < 0.3 else chance.randint(1, 5))]
            program.wait_seconds(chance.uniform(0.0, AT_MOST_SECONDS))
            program.kill()
            lines += program.rest()
        edits += max(0, len(lines) - 1)
        told = lines[-1] if lines else told
        again = Database.open(database.path, clock=clock)
        assert not again.read_only
        assert again.notices == ()
        assert last_or_one_further(again, told)
        assert again.check() == []
        told = digest(again)
        again.close()
        assert left_lying(database.path.parent) == []
    return edits


def left_lying(folder):
    return [path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".dagleder"]


@seeded
def test_a_hundred_kills_lose_no_saved_edit(database, clock, seed):
    edits = kill_again_and_again(database, clock, KILLS, random.Random(seed))
    assert edits > KILLS  # else the kills came before there was anything to lose
    assert all(copy.rows for copy in kept_backups(Database.open(database.path, clock=clock, read_only=True)))


@LONG
@seeded
def test_ten_thousand_kills_lose_no_saved_edit(database, clock, seed):
    assert kill_again_and_again(database, clock, ALL_KILLS, random.Random(seed)) > ALL_KILLS


@seeded
def test_the_reader_beside_a_killed_writer_reads_on(database, clock, seed):
    database.close()
    with child(work_until_killed, database.path, seed) as program:
        program.line()
        reader = Database.open(database.path, clock=clock)
        told = [program.line() for _ in range(10)]
        program.kill()
    assert reader.read_only
    assert digest(reader)
    reader.close()
    again = Database.open(database.path, clock=clock)
    assert not again.read_only
    assert last_or_one_further(again, told[-1]) or digest(again) not in told[:-1]
    again.close()


def go_back_and_forth(say, house, copies):
    database = Database.open(house, clock=SystemClock())
    say(digest(database))
    for turn in range(1000):
        restore(database, copies[turn % len(copies)], SystemClock())
        say(digest(database))


def kill_while_going_back(database, clock, kills, chance):
    copies, states = [], []
    for number in range(2):
        with database.writing("Ansæt") as session:
            session.add_all([Employee(first_name="Ny", initials=f"{number}.{n}", role="V") for n in range(40)])
        copies.append(database.path.with_name(f"kopi{number}.dagleder"))
        database.copy_to(copies[-1])
        states.append(digest(database))
    database.close()
    for _ in range(kills):
        with child(go_back_and_forth, database.path, copies) as program:
            program.line()
            program.wait_seconds(chance.uniform(0.0, 0.15))
            program.kill()
        again = Database.open(database.path, clock=clock)
        assert digest(again) in states
        assert again.check() == []
        assert all(copy.rows for copy in kept_backups(again))
        shutil.rmtree(
            BackupShelf(database.path).folder, ignore_errors=True
        )  # or each kill would check all of them anew
        again.close()
        assert left_lying(database.path.parent) == []


@seeded
def test_killed_while_going_back_to_a_copy_the_house_is_the_one_or_the_other(database, clock, seed):
    kill_while_going_back(database, clock, 15, random.Random(seed))


@LONG
@seeded
def test_killed_a_thousand_times_while_going_back_to_a_copy(database, clock, seed):
    kill_while_going_back(database, clock, 1000, random.Random(seed))


@pytest.mark.parametrize("moment", range(12))
def test_killed_while_a_house_is_made_there_is_a_whole_one_or_none(tmp_path, clock, moment):
    path = tmp_path / "Nyt.dagleder"
    with child(make_a_house, path) as program:
        program.line()
        program.wait_seconds(0.01 * moment)
        program.kill()
    if path.exists():
        house = Database.open(path, clock=clock)
        assert house.check() == []
    else:
        house = Database.create(path, secret=None, clock=clock)
    house.close()
    assert [left.name for left in tmp_path.glob("Nyt*")] == ["Nyt.dagleder"]


def make_a_house(say, path):
    from dagleder.base.clock import SystemClock  # noqa: PLC0415 -- in the child

    say("begins")
    Database.create(path, secret=None, clock=SystemClock())
    say("made")
