"""What `check` finds in a house."""

from dagleder.base.findings import Level
from dagleder.models.settings import Site, Team
from tests.storage.houses import add_site, add_staff


def test_a_house_in_use_is_whole(database):
    add_staff(database, 20)
    database.undo()
    database.redo()
    database.keep_draft("noter", "Halvt")
    assert database.check() == []


def test_a_row_that_refers_to_what_is_gone_is_found(database):
    with database.writing("Byg") as session:
        session.add_all([Site(id=1, name="Hovedhuset"), Team(name="Egernet", site_id=1)])
    with database._open.raw_reader() as connection:
        connection.execute("PRAGMA query_only=OFF")
        connection.execute("DELETE FROM site")
    (finding,) = database.check()
    assert (finding.level, finding.subject) == (Level.MUST, "team")
    assert "1 række henviser til noget, der ikke findes" in finding.text


def test_an_index_that_disagrees_with_its_table_is_found(database):
    add_staff(database, 20)
    with database._open.raw_reader() as connection:
        connection.execute("PRAGMA query_only=OFF")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_history_row_step_id ON history_row (row_id)' "
            "WHERE name = 'ix_history_row_step_id'"
        )
    (finding,) = database.check()
    assert "opbygning" in finding.text


def test_damage_that_stops_the_check_itself_is_a_finding_too(database):
    add_staff(database, 20)
    with database._open.raw_reader() as connection:
        connection.execute("PRAGMA query_only=OFF")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 1 WHERE name = 'employee'")
    (finding,) = database.check()
    assert finding.level is Level.MUST
    assert "beskadiget" in finding.text


def test_history_of_a_table_nobody_knows_is_found(database):
    add_site(database, "Hovedhuset")
    with database._open.ready_writer() as connection:
        connection.execute("UPDATE history_row SET table_name = 'fremtid'")
    (finding,) = database.check()
    assert (finding.level, finding.subject) == (Level.SHOULD, "fremtid")
