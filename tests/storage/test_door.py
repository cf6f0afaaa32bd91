"""The one door: what a writing keeps, tells and takes back."""

import contextlib

import pytest
from sqlalchemy import func, update
from sqlmodel import select

from dagleder.base.errors import Bug, UserProblem
from dagleder.models.settings import Site, Team
from dagleder.storage.changes import Changes
from dagleder.storage.database import Database


def add_site(database: Database, name: str) -> int:
    with database.writing(f"Tilføj {name}") as session:
        site = Site(name=name)
        session.add(site)
        session.flush()
        assert site.id is not None
        return site.id


def rename_site(database: Database, site_id: int, name: str, step: str = "Ret matrikel") -> None:
    with database.writing(step) as session:
        session.get_one(Site, site_id).name = name


def site_names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Site.name).order_by(Site.id)))  # type: ignore[arg-type]


def test_a_step_is_undone_and_redone(database: Database) -> None:
    add_site(database, "Hovedhuset")
    assert database.undo_name() == "Tilføj Hovedhuset"
    database.undo()
    assert site_names(database) == []
    assert database.redo_name() == "Tilføj Hovedhuset"
    database.redo()
    assert site_names(database) == ["Hovedhuset"]


def test_listeners_hear_of_rows_before_and_after(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    heard: list[Changes] = []
    stop = database.subscribe(heard.append)
    rename_site(database, site, "Skovhuset")
    stop()
    database.undo()
    (change,) = heard[0].rows
    assert change.fields() == {"name"}
    assert heard[0].tables == {"site"}
    assert len(heard) == 1


def test_an_error_leaves_nothing_behind(database: Database) -> None:
    with contextlib.suppress(ZeroDivisionError), database.writing("Tilføj") as session:
        session.add(Site(name="Hovedhuset"))
        session.flush()
        raise ZeroDivisionError
    assert site_names(database) == []
    assert database.history() == []


def test_a_visit_that_changes_no_row_leaves_no_step(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    heard: list[Changes] = []
    database.subscribe(heard.append)
    rename_site(database, site, "Hovedhuset")
    with database.writing("Frem og tilbage") as session:
        row = session.get_one(Site, site)
        row.name = "Skovhuset"
        session.flush()
        row.name = "Hovedhuset"
        extra = Site(name="Væk")
        session.add(extra)
        session.flush()
        session.delete(extra)
    assert len(database.history()) == 1
    assert heard == []


def test_edits_of_one_field_in_one_visit_are_one_step(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    for name in ("S", "Sk", "Skovhuset"):
        rename_site(database, site, name)
    assert len(database.history()) == 2
    database.undo()
    assert site_names(database) == ["Hovedhuset"]


def test_a_new_visit_is_a_new_step(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    rename_site(database, site, "Sk")
    database.end_visit()
    rename_site(database, site, "Skovhuset")
    database.undo()
    assert site_names(database) == ["Sk"]


def test_bulk_changes_are_refused(database: Database) -> None:
    add_site(database, "Hovedhuset")
    with pytest.raises(Bug), database.writing("Alle") as session:
        session.execute(update(Site).values(name="x"))
    assert site_names(database) == ["Hovedhuset"]


def test_a_writing_inside_a_writing_is_a_bug(database: Database) -> None:
    with database.writing("Ydre"), pytest.raises(Bug), database.writing("Indre"):
        pass


def test_undo_of_a_changed_row_is_refused(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    with database._open.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE site SET name = 'Uden om døren' WHERE id = ?", (site,))
    with pytest.raises(UserProblem, match="kan ikke fortrydes"):
        database.undo()
    assert site_names(database) == ["Uden om døren"]


def test_nothing_to_undo_is_a_sentence(database: Database) -> None:
    with pytest.raises(UserProblem):
        database.undo()
    with pytest.raises(UserProblem):
        database.redo()


def test_a_new_step_ends_the_redo_line(database: Database) -> None:
    add_site(database, "A")
    add_site(database, "B")
    database.undo()
    database.undo()
    add_site(database, "C")
    assert database.redo_name() is None
    database.undo()
    assert database.redo_name() == "Tilføj C"
    assert [step.undone for step in database.history()] == [True, True, True]


def test_a_child_may_be_written_before_its_parent(database: Database) -> None:
    with database.writing("Stue og matrikel") as session:
        session.add(Team(id=1, name="Egernet", site_id=7))
        session.flush()
        session.add(Site(id=7, name="Hovedhuset"))
    database.undo()
    database.redo()
    with database.reading() as session:
        assert session.exec(select(func.count()).select_from(Team)).one() == 1
