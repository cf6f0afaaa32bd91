"""Bringing an older house up to date: all of it or nothing, killed wherever you like."""

import os
import random
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from dagleder.base.clock import FixedClock
from dagleder.base.errors import UserProblem
from dagleder.storage import connection, migrate, schema
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.database import Database
from dagleder.storage.keys import fresh_key
from dagleder.storage.restoring import restore
from tests.conftest import NOW
from tests.storage.children import child
from tests.storage.houses import add_site, add_staff, copy_of, dump
from tests.storage.seeds import seeded

CLOCK = FixedClock(NOW)
LATER = Path(__file__).with_name("later_revisions")
HOUSES = Path(__file__).parent.parent / "data" / "houses"
HOSTILE = '\'; DROP TABLE site; --\0 "%s" 🦊 \u202e'


@contextmanager
def as_of_later(patch=None):
    """As a later program would open houses: it knows one revision more."""
    patch = patch or pytest.MonkeyPatch()
    right = migrate.migrate
    patch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "0002"))
    patch.setattr(migrate, "migrate", lambda path, key: right(path, key, more_scripts=str(LATER)))
    try:
        yield
    finally:
        patch.undo()


def test_the_tables_are_what_the_revisions_make(tmp_path):
    with migrate.migrating_connection(tmp_path / "hus.dagleder", fresh_key(None)) as connection, connection.begin():
        command.upgrade(migrate.alembic_config(connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [compare_metadata(context, metadata) for metadata in schema.STORED_TABLES]
    ours = {table.name for metadata in schema.STORED_TABLES for table in metadata.tables.values()}
    wrong = [change for found in differences for change in found if not known_elsewhere(change, ours)]
    assert wrong == [], "the tables have changed: python -m installer.revision (see there)"


def known_elsewhere(change, ours):
    """The comparison with one half of our tables takes the other half for left over."""
    return change[0] in {"remove_table", "remove_index"} and (change[1].name in ours or change[1].table.name in ours)


def test_the_program_knows_the_newest_revision():
    scripts = sorted(path.name[:4] for path in Path(migrate.__file__).with_name("migrations").glob("versions/0*.py"))
    assert tuple(scripts) == schema.REVISIONS


def test_a_house_of_every_released_revision_is_kept():
    assert {path.stem for path in HOUSES.glob("*.dagleder")} == set(schema.REVISIONS)


@pytest.mark.parametrize("house", sorted(HOUSES.glob("*.dagleder")), ids=lambda path: path.stem)
def test_a_house_of_every_revision_opens_and_is_whole(house, tmp_path):
    again = Database.open(copy_of(house, tmp_path / house.name), clock=CLOCK)
    assert again.check() == []
    rows = dump(again)
    assert [row[1] for row in rows["site"]] == ["Hovedhuset", "Skovhuset"]
    assert "Kan lide æbler" in rows["employee"][-1]
    assert [step.undone for step in again.history()] == [True, False]
    add_site(again, "Engen")
    again.undo()
    again.close()


def test_the_kept_house_of_today_has_rows_in_every_table_and_an_update_keeps_every_field_of_them(tmp_path):
    house = copy_of(HOUSES / f"{schema.REVISIONS[-1]}.dagleder", tmp_path / "hus.dagleder")
    today = Database.open(house, clock=CLOCK)
    before = dump(today)
    today.close()
    assert [table for table, rows in before.items() if not rows] == []
    with as_of_later():
        again = Database.open(house, clock=CLOCK)
        assert dump(again) == before
        assert again.check() == []
        again.close()


@pytest.mark.parametrize(("count", "note"), [(0, ""), (20, "Kan lide te"), (400, "Kan lide te"), (20, HOSTILE)])
def test_an_update_keeps_every_field_and_makes_a_verified_backup_first(database, count, note):
    add_staff(database, count, note)
    before = dump(database)
    database.close()
    with as_of_later():
        again = Database.open(database.path, clock=CLOCK)
        assert dump(again) == before
        assert again.check() == []
        again.close()
        Database.open(database.path, clock=CLOCK).close()
    (kept,) = BackupShelf(database.path).backups()
    assert kept.occasion is Occasion.UPDATE
    old = Database.open(kept.path, clock=CLOCK, read_only=True)
    assert dump(old) == before
    old.close()


def test_a_copy_of_an_older_program_is_restored_as_a_house_of_today(database, tmp_path):
    add_staff(database, 5)
    before = dump(database)
    database.copy_to(tmp_path / "gammel.dagleder")
    database.close()
    with as_of_later():
        again = Database.open(database.path, clock=CLOCK)
        add_site(again, "Skovhuset")
        restore(again, tmp_path / "gammel.dagleder", CLOCK)
        assert dump(again) == before
        assert again.check() == []
        assert again.undo_name() is None
        again.close()
        Database.open(database.path, clock=CLOCK).close()


def test_a_newer_house_is_refused_and_left_alone(database):
    add_site(database, "Hovedhuset")
    database.close()
    with as_of_later():
        Database.open(database.path, clock=CLOCK).close()
    newer = database.path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(UserProblem, match="nyere udgave"):
            Database.open(database.path, clock=CLOCK, read_only=read_only)
    assert database.path.read_bytes() == newer


def test_an_update_ends_the_undo_line_with_a_sentence(database):
    add_site(database, "Hovedhuset")
    add_site(database, "Skovhuset")
    database.undo()
    database.close()
    with as_of_later():
        again = Database.open(database.path, clock=CLOCK)
        assert (again.undo_name(), again.redo_name()) == (None, None)
        with pytest.raises(UserProblem, match="opdateret siden"):
            again.undo()
        assert [step.name for step in again.history()] == ["Tilføj Skovhuset", "Tilføj Hovedhuset"]
        add_site(again, "Engen")
        assert again.undo().name == "Tilføj Engen"
        again.close()


def test_a_house_open_elsewhere_is_not_updated(database):
    database.close()
    with child("hold", database.path) as program:
        program.line()
        with as_of_later(), pytest.raises(UserProblem, match="skal først opdateres"):
            Database.open(database.path, clock=CLOCK)
    with as_of_later():
        reader = Database.open(database.path, clock=CLOCK, read_only=True)
        assert reader.read_only
        reader.close()


def statements(monkeypatch, stop_at, stop):
    """Count the statements of a migration, and call `stop` before number `stop_at`."""
    seen = []
    right = connection.migration_engine

    def watched(path, key):
        engine = right(path, key)
        event.listen(engine, "before_cursor_execute", lambda *arguments: count(arguments[2]))
        event.listen(engine, "commit", lambda _: count("COMMIT"))
        return engine

    def count(statement):
        seen.append(statement)
        if len(seen) == stop_at:
            stop()

    monkeypatch.setattr(migrate, "migration_engine", watched)
    return seen


def how_many_statements(database, monkeypatch, tmp_path):
    seen = statements(monkeypatch, 0, lambda: None)
    with as_of_later():
        Database.open(copy_of(database.path, tmp_path / "tæl.dagleder"), clock=CLOCK).close()
    monkeypatch.undo()
    assert any("_alembic_tmp_employee" in statement for statement in seen)
    return len(seen)


class StoppedError(Exception):
    """The migration was stopped from outside."""


def test_stopped_at_every_statement_the_old_house_stands_and_the_next_start_completes(database, tmp_path, monkeypatch):
    add_staff(database, 5)
    before = dump(database)
    database.close()
    for number in range(1, how_many_statements(database, monkeypatch, tmp_path) + 1):
        house = copy_of(database.path, tmp_path / "forsøg.dagleder")
        with monkeypatch.context() as patch:
            statements(patch, number, raise_stopped)
            with as_of_later(), pytest.raises(StoppedError):
                Database.open(house, clock=CLOCK)
        old = Database.open(house, clock=CLOCK)
        assert dump(old) == before
        old.close()
        with as_of_later():
            new = Database.open(house, clock=CLOCK)
            assert dump(new) == before
            new.close()
        assert list(tmp_path.glob("forsøg.dagleder-*")) == []


def raise_stopped():
    raise StoppedError


def killed_at(say, house, number):
    with pytest.MonkeyPatch.context() as patch:
        statements(patch, number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        with as_of_later():
            Database.open(house, clock=CLOCK)
    say("done")


@seeded
def test_killed_at_every_statement_the_next_start_completes(database, tmp_path, monkeypatch, seed):
    add_staff(database, 5)
    before = dump(database)
    database.close()
    shutil.rmtree(tmp_path / "hjem", ignore_errors=True)
    numbers = list(range(1, how_many_statements(database, monkeypatch, tmp_path) + 1))
    random.Random(seed).shuffle(numbers)
    for number in numbers:
        house = copy_of(database.path, tmp_path / "forsøg.dagleder")
        with child(killed_at, house, number) as program:
            assert program.rest() == []
        with as_of_later():
            new = Database.open(house, clock=CLOCK)
            assert dump(new) == before
            assert new.check() == []
            new.close()
