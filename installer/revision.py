"""Makes the scripts that bring older houses up to date (Alembic revisions).

After tables in dagleder/models have changed:

    python -m installer.revision "tasks and their owners"

writes dagleder/storage/migrations/versions/000N_…py with what differs. Read it, correct it, add the number
to REVISIONS in dagleder/storage/schema.py, and keep a house of the version before in tests/data/houses:

    python -m installer.revision --keep-house

As long as nothing has been released, `--first` writes 0001 (and its house) anew instead of adding a revision.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.autogenerate.api import AutogenContext

from dagleder.app import create_demo_house
from dagleder.base.clock import FixedClock
from dagleder.models.meetings import MeetingFrame
from dagleder.models.staff import Employee
from dagleder.storage.keys import fresh_key
from dagleder.storage.migrate import alembic_config, migrate, migrating_connection
from dagleder.storage.schema import REVISIONS, STORED_TABLES, current_revision

_ROOT = Path(__file__).resolve().parent.parent
_VERSIONS = _ROOT / "dagleder/storage/migrations/versions"
_HOUSES = _ROOT / "tests/data/houses"
_KEPT_ON = date(2026, 3, 12)
_PLAIN_TYPES: dict[str, str] = {"AutoString": "sa.String()", "UTCDateTime": "sa.DateTime()"}


def _render(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Types of sqlmodel are SQL's own underneath: a revision must not depend on the sqlmodel of its day."""
    return _PLAIN_TYPES.get(type(item).__name__, False) if kind == "type" else False


def write_revision(message: str, *, first: bool) -> Path:
    """Compare the tables with the newest revision and write the difference as a script."""
    if first:
        for old in _VERSIONS.glob("0001_*.py"):
            old.unlink()
    number = 1 if first else len(REVISIONS) + 1
    with tempfile.TemporaryDirectory() as folder:
        house, key = Path(folder) / "scratch.dagleder", fresh_key(None)
        if not first:
            migrate(house, key)
        with migrating_connection(house, key) as connection:
            script = command.revision(
                alembic_config(connection, target_metadata=STORED_TABLES, render_item=_render),
                message,
                autogenerate=True,
                rev_id=f"{number:04d}",
            )
    path = Path(script.path)  # type: ignore[union-attr]  # one is asked for, one is given
    tidy = path.with_name(f"{number:04d}_{re.sub('[^a-z0-9]+', '_', message.lower()).strip('_')}.py")
    text = re.sub(r"\n *# ###.*", "", path.read_text("utf-8"))
    path.unlink()
    tidy.write_text(text, "utf-8")
    for tidying in ("format", "check --fix"):
        subprocess.run([sys.executable, "-m", "ruff", *tidying.split(), "--quiet", tidy], check=False)
    return tidy


def keep_house() -> Path:
    """Store the demo house of the current revision for the tests of later ones, with a step done and one undone.

    So every table has rows as the program itself writes them, and those no demo needs come with the first step.
    """
    _HOUSES.mkdir(exist_ok=True)
    house = _HOUSES / f"{current_revision()}.dagleder"
    house.unlink(missing_ok=True)
    services = create_demo_house(
        house, secret=None, clock=FixedClock(datetime.combine(_KEPT_ON, time(9))), author="Bodil"
    )
    for number in (1, 2):
        with services.database.writing(f"Tilføj medarbejder {number}") as session:
            session.add(Employee(first_name="Søs", initials=f"S{number}", role="P", notes="Kan lide æbler"))
            session.add(MeetingFrame(year=_KEPT_ON.year + number, minutes=3600))
    services.database.undo()
    services.close()
    return house


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("message", nargs="?", default="the first house")
    parser.add_argument("--first", action="store_true", help="write revision 0001 anew")
    parser.add_argument("--keep-house", action="store_true", help="store a house of the current revision for the tests")
    options = parser.parse_args()
    if not options.keep_house:
        print(write_revision(options.message, first=options.first))
    if options.keep_house or options.first:
        print(keep_house())


if __name__ == "__main__":
    main()
