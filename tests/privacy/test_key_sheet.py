"""The key sheet as a paper."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.privacy.key_sheet import key_sheet

GROUPS = [f"ABC{n}" for n in range(10, 22)]


def sheet_text():
    pdf = render_pdf(key_sheet("Børnehuset Solsikken", GROUPS, date(2026, 3, 12), "Solsikken.dagleder"))
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 1
    return pages[0].extract_text()


def test_the_key_sheet_carries_every_group_of_the_key():
    text = sheet_text()
    assert all(group in text for group in GROUPS)


def test_the_key_sheet_says_what_it_opens_and_when_it_is_void():
    text = " ".join(sheet_text().split())
    assert "Børnehuset Solsikken, filen Solsikken.dagleder" in text
    assert "torsdag 12. marts 2026" in text
    assert "Når adgangskoden skiftes" in text
    assert "ugyldigt" in text
