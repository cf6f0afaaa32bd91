"""Random work through the door, as a child does it until it is killed."""

import hashlib
import random
from pathlib import Path

from sqlmodel import select

from dagleder.base.clock import SystemClock
from dagleder.base.errors import UserProblem
from dagleder.models.settings import Site, Team
from dagleder.models.staff import Employee, WeeklyHours
from dagleder.storage.backups import keep_backup
from dagleder.storage.database import Database
from tests.storage.children import Say
from tests.storage.houses import dump


def digest(database: Database) -> str:
    """A short mark of everything in the feature tables."""
    return hashlib.sha256(repr(dump(database)).encode()).hexdigest()[:16]


def work_until_killed(say: Say, house: Path, seed: int) -> None:
    """Edit, undo and redo; after each commit say what the house has become."""
    chance = random.Random(seed)
    database = Database.open(house, clock=SystemClock())
    say(digest(database))
    for number in range(1_000_000):
        chance.choices(EDITS, weights=WEIGHTS)[0](database, chance, number)
        say(digest(database))


def _hire(database: Database, chance: random.Random, number: int) -> None:
    with database.writing("Ansæt") as session:
        people = [
            Employee(first_name="Ny", initials=f"{number}.{n}.{chance.random()}", role="V", notes="æ" * (4000 * n))
            for n in range(chance.randint(1, 4))
        ]
        session.add_all(people)
        session.flush()
        session.add_all([WeeklyHours(employee_id=person.id, minutes=2220) for person in people if person.id])


def _edit(database: Database, chance: random.Random, number: int) -> None:
    with database.writing("Ret") as session:
        rows = session.exec(select(Employee)).all()
        for row in chance.sample(rows, min(len(rows), 3)):
            row.notes = f"{number} " * chance.randint(1, 2000)


def _dismiss(database: Database, chance: random.Random, _: int) -> None:
    with database.writing("Slet") as session:
        rows = session.exec(select(Employee)).all()
        for row in chance.sample(rows, min(len(rows), 2)):
            for hours in session.exec(select(WeeklyHours).where(WeeklyHours.employee_id == row.id)):
                session.delete(hours)
            session.delete(row)


def _build(database: Database, _: random.Random, number: int) -> None:
    with database.writing("Byg") as session:
        site = Site(name=f"Hus {number}")
        session.add(site)
        session.flush()
        session.add(Team(name="Stue", site_id=site.id or 0))


def _undo(database: Database, chance: random.Random, _: int) -> None:
    try:
        database.undo() if chance.random() < 0.6 else database.redo()
    except UserProblem:
        return


def _draft(database: Database, _: random.Random, number: int) -> None:
    database.keep_draft("noter", "Halv tanke " * number)


def _back_up(database: Database, _: random.Random, __: int) -> None:
    keep_backup(database, SystemClock().now())


EDITS = [_hire, _edit, _dismiss, _build, _undo, _draft, _back_up]
WEIGHTS = [4, 4, 1, 1, 4, 1, 1]
