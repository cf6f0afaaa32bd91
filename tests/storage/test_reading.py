"""A reading session: plain columns by the short way, and no collecting meanwhile."""

import gc
from typing import Any

import pytest
from sqlalchemy import Row, func, text
from sqlmodel import Session, select

from dagleder.models.settings import Site, Team
from dagleder.storage.database import Database
from tests.storage.houses import add_site


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        (select(Site.id, Site.name), [(1, "Hovedhuset")]),
        (select(Site.name), ["Hovedhuset"]),
        (select(Team.name, Site.name).join(Site), [("Egernet", "Hovedhuset")]),
        (select(func.count()).select_from(Site), [1]),
        (text("SELECT name FROM team"), [("Egernet",)]),
    ],
)
def test_columns_read_the_same_whichever_way_they_take(database: Database, statement: Any, rows: list[Any]) -> None:
    with database.writing("Byg") as session:
        session.add_all([Site(id=1, name="Hovedhuset"), Team(id=1, name="Egernet", site_id=1)])
    with database.reading() as session:
        assert [tuple(row) if isinstance(row, Row) else row for row in session.exec(statement).all()] == rows
    with Session(database._open.reader) as plain:
        assert [tuple(row) if isinstance(row, Row) else row for row in plain.exec(statement).all()] == rows


def test_objects_are_read_as_objects(database: Database) -> None:
    add_site(database, "Hovedhuset")
    with database.reading() as session:
        assert [site.name for site in session.exec(select(Site))] == ["Hovedhuset"]


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_waits_while_anybody_reads_and_is_then_as_it_was(database: Database, was_on: bool) -> None:
    if was_on:
        gc.enable()
    try:
        with database.reading():
            with database.reading():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.disable()  # as the tests run
