"""The texts for the kommune and the staff tell how this house keeps its data."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.privacy.kommune import CATEGORIES, Keeping, record_sections, staff_sections
from dagleder.privacy.reports import record_paper, staff_information

HOUSE = Keeping("Børnehuset Solsikken", "Havneby Kommune", "Lone Almgård", protected=True, retention_months=3)


def plain_text(sections):
    return "\n\n".join(f"{section.heading}\n{section.text}" for section in sections)


@pytest.mark.parametrize("sections", [record_sections, staff_sections])
def test_both_texts_name_every_category_the_basis_and_the_deletion(sections):
    text = plain_text(sections(HOUSE))
    for fact in (*CATEGORIES, "Havneby Kommune", "art. 6, stk. 1", "§ 12", "3 måneder efter sidste arbejdsdag"):
        assert fact in text


def test_the_record_has_what_an_entry_in_it_needs():
    headings = [section.heading for section in record_sections(HOUSE)]
    assert {"Dataansvarlig", "Formål", "Oplysninger", "Modtagere", "Sletning", "Sikkerhed"} <= set(headings)


def test_the_staff_are_told_their_rights():
    text = plain_text(staff_sections(HOUSE))
    assert "Du kan få alt, der står om dig, på skrift." in text
    assert "Datatilsynet" in text


@pytest.mark.parametrize(
    ("protected", "said"), [(True, "låser sig selv efter 10 minutter"), (False, "uden adgangskode")]
)
def test_the_security_told_is_the_security_there_is(protected, said):
    text = plain_text(record_sections(Keeping("Solsikken", protected=protected)))
    assert said in text
    assert ("krypteret" in text) is protected


def test_no_months_at_all_is_at_once():
    assert "Straks efter sidste arbejdsdag" in plain_text(record_sections(Keeping("Solsikken", retention_months=0)))


@pytest.mark.parametrize("paper", [record_paper, staff_information])
def test_each_text_is_one_page_to_hand_over(paper):
    assert len(PdfReader(BytesIO(render_pdf(paper(HOUSE, date(2026, 3, 12))))).pages) == 1


def test_the_text_for_the_kommune_says_that_the_kommune_decides():
    (page,) = PdfReader(BytesIO(render_pdf(record_paper(HOUSE, date(2026, 3, 12))))).pages
    assert "Teksten er et forslag." in page.extract_text()


def test_the_house_tells_how_it_keeps_its_data_itself(house):
    house.settings.save_house(replace(house.settings.house(), municipality="Havneby Kommune", lock_minutes=7))
    keeping = house.privacy.keeping()
    assert (keeping.controller, keeping.protected, keeping.lock_minutes) == ("Havneby Kommune", False, 7)
    assert keeping.house_name == "Børnehuset Solsikken"
    assert {house.privacy.record_paper().title, house.privacy.staff_information().title} == {
        "Til kommunens fortegnelse",
        "Oplysninger om personalet",
    }
