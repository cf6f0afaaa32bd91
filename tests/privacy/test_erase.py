"""'Slet helt': nothing of her is left anywhere, and nothing of anybody else is touched."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import select

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.exchange.pdf import render_pdf
from dagleder.models.competence import Assessment
from dagleder.models.presence import Substitute
from dagleder.models.staff import Employee
from dagleder.models.tables import FEATURE_TABLES
from dagleder.models.tasks import Delegation, Task, TaskPerson
from dagleder.privacy.relations import person_tables
from dagleder.staff.drafts import EmployeeDraft
from dagleder.storage.backups import keep_backup
from dagleder.storage.database import Database
from tests.privacy.conftest import CANARIES, FIRST, FULL, LAST

NAME = "Qvirrefornavn Qvirreefternavn"


def every_text(database):
    """All text in all tables of the file, history and drafts included."""
    with database.reading() as session:
        connection = session.connection()
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        return [
            (name, str(value).casefold())
            for name in names
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608 -- from the list above
            for value in row
        ]


def hits(database):
    return {(table, canary) for table, text in every_text(database) for canary in CANARIES if canary in text}


def rows_of_others(database):
    own = {table.name for table in person_tables()}
    with database.reading() as session:
        return {table.name: session.execute(table.select()).all() for table in FEATURE_TABLES if table.name not in own}


def test_the_canaries_are_in_every_table_about_her_and_in_the_history_before(house):
    found = {table for table, _ in hits(house.database)}
    assert {"employee", "substitute", "meeting_participant", "history_row"} <= found


def test_no_trace_of_her_is_left_in_any_table_or_in_the_history(house):
    house.database.keep_draft("staff/2/notes", "Qvirrenote, halvt skrevet")
    house.staff.change(house.erna, EmployeeDraft("Qvirrefornavn", "Qvirrefortrudt"))
    house.database.undo()
    house.privacy.erase(house.erna)
    assert hits(house.database) == set()


def test_no_trace_of_her_is_left_in_the_copies(house, clock):
    backup = keep_backup(house.database, clock.now()).backup
    house.privacy.erase(house.erna)
    copy = Database.open(backup.path, clock=clock, read_only=True)
    assert hits(copy) == set()
    copy.close()


def seed_what_the_house_will_lose(house, clock):
    """A copy in which she is a vikar by name and stands in another's note; the house knows neither any longer."""
    with house.database.writing("Vikar og note") as session:
        vikar = Substitute(name=NAME, team_id=house.team, first=FIRST, last=LAST, pedagogue=True)
        session.add(vikar)
        session.get_one(Employee, house.other).notes = f"Afløser for {NAME}"
    backup = keep_backup(house.database, clock.now()).backup
    with house.database.writing("Væk igen") as session:
        session.delete(session.get_one(Substitute, vikar.id))
        session.get_one(Employee, house.other).notes = ""
    return backup.path


def test_a_copy_loses_the_vikar_with_her_name_that_the_house_has_lost_before(house, clock):
    path = seed_what_the_house_will_lose(house, clock)
    house.privacy.erase(house.erna)
    copy = Database.open(path, clock=clock, read_only=True)
    assert {table for table, _ in hits(copy)} == {"employee"}  # another's note, which only the leader can change
    assert copy.check() == []
    copy.close()


def test_the_receipt_tells_of_a_name_that_stands_in_a_copy_only(house, clock):
    path = seed_what_the_house_will_lose(house, clock)
    day = day_text(clock.today(), year=True)
    assert house.privacy.erase(house.erna).left() == (
        f"Navnet står i oplysningerne om Karen Ulvdal i kopien af {day} ({path.name}).",
    )


def facts_apart_from_partners(house):
    shared = {"Hvorfor du fik en opgave", "Sparringspartner for en kollega"}
    return [table for table in house.privacy.facts(house.other).tables if table.heading not in shared]


def test_the_house_stays_as_it_was_otherwise(house):
    before, other = rows_of_others(house.database), facts_apart_from_partners(house)
    house.privacy.erase(house.erna)
    assert rows_of_others(house.database) == before
    assert facts_apart_from_partners(house) == other
    assert house.database.check() == []


def test_a_colleague_keeps_why_she_got_her_task_without_the_partner_who_is_gone(house, clock):
    backup = keep_backup(house.database, clock.now()).backup
    house.privacy.erase(house.erna)
    copy = Database.open(backup.path, clock=clock, read_only=True)
    for database in (house.database, copy):
        with database.reading() as session:
            (choice,) = session.exec(select(Delegation)).all()
            assert (choice.employee_id, choice.partner_id, choice.reason) == (house.other, None, "Karensgrund")
    copy.close()


def test_her_task_stays_without_her(house):
    house.privacy.erase(house.erna)
    with house.database.reading() as session:
        titles = [task.title for task in session.exec(select(Task))]
        parts = [(person.task_id, person.employee_id, person.part) for person in session.exec(select(TaskPerson))]
    assert titles == ["Sang i uge 40", "Kor i uge 41"]
    assert parts == [(1, house.other, "partner"), (2, house.other, "owner")]


@pytest.mark.parametrize(
    ("table", "column", "where", "open_at"),
    [
        (Task, "title", "opgaven Oplæring af Qvirrefornavn", ("tasks", 1)),
        (Task, "description", "opgaven Sang i uge 40", ("tasks", 1)),
        (Assessment, "evidence", "en vurdering 8. oktober 2024", ("staff", 1)),
        (Delegation, "reason", "en begrundelse 19. maj 2025", ("tasks", 2)),
    ],
)
def test_her_name_in_the_texts_about_competences_and_tasks_is_told(house, table, column, where, open_at):
    with house.database.writing("Skriv") as session:
        mine = session.exec(select(table)).all()
        row = next(row for row in mine if getattr(row, "employee_id", house.other) == house.other)
        setattr(row, column, "Oplæring af Qvirrefornavn")
    (mention,) = house.privacy.preview(house.erna).mentions
    assert (mention.where, mention.open_at) == (where, open_at)


def test_she_is_gone_and_nothing_brings_her_back(house):
    house.privacy.erase(house.erna)
    assert [row.name for row in house.staff.staff_list(left=True)] == ["Karen Ulvdal"]
    with pytest.raises(UserProblem, match="slettet helt"):
        house.database.undo()


def test_the_preview_says_in_words_what_goes(house):
    preview = house.privacy.preview(house.erna)
    assert preview.text.startswith(
        "Qvirrefornavn Qvirreefternavn har 1 fravær, 1 invitation til et møde, 2 aftaler om timer, 1 arbejdstid, "
        "1 tilknytning til en stue, 1 lån til en anden stue, 2 vagter som vikar, 2 vurderinger, "
        "1 ønske om en kompetence, 1 aftalt mål, 2 opgaver, 1 begrundelse for en opgave og 1 erfaring fra før "
        "i filen og "
    )
    assert "Det kan ikke fortrydes" in preview.text
    assert not preview.still_employed
    assert house.privacy.preview(house.other).still_employed


def test_looking_changes_nothing(house):
    before = every_text(house.database)
    house.privacy.preview(house.erna)
    house.privacy.facts(house.erna)
    assert every_text(house.database) == before


def test_the_receipt_tells_what_went_and_how_many_copies(house, clock):
    keep_backup(house.database, clock.now())
    receipt = house.privacy.erase(house.erna)
    assert receipt.counts == {
        "employee": 1,
        "weekly_hours": 2,
        "team_membership": 1,
        "work_pattern": 1,
        "work_pattern_day": 2,
        "absence": 1,
        "loan": 1,
        "substitute": 2,
        "meeting_participant": 1,
        "assessment": 2,
        "competence_wish": 1,
        "competence_goal": 1,
        "task_person": 2,
        "delegation": 1,
        "earlier_task": 1,
    }
    assert receipt.copies == 1
    assert receipt.left() == ()
    assert "Det samme i 1 sikkerhedskopi, som Dagleder har lavet." in receipt.gone()


def test_her_name_in_somebody_elses_note_is_told_and_left_to_the_leader(house):
    house.staff.change(house.other, EmployeeDraft("Karen", "Ulvdal", "P", notes="Oplært af Qvirrefornavn i 2024"))
    (mention,) = house.privacy.preview(house.erna).mentions
    assert mention.where == "oplysningerne om Karen Ulvdal"
    assert mention.open_at == ("staff", house.other)
    assert house.privacy.erase(house.erna).left() == ("Navnet står i oplysningerne om Karen Ulvdal.",)


@pytest.mark.parametrize("known_as", ["", "Qvirrekaldes"])
def test_a_first_name_that_others_have_too_is_no_mention(house, known_as):
    house.staff.change(house.erna, replace(FULL, known_as=known_as))
    house.staff.change(house.other, EmployeeDraft(FULL.first_name, "Ulvdal", "P", notes="Qvirrefornavn møder kl. 8"))
    assert house.privacy.preview(house.erna).mentions == ()


def test_several_are_erased_at_once_each_with_a_receipt(house, clock):
    keep_backup(house.database, clock.now())
    receipts = house.privacy.erase_all([house.erna, house.other])
    assert [(receipt.name, receipt.counts["employee"], receipt.copies) for receipt in receipts] == [
        ("Qvirrefornavn Qvirreefternavn", 1, 1),
        ("Karen Ulvdal", 1, 1),
    ]
    assert house.staff.staff_list(left=True) == []
    assert house.database.history()[0].name == "Slet medarbejdere helt"


def test_the_receipt_on_paper(house):
    house.staff.change(house.other, EmployeeDraft("Karen", "Ulvdal", "P", notes="Oplært af Qvirrefornavn"))
    paper = house.privacy.receipt_paper(house.privacy.erase(house.erna))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(render_pdf(paper))).pages).split())
    assert "Kvittering for sletning: Qvirrefornavn Qvirreefternavn" in text
    assert "Navnet står i oplysningerne om Karen Ulvdal." in text
    assert "kan Dagleder ikke nå" in text
