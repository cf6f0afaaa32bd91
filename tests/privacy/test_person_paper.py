"""'Oplysninger til medarbejderen': everything about her, and nothing about anybody else."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.models.presence import Absence, Substitute
from dagleder.models.tasks import Delegation
from dagleder.privacy.told import NAMED_IN, TOLD
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.storage import journal

FACTS = [
    *("Qvirrefornavn", "Qvirreefternavn", "Qvirrekaldes", "QVX", "Qvirrenummer", "Pædagogmedhjælper"),
    *(
        "17. april 2003",
        "29. november 2025",
        "qvirremail@example.org",
        "87 65 43 21",
        "Qvirrenote om nøglen",
        "23. september",
    ),
    *("3. februar 2024", "28", "6. maj 2024", "8.07", "15.01", "7,22"),
    *("Egernet", "Ferie", "7. juli 2025", "25. juli 2025", "Formiddag", "4. marts 2025"),
    *("Qvirrevikar", "Opfølgning 2. september 2025 kl. 10.00", "Qvirrerolle", "qvirre@x.dk"),
    *("Rytmik og sang", "3, kan selv", "8. oktober 2024", "kursus", "Qvirrebevis", "Synger rent", "8. oktober 2026"),
    *("vil gerne udvikle", "4, kan vejlede andre", "Sang i uge 40", "Qvirregrund", "udviklende", "beslut"),
    *(
        "en kollega",
        "Sparringspartner for en kollega",
        "Kor i uge 41",
        "Sangsamling",
        "1. august 2019",
        "Qvirregrund før",
    ),
]


@pytest.fixture
def text(house):
    pages = PdfReader(BytesIO(render_pdf(house.privacy.person_paper(house.erna)))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_paper_tells_it_all(text):
    assert [fact for fact in FACTS if fact not in text] == []


def test_every_table_with_something_in_it_has_its_heading(house):
    headings = [table.heading for table in house.privacy.facts(house.erna).tables]
    parted = {"Arbejdstid dag for dag fra 6. maj 2024": "Arbejdstid dag for dag"}
    told = [told.heading for told in (*TOLD.values(), *NAMED_IN.values())]
    assert [parted.get(heading, heading) for heading in headings] == told


def test_the_days_of_each_arbejdstid_stand_under_the_day_it_holds_from(house):
    week = (*[Shift.between(480, 900)] * 2, *[None] * 5)
    house.staff.set_pattern(house.erna, PatternDraft(date(2025, 9, 1), date(2025, 9, 1), (week,)))
    tables = {table.heading: table for table in house.privacy.facts(house.erna).tables}
    days = tables["Arbejdstid dag for dag fra 1. september 2025"]
    assert days.labels == ("Uge", "Dag", "Fra", "Til")
    assert days.rows == (("1", "mandag", "8.00", "15.00"), ("1", "tirsdag", "8.00", "15.00"))
    assert "Arbejdstid dag for dag fra 6. maj 2024" in tables


def test_what_the_history_keeps_is_told_with_what_was_before(text):
    assert "Efternavn: Qvirrepigenavn → Qvirreefternavn" in text
    assert "12. marts 2026 kl. 10.42" in text


def test_nobody_elses_facts_are_in_it(text):
    assert "Karen" not in text
    assert "Ulvdal" not in text
    assert "Signe" not in text


def test_the_other_one_hears_nothing_of_her(house):
    facts = str(house.privacy.facts(house.other))
    assert "qvirre" not in facts.casefold()
    assert "Opfølgning" in facts


def test_of_the_history_only_what_is_hers_is_read(house, monkeypatch):
    """However much has been done with others meanwhile."""
    before = house.privacy.facts(house.erna).history
    for day in range(1, 29):
        house.staff.set_hours(house.other, HoursDraft(30 * 60 + day, date(2026, 4, day)))
    read: list[str] = []
    decode = journal._from_json

    def counted(text):
        read.append(text)
        return decode(text)

    monkeypatch.setattr(journal, "_from_json", counted)
    assert house.privacy.facts(house.erna).history == before
    told = len(read)
    assert told == 2 * house.privacy.preview(house.erna).recorded > 0


def test_a_deleted_absence_is_still_told_as_long_as_the_history_keeps_it(house):
    with house.database.writing("Fjern fravær") as session:
        session.delete(session.get(Absence, 1))
    facts = house.privacy.facts(house.erna)
    assert "Planlagt fravær" not in [table.heading for table in facts.tables]
    assert facts.history is not None
    assert any("Planlagt fravær fjernet. Første dag: 7. juli 2025" in line[2] for line in facts.history.rows)


def test_somebody_with_a_name_only_gets_a_paper_too(house):
    new = house.staff.add(NewEmployeeDraft(EmployeeDraft("Bo", start=date(2026, 4, 1))))
    (table,) = house.privacy.facts(new).tables
    assert table.rows == (("Fornavn", "Bo"), ("Initialer", "BO"), ("Ansat fra", "1. april 2026"))


def test_no_paper_repeats_a_cpr_number_and_says_where_one_stands(house):
    house.staff.change(house.other, EmployeeDraft("Karen", "Ulvdal", "P", notes="Nøgle 7. 010190-0000"))
    facts = str(house.privacy.facts(house.other))
    assert "010190" not in facts
    assert "Nøgle 7. [et tal, der ligner et CPR-nummer]" in facts


def test_a_shift_that_was_somebody_elses_before_tells_nothing_of_her(house):
    with house.database.writing("Byt vikar") as session:
        shift = session.get_one(Substitute, 1)
        shift.employee_id, shift.name = house.other, "Karen"
    history = house.privacy.facts(house.other).history
    assert history is not None
    assert any("Vikar på en stue tilføjet. Skrevet som: Karen" in line[2] for line in history.rows)
    assert "qvirre" not in str(history).casefold()
    mine = house.privacy.facts(house.erna).history
    assert any("Vikar på en stue fjernet. Skrevet som: Qvirrevikar" in line[2] for line in mine.rows)
    assert "Karen" not in str(mine)


def test_of_a_certificate_the_paper_says_whether_it_is_held(house):
    (held,) = [
        table for table in house.privacy.facts(house.erna).tables if table.heading == "Vurderinger af kompetencer"
    ]
    assert [row[:2] for row in held.rows] == [("Rytmik og sang", "3, kan selv"), ("Hjertestarter", "ja")]


def test_a_partner_hears_that_she_is_one_and_nothing_of_why_the_other_was_chosen(house):
    facts = house.privacy.facts(house.other)
    assert "Karensgrund" in str(facts)
    assert "Sang i uge 40" in str(facts)
    assert "Qvirregrund" not in str(facts)
    assert facts.history is not None
    told = [line[2] for line in facts.history.rows if line[1] == "Giv opgaver" and "Sparringspartner for" in line[2]]
    assert told == ["Sparringspartner for en kollega tilføjet. Opgave: Sang i uge 40, Dato: 19. maj 2025"]


def test_becoming_a_partner_is_told_and_ceasing_to_be_one(house):
    with house.database.writing("Skift partner") as session:
        choice = session.get_one(Delegation, 1)
        choice.partner_id = None
    history = house.privacy.facts(house.other).history
    assert history is not None
    assert history.rows[-1][2].startswith("Sparringspartner for en kollega fjernet. Opgave: Sang i uge 40")
