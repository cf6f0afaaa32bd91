"""The one door: what a writing keeps, tells and takes back."""

import contextlib
import threading

import pytest
from sqlalchemy import Executable, func, insert, text, update
from sqlmodel import select

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug, UserProblem
from dagleder.models.settings import Site, Team
from dagleder.models.staff import Employee
from dagleder.storage.changes import Changes, Pointer
from dagleder.storage.database import Database
from tests.storage.houses import add_site, dump, rename_site, site_names


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
    assert change.before is not None
    assert change.after is not None
    assert (change.before["name"], change.after["name"]) == ("Hovedhuset", "Skovhuset")
    assert change.fields() == {"name"}
    assert heard[0].tables == {"site"}
    assert len(heard) == 1


def test_listeners_are_told_when_the_change_can_be_read(database: Database) -> None:
    seen: list[list[str]] = []
    database.subscribe(lambda _: seen.append(site_names(database)))
    add_site(database, "Hovedhuset")
    assert seen == [["Hovedhuset"]]


def test_undo_tells_the_change_turned_round(database: Database) -> None:
    add_site(database, "Hovedhuset")
    (change,) = database.undo().rows
    assert change.after is None
    assert change.before is not None


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


def test_several_changes_of_a_row_in_one_visit_are_one(database: Database) -> None:
    with database.writing("Tilføj og ret") as session:
        site = Site(name="Hov")
        session.add(site)
        session.flush()
        site.name = "Hovedhuset"
        session.flush()
        site.address = "Skovvej 4"
    (change,) = database.undo().rows
    assert change.before is not None
    assert (change.before["name"], change.before["address"]) == ("Hovedhuset", "Skovvej 4")


def test_what_a_savepoint_took_back_is_no_change(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    with database.writing("Med et forsøg") as session:
        with contextlib.suppress(ZeroDivisionError), session.begin_nested():
            session.add(Site(name="Forsøg"))
            session.get_one(Site, site).name = "Forsøg"
            session.flush()
            raise ZeroDivisionError
        session.add(Site(name="Skovhuset"))
    assert site_names(database) == ["Hovedhuset", "Skovhuset"]
    (change,) = database.undo().rows
    assert change.before is not None
    assert change.before["name"] == "Skovhuset"
    assert site_names(database) == ["Hovedhuset"]


def test_edits_of_one_field_in_one_visit_are_one_step(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    for name in ("S", "Sk", "Skovhuset"):
        rename_site(database, site, name)
    assert [step.name for step in database.history()] == ["Ret matrikel", "Tilføj Hovedhuset"]
    database.undo()
    assert site_names(database) == ["Hovedhuset"]
    database.redo()
    assert site_names(database) == ["Skovhuset"]


def test_an_edit_taken_back_by_hand_leaves_no_step(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    rename_site(database, site, "S")
    rename_site(database, site, "Hovedhuset")
    rename_site(database, site, "Skovhuset")
    assert [step.name for step in database.history()] == ["Ret matrikel", "Tilføj Hovedhuset"]
    database.undo()
    assert site_names(database) == ["Hovedhuset"]


@pytest.mark.parametrize("between", ["a new visit", "another row", "another name", "undo and redo"])
def test_edits_with_something_between_them_are_two_steps(database: Database, between: str) -> None:
    site = add_site(database, "Hovedhuset")
    rename_site(database, site, "Sk")
    if between == "a new visit":
        database.end_visit()
    elif between == "another row":
        add_site(database, "Engen")
    elif between == "undo and redo":
        database.undo()
        database.redo()
    rename_site(database, site, "Skovhuset", "Omdøb" if between == "another name" else "Ret matrikel")
    database.undo()
    assert site_names(database)[0] == "Sk"


def test_steps_of_two_openings_are_never_joined(database: Database, clock: Clock) -> None:
    site = add_site(database, "Hovedhuset")
    rename_site(database, site, "Sk")
    database.close()
    again = Database.open(database.path, clock=clock)
    rename_site(again, site, "Skovhuset")
    again.undo()
    assert site_names(again) == ["Sk"]
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        update(Site).values(name="x"),
        insert(Site).values(name="x"),
        text("UPDATE site SET name = 'x'"),
        text("DELETE FROM site"),
    ],
)
def test_what_the_door_would_not_see_is_refused(database: Database, statement: Executable) -> None:
    add_site(database, "Hovedhuset")
    with pytest.raises(Bug, match="through objects only"), database.writing("Alle") as session:
        session.execute(statement)
    assert site_names(database) == ["Hovedhuset"]


def test_a_reading_session_cannot_write(database: Database) -> None:
    with database.reading() as session:
        session.add(Site(name="x"))
        with pytest.raises(Bug, match="cannot write"):
            session.flush()


def test_a_reading_session_sees_one_moment(database: Database) -> None:
    with database.reading() as session:
        before = session.exec(select(func.count()).select_from(Site)).one()
        add_site(database, "Hovedhuset")
        assert session.exec(select(func.count()).select_from(Site)).one() == before


def test_a_writing_inside_a_writing_is_a_bug(database: Database) -> None:
    with database.writing("Ydre"), pytest.raises(Bug), database.writing("Indre"):
        pass


def test_two_threads_write_in_turn(database: Database) -> None:
    threads = [threading.Thread(target=add_site, args=(database, f"Hus {n}")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(site_names(database)) == [f"Hus {n}" for n in range(8)]
    assert len(database.history()) == 8


def test_undo_of_a_row_changed_since_is_refused_and_changes_nothing(database: Database) -> None:
    with database.writing("To matrikler") as session:
        session.add_all([Site(id=1, name="A"), Site(id=2, name="B")])
    with database._open.ready_writer() as connection:
        connection.execute("UPDATE site SET name = 'Uden om døren' WHERE id = 2")
    with pytest.raises(UserProblem, match="kan ikke fortrydes"):
        database.undo()
    assert site_names(database) == ["A", "Uden om døren"]
    assert not database.history()[0].undone


def test_nothing_to_undo_is_a_sentence(database: Database) -> None:
    with pytest.raises(UserProblem, match="ikke mere at fortryde"):
        database.undo()
    with pytest.raises(UserProblem, match="intet er fortrudt"):
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
    before = dump(database)
    database.undo()
    database.redo()
    assert dump(database) == before


def test_a_child_without_a_parent_is_refused_at_the_end(database: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), database.writing("Forældreløs") as session:
        session.add(Team(name="Egernet", site_id=7))
    assert dump(database)["team"] == []


def test_unique_values_may_trade_places_in_one_step(database: Database) -> None:
    with database.writing("Tilføj") as session:
        session.add_all([Employee(id=n, first_name="A", initials=i, role="P") for n, i in ((1, "LE"), (2, "LS"))])
    with database.writing("Byt") as session:
        first, second = session.get_one(Employee, 1), session.get_one(Employee, 2)
        first.initials = "?"
        session.flush()
        second.initials = "LE"
        session.flush()
        first.initials = "LS"
    after = dump(database)
    database.undo()
    database.redo()
    assert dump(database) == after


def test_a_row_keeps_its_id(database: Database) -> None:
    site = add_site(database, "Hovedhuset")
    with pytest.raises(Bug, match="keeps its id"), database.writing("Ret") as session:
        session.get_one(Site, site).id = 99
    assert site_names(database) == ["Hovedhuset"]


def test_what_the_history_holds_of_a_row_and_all_that_belonged_to_it_can_be_asked_for(database: Database) -> None:
    """A stue that is with another matrikel now, one that is gone, and what was undone; nothing of other rows."""
    first, second = add_site(database, "A"), add_site(database, "B")
    for name, site in (("Egernet", first), ("Ræven", first), ("Bien", second)):
        with database.writing(name) as session:
            session.add(Team(name=name, site_id=site))
    with database.writing("Flyt") as session:
        session.get_one(Team, 1).site_id = second
    with database.writing("Slet") as session:
        session.delete(session.get_one(Team, 2))
    rename_site(database, first, "C")
    database.undo()
    found = database.recorded_about("site", first, [Pointer("team", "site_id", "site")])
    assert found.ids == {"site": {first}, "team": {1, 2}}
    told = [(step.name, step.undone, change.table) for step, change in found.changes]
    assert told == [
        ("Tilføj A", False, "site"),
        ("Egernet", False, "team"),
        ("Ræven", False, "team"),
        ("Flyt", False, "team"),
        ("Slet", False, "team"),
        ("Ret matrikel", True, "site"),
    ]


def test_of_each_row_the_newest_change_that_holds_can_be_asked_for(database: Database) -> None:
    first, second = add_site(database, "A"), add_site(database, "B")
    for name in ("C", "D"):
        database.end_visit()
        rename_site(database, first, name, step=f"Ret til {name}")
    add_site(database, "E")
    database.undo()
    database.undo()
    told = [(step.name, change.row_id) for step, change in database.newest_recorded(["site"])]
    assert told == [("Tilføj B", second), ("Ret til C", first)]
    assert database.newest_recorded(["employee"]) == []


def test_an_id_is_never_used_again(database: Database) -> None:
    first = add_site(database, "A")
    database.undo()
    assert add_site(database, "B") > first


def test_the_first_rows_leave_no_history(database: Database) -> None:
    heard: list[Changes] = []
    database.subscribe(heard.append)
    with database.founding() as session:
        session.add(Site(name="Hovedhuset"))
    assert site_names(database) == ["Hovedhuset"]
    assert (database.history(), database.undo_name(), heard) == ([], None, [])


def test_a_house_in_use_is_not_founded_again(database: Database) -> None:
    add_site(database, "A")
    with pytest.raises(Bug, match="founded"), database.founding():
        pass


def test_history_tells_who_when_and_what(database: Database, clock: Clock) -> None:
    database.close()
    house = Database.open(database.path, clock=clock, author="Bodil")
    add_site(house, "A")
    (step,) = house.history()
    assert (step.by, f"{step.at:%d-%m %H:%M}", step.name, step.undone) == ("Bodil", "12-03 10:42", "Tilføj A", False)
    add_site(house, "B")
    assert [step.name for step in house.history(1)] == ["Tilføj B"]
    house.close()


def test_text_in_the_making_is_kept_outside_history(database: Database, clock: Clock) -> None:
    database.keep_draft("staff/1/notes", "Hun vil ger")
    database.keep_draft("staff/1/notes", "Hun vil gerne")
    database.keep_draft("staff/2/notes", "Nej")
    database.drop_draft("staff/2/notes")
    database.close()
    again = Database.open(database.path, clock=clock)
    assert again.drafts() == {"staff/1/notes": "Hun vil gerne"}
    assert again.history() == []
    again.close()
