"""Erasing a person: nothing of her is left within reach, and nothing of anybody else is lost."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from dagleder.base.errors import Bug, UserProblem
from dagleder.models.meetings import Meeting, MeetingKind, MeetingParticipant
from dagleder.models.presence import Absence, Substitute
from dagleder.models.settings import House, Site, Team
from dagleder.models.staff import Employee, WorkPattern, WorkPatternDay
from dagleder.storage.backup_shelf import BackupShelf, Occasion
from dagleder.storage.backups import keep_backup, kept_backups
from dagleder.storage.database import Database
from dagleder.storage.revisions import revisions
from tests.conftest import NOW
from tests.storage.houses import add_site, contents, dump, plain_text_of, set_second_place

CANARY = "Kanariefugl-æøå-4711"
LONG_NOTE = f"{CANARY} " * 700  # over several pages
DAY = date(2026, 3, 16)


@pytest.fixture
def lived_in(database):
    """A house where Leyla (1) has left traces everywhere, Mads (2) too; two backups hold older states."""
    with database.writing("Tilføj Leyla og Mads") as session:
        session.add_all([Site(id=1, name="Hovedhuset"), Team(id=1, name="Egernet", site_id=1)])
        session.add(Employee(id=1, first_name="Leyla", last_name=CANARY, initials="LK", role="P", notes=LONG_NOTE))
        session.add(Employee(id=2, first_name="Mads", initials="MA", role="PA", notes=f"Makker: {CANARY}"))
    keep_backup(database, NOW - timedelta(days=2))
    with database.writing(f"Fravær for {CANARY}") as session:
        session.add(Absence(employee_id=1, first=DAY, last=DAY, kind="A"))
        session.add(Absence(employee_id=2, first=DAY, last=DAY, kind="F"))
        session.add(WorkPattern(id=1, employee_id=1, valid_from=DAY, anchor=DAY))
        session.add(WorkPatternDay(pattern_id=1, week=0, weekday=0, minutes=444))
        session.add(Substitute(id=1, employee_id=1, team_id=1, first=DAY, last=DAY))
        session.add(MeetingKind(id=1, key="p", name="P-møde", letter="P", style="sun", audience="all"))
        session.add(Meeting(id=1, uid="a", kind_id=1, title="P-møde", day=DAY, start_minute=780, end_minute=870))
        session.add(MeetingParticipant(id=1, meeting_id=1, employee_id=1))
    keep_backup(database, NOW - timedelta(days=1))
    with database.writing("Ret noter") as session:
        session.get_one(Employee, 1).notes = f"Ny note om {CANARY}"
    with database.writing("Slet fravær") as session:
        session.delete(session.exec(select(Absence).where(Absence.employee_id == 1)).one())
    database.keep_draft("staff/1/notes", f"Halv tanke om {CANARY}")
    database.keep_draft("staff/2/notes", "Halv tanke om Mads")
    return database


def erase_leyla(database):
    with database.erasing("Slet en medarbejder helt") as erasure:
        session = erasure.session
        for table in (MeetingParticipant, Absence, WorkPattern):
            for row in session.exec(select(table).where(table.employee_id == 1)):
                session.delete(row)
        for day in session.exec(select(WorkPatternDay).where(WorkPatternDay.pattern_id == 1)):
            session.delete(day)
        session.get_one(Substitute, 1).employee_id = None
        session.delete(session.get_one(Employee, 1))
        session.get_one(
            Employee, 2
        ).notes = "Rolig"  # what others' texts say of her is changed, there and in the copies
        erasure.forget("Leyla", CANARY)
    return erasure.receipt


def test_what_is_done_is_done_by_the_leader_the_house_names(database, clock):
    database.close()
    house = Database.open(database.path, clock=clock, author="root")
    add_site(house, "A")
    for name, site in (("Hanne Holm", "B"), ("", "C")):
        with house.writing("Ret lederens navn") as session:
            session.merge(House(id=1, name="Solsikken", leader_name=name))
        add_site(house, site)
    assert {step.name: step.by for step in house.history() if step.name.startswith("Tilføj")} == {
        "Tilføj A": "root",
        "Tilføj B": "Hanne Holm",
        "Tilføj C": "root",
    }
    house.close()


def test_whoever_did_something_is_forgotten_by_her_whole_name_only(lived_in):
    for name, site in ((f"Leyla {CANARY}", "Skovhuset"), ("Leyla Holm", "Strandhuset")):
        with lived_in.writing("Ret lederens navn") as session:
            session.merge(House(id=1, name="Solsikken", leader_name=name))
        add_site(lived_in, site)
    erase_leyla(lived_in)
    done_by = {step.name: step.by for step in lived_in.history()}
    assert (done_by["Tilføj Skovhuset"], done_by["Tilføj Strandhuset"]) == ("", "Leyla Holm")


def test_an_erased_row_leaves_no_number_and_the_meeting_she_was_named_on_gets_a_new_one(lived_in, tmp_path, clock):
    def numbers(house):
        with house.reading() as session:
            return [dict(revisions(session, table)) for table in ("employee", "meeting")]

    people, meetings = numbers(lived_in)
    erase_leyla(lived_in)
    (left, given), entry = numbers(lived_in), 1
    assert (people.keys(), left.keys()) == ({1, 2}, {2})
    assert given[entry] > max(*people.values(), *meetings.values())
    for copy in set(houses_below(tmp_path)) - {lived_in.path}:
        with Database.open(copy, clock=clock, read_only=True).reading() as session:
            assert 1 not in revisions(session, "employee")


def houses_below(folder):
    return [path for path in folder.rglob("*.dagleder") if path.is_file()]


def test_the_canary_was_everywhere_and_is_nowhere(lived_in, tmp_path):
    before = {path.name: CANARY.encode() in plain_text_of(path, lived_in) for path in houses_below(tmp_path)}
    assert list(before.values()) == [True] * 3
    erase_leyla(lived_in)
    after = {path.name: CANARY.encode() in plain_text_of(path, lived_in) for path in houses_below(tmp_path)}
    assert after == dict.fromkeys(before, False)


def test_no_page_also_a_free_one_holds_the_canary(lived_in, tmp_path):
    """Every page decrypted by itself, so that rows no table knows any longer would be seen."""
    erase_leyla(lived_in)
    for path in houses_below(tmp_path):
        assert CANARY.encode() not in b"".join(raw_pages(path, lived_in._open.key))
    assert not any(name.endswith("-wal") and data for name, data in contents(tmp_path).items())


def raw_pages(path, key):
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415 -- here only

    data = path.read_bytes()
    for start in range(0, len(data), 4096):
        page = data[start + (16 if start == 0 else 0) : start + 4096]
        body, initial = page[:-80], page[-80:-64]
        decryptor = Cipher(algorithms.AES(key.raw), modes.CBC(initial)).decryptor()
        yield decryptor.update(body) + decryptor.finalize()


def test_the_page_reader_of_these_tests_sees_what_is_there(lived_in):
    lived_in._open.empty_log()
    assert CANARY.encode() in b"".join(raw_pages(lived_in.path, lived_in._open.key))


def test_everybody_else_is_as_before_also_in_the_copies(lived_in, clock):
    erase_leyla(lived_in)
    rows = dump(lived_in)
    assert [(row[2], row[-1]) for row in rows["employee"]] == [("Mads", "Rolig")]
    assert [len(rows[table]) for table in ("absence", "work_pattern", "work_pattern_day", "meeting")] == [1, 0, 0, 1]
    assert [row[1] for row in rows["substitute"]] == [None]
    for backup in BackupShelf(lived_in.path).backups():
        copy = Database.open(backup.path, clock=clock, read_only=True)
        kept = dump(copy)
        assert [row[0] for row in kept["employee"]] == [2]
        assert len(kept["absence"]) in (0, 1)
        assert copy.check() == []
        copy.close()


def test_history_stays_readable_without_her_and_undo_stops(lived_in):
    erase_leyla(lived_in)
    assert [step.name for step in lived_in.history()] == [
        "Slet en medarbejder helt",
        "Slet fravær",
        "Slettet",
        "Slettet",
        "Slettet",
    ]
    assert lived_in.undo_name() is None
    assert lived_in.redo_name() is None
    with pytest.raises(UserProblem, match="slettet helt"):
        lived_in.undo()
    add_site(lived_in, "Skovhuset")
    assert lived_in.undo().name == "Tilføj Skovhuset"
    assert lived_in.drafts() == {"staff/2/notes": "Halv tanke om Mads"}


def test_the_receipt_tells_what_went_and_what_was_not_reached(lived_in, tmp_path):
    set_second_place(lived_in, tmp_path / "usb")
    newest = BackupShelf(lived_in.path).backups()[0].path
    newest.write_bytes(newest.read_bytes()[:-1])
    receipt = erase_leyla(lived_in)
    assert receipt.rows == {"employee": 1, "meeting_participant": 1, "work_pattern": 1, "work_pattern_day": 1}
    assert receipt.copies == 1
    assert len(receipt.not_reached) == 2
    assert "usb" in receipt.not_reached[0]
    assert newest.name in receipt.not_reached[1]
    assert CANARY not in repr(receipt)


def test_copies_in_the_second_place_are_rewritten_too(lived_in, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    set_second_place(lived_in, usb)
    keep_backup(lived_in, NOW)
    erase_leyla(lived_in)
    (copy,) = houses_below(usb)
    assert CANARY.encode() not in plain_text_of(copy, lived_in)


def test_an_erasure_that_leaves_something_hanging_is_a_bug_and_changes_nothing(lived_in, tmp_path):
    before = dump(lived_in)
    copies = {path: path.read_bytes() for path in houses_below(tmp_path / "hjem")}
    with pytest.raises(Bug, match="refer to what is gone"), lived_in.erasing("Slet") as erasure:
        erasure.session.delete(erasure.session.get_one(Employee, 1))
    assert dump(lived_in) == before
    assert {path: path.read_bytes() for path in houses_below(tmp_path / "hjem")} == copies
    assert lived_in.undo_name() == "Slet fravær"


def test_an_erasure_adds_nothing(lived_in):
    with pytest.raises(Bug, match="adds nothing"), lived_in.erasing("Slet") as erasure:
        erasure.session.add(Site(name="Skovhuset"))
    assert len(dump(lived_in)["site"]) == 1


def test_a_copy_that_cannot_do_without_her_is_told_not_broken(lived_in, monkeypatch):
    monkeypatch.setattr(
        "dagleder.storage.erasing._references", lambda _: {}
    )  # as if a rule of an old house were unknown
    copies = {backup.path: backup.path.read_bytes() for backup in BackupShelf(lived_in.path).backups()}
    receipt = erase_leyla(lived_in)
    newest, oldest = copies
    assert [newest.name in line for line in receipt.not_reached] == [True]
    assert newest.read_bytes() == copies[newest]
    assert oldest.read_bytes() != copies[oldest]


def test_a_house_that_could_not_be_saved_leaves_the_copies_alone(lived_in, monkeypatch):
    copies = {backup.path: backup.path.read_bytes() for backup in BackupShelf(lived_in.path).backups()}
    rows = dump(lived_in)
    monkeypatch.setattr("dagleder.storage.open_house.count_commit", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase_leyla(lived_in)
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in copies} == copies
    assert dump(lived_in) == rows
    assert not list(next(iter(copies)).parent.glob("*.ny"))


def test_listeners_hear_which_tables_moved(lived_in):
    heard = []
    lived_in.subscribe(lambda changes: heard.append(changes.tables))
    erase_leyla(lived_in)
    assert "employee" in heard[0]


def test_a_word_that_only_contains_the_name_is_left_alone(lived_in):
    add_site(lived_in, "Leylas hus")
    add_site(lived_in, "LK")
    with lived_in.erasing("Slet") as erasure:
        erasure.forget("Leyla", "lk", " ")
    names = [step.name for step in lived_in.history(3)]
    assert names == ["Slet", "Slettet", "Tilføj Leylas hus"]


def test_copies_set_aside_are_rewritten_as_well(lived_in):
    keep_backup(lived_in, NOW, Occasion.UPDATE)
    erase_leyla(lived_in)
    assert [copy.state for copy in kept_backups(lived_in)] == ["åbnet og talt"] * 3
