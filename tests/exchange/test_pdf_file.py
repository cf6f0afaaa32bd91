from datetime import date
from io import BytesIO
from typing import Any

import pypdf

from dagleder.exchange.drawing import Circle, Drawing, Hatch, Line, Path, Rect, Text, ellipse
from dagleder.exchange.drawing_marks import BADGE_STYLES, badge, sun
from dagleder.exchange.paper import A4_LANDSCAPE, Document, DrawingBlock, Paragraph, Title
from dagleder.exchange.pdf import render_pdf

_EVERY_SHAPE = (
    Rect(0, 0, 50, 20, "#FFFFFF", "#17222A", radius=3, dash=(1, 1)),
    Rect(0, 0, 50, 20, "", "#17222A"),
    Line(0, 0, 50, 50, "#17222A", dash=(2, 1)),
    Text(5, 15, "Ærø", 9, "#17222A"),
    Hatch(0, 30, 50, 20, "#D5DCDE", "#FFFFFF"),
    Hatch(0, 30, 50, 20, "#D5DCDE"),
    Circle(25, 25, 10, "#D6EAEC", "#4A97A5", dash=(1, 1)),
    Circle(25, 25, 10),
    ellipse((25, 25), (10, 5), turned=30, fill="#F2B632"),
    Path((("M", 0, 0), ("L", 5, 5)), stroke="#17222A"),
    *sun(60, 0, 28),
    *(shape for style in BADGE_STYLES for shape in badge("P", style, 0, 60)),
)


def _paper(title: str = "Mødeplan 2026") -> Document:
    blocks = (Title(title, "Alle stuer", sun=True), Paragraph("Møder"), DrawingBlock(Drawing(100, 80, _EVERY_SHAPE)))
    return Document(title, blocks, "Børnehuset Solsikken", date(2026, 3, 12), A4_LANDSCAPE, subtitle="Alle stuer")


def test_the_same_document_gives_the_same_bytes():
    assert render_pdf(_paper()) == render_pdf(_paper())


def test_another_document_gives_other_bytes():
    assert render_pdf(_paper()) != render_pdf(_paper("Mødeplan 2027"))


def test_the_file_tells_its_language_title_and_size():
    pdf = pypdf.PdfReader(BytesIO(render_pdf(_paper())))
    root: Any = pdf.root_object
    assert root["/Lang"] == "da"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.subject) == ("Mødeplan 2026", "Alle stuer")
    assert [round(value) for value in pdf.pages[0].mediabox] == [0, 0, 842, 595]


def test_every_typeface_in_the_file_is_our_own_and_embedded():
    page: Any = pypdf.PdfReader(BytesIO(render_pdf(_paper()))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "DaglederInter" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


def test_text_is_text():
    text = pypdf.PdfReader(BytesIO(render_pdf(_paper()))).pages[0].extract_text()
    assert "Mødeplan 2026" in text
    assert "Ærø" in text
    assert "Side 1 af 1 · A4" in text
