"""A disk that is full, at any byte: a sentence, the old data whole, no half files, and work goes on afterwards."""

import random
import resource
import signal
from pathlib import Path

import pytest

from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.models.staff import Employee
from dagleder.storage.backups import keep_backup
from dagleder.storage.database import Database
from dagleder.storage.password import set_password
from dagleder.storage.restoring import restore
from dagleder.storage.secret import Password
from tests.conftest import NOW
from tests.storage.children import child
from tests.storage.houses import add_staff, copy_of
from tests.storage.random_edits import digest
from tests.storage.seeds import LONG, seeded
from tests.storage.test_migrations import LATER, as_of_later

CLOCK = FixedClock(NOW)
LIMITS = 12
ALL_LIMITS = 2000
pytestmark = pytest.mark.usefixtures("quick_keys")


def save(database):
    with database.writing("Lange noter") as session:
        session.add_all([Employee(first_name="Ny", initials=f"N{n}", role="V", notes="æøå" * 5000) for n in range(10)])


def back_up(database):
    keep_backup(database, NOW)


def change_password(database):
    set_password(database, Password("hasselnødder"))


def go_back(database):
    restore(database, next(database.path.parent.glob("kopi.dagleder")), CLOCK)


OPERATIONS = {"save": save, "backup": back_up, "password": change_password, "restore": go_back}


def under_a_limit(say, house, operation, limit):
    """Do it with no file growing beyond `limit` bytes; then lift the limit and work on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    database = Database.open(house, clock=CLOCK)
    before = digest(database)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        OPERATIONS[operation](database)
        told = "done"
    except UserProblem as problem:
        told = problem.sentence
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if told != "done":
        assert digest(database) == before
        assert database.check() == []
        OPERATIONS[operation](database)
    with database.writing("Videre") as session:
        session.add(Employee(first_name="Videre", initials="VI", role="V"))
    database.undo()
    say(told.replace("\n", " "))
    database.close()


def half_files(folder):
    return [
        path.name for path in folder.rglob("*") if path.suffix in {".ufærdig", ".ny", ".kilde"} or "-wal" in path.name
    ]


def limits(size, count, chance):
    """Sizes no file may grow beyond: one that is always too small, one that never is, and any between."""
    return [8192, size * 20, *(chance.randrange(1024, size * 4) for _ in range(count - 2))]


def fill_the_disk(database, operation, count, chance):
    add_staff(database, 40)
    database.copy_to(database.path.with_name("kopi.dagleder"))
    keep_backup(database, NOW)
    database.close()
    template = copy_of(database.path, database.path.with_name("skabelon"))
    told = set()
    for limit in limits(template.stat().st_size, count, chance):
        copy_of(template, database.path)
        with child(under_a_limit, database.path, operation, limit) as program:
            told.add(program.line())
            assert program.wait() == 0
        assert half_files(database.path.parent) == []
    return told


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
@seeded
def test_a_full_disk_harms_nothing_and_work_goes_on(database, operation, seed):
    told = fill_the_disk(database, operation, LIMITS, random.Random(seed))
    assert told <= {
        "done",
        "Der er ikke plads på disken, eller den tager ikke imod. Ændringen er ikke gemt; alt fra før er uændret.",
    }
    assert len(told) == 2


@LONG
@pytest.mark.parametrize("operation", sorted(OPERATIONS))
@seeded
def test_two_thousand_full_disks_harm_nothing(database, operation, seed):
    fill_the_disk(database, operation, ALL_LIMITS, random.Random(seed))


def migrate_under_a_limit(say, house, limit):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with as_of_later():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            Database.open(house, clock=CLOCK).close()
            told = "done"
        except UserProblem as problem:
            told = problem.sentence
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        again = Database.open(house, clock=CLOCK)
        assert again.check() == []
        say(f"{told}|{digest(again)}")


@seeded
def test_a_full_disk_during_an_update_leaves_the_old_house(database, seed):
    assert LATER.is_dir()
    add_staff(database, 40)
    before = digest(database)
    database.close()
    template = copy_of(database.path, database.path.with_name("skabelon"))
    chance, told = random.Random(seed), set()
    for limit in limits(template.stat().st_size, LIMITS, chance):
        copy_of(template, database.path)
        with child(migrate_under_a_limit, Path(database.path), limit) as program:
            sentence, after = program.line().split("|")
        told.add(sentence.split(",")[0])
        assert after == before
    assert told == {"done", "Der er ikke plads på disken"}
