"""Whatever a person types comes out on paper as typed, and does nothing else (row 18 of the promises)."""

import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pypdf
import pypdfium2
import pytest

from dagleder.base.text import printable
from dagleder.exchange.drawing import Drawing, Text, Weight
from dagleder.exchange.fonts import drawable
from dagleder.exchange.paper import (
    Badge,
    Block,
    Column,
    Columns,
    Document,
    Group,
    Heading,
    Legend,
    LegendEntry,
    Note,
    Paragraph,
    Table,
    Title,
)
from dagleder.exchange.pdf import paint_pdf, render_pdf

_opened: list[str] = []
_watching = False


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event in {"open", "socket.connect", "os.system", "subprocess.Popen"}:
        _opened.append(f"{event} {arguments[0]}")


sys.addaudithook(_audit)


@pytest.fixture
def watched() -> Iterator[list[str]]:
    """Every file, connection and process asked for while the test runs."""
    global _watching  # noqa: PLW0603 -- an audit hook cannot be taken away again
    for weight in Weight:
        drawable(weight)  # the typeface itself may be read
    _opened.clear()
    _watching = True
    yield _opened
    _watching = False


def _comparable(text: str) -> str:
    """As the reader used here gives text back: one blank, letters put together, no characters beyond 16 bits."""
    flat = normalize("NFKC", "".join(char for char in printable(text) if ord(char) < 0x10000))
    return "".join(flat.split())


def test_each_text_stands_in_the_pdf_as_it_was_entered(hostile_texts):
    pages = tuple(Drawing(9000, 40, (Text(5, 20, text, 6, "#000000"),)) for text in hostile_texts)
    pdf = pypdfium2.PdfDocument(paint_pdf(pages, title="Prøve"))
    different = [
        text
        for text, page in zip(hostile_texts, pdf, strict=True)
        if _comparable(page.get_textpage().get_text_range()) != _comparable(text)
    ]
    assert different == []


def test_no_block_is_stopped_by_a_text_or_loads_anything(hostile_texts, watched):
    for start in range(0, len(hostile_texts), 100):
        texts = hostile_texts[start : start + 100]
        rows = tuple((text, text, Badge(text[:1], "sun")) for text in texts)
        table = Table((Column(texts[0]), Column("Note", wraps=True), Column(width=20)), rows)
        blocks: tuple[Block, ...] = (
            Title(texts[1], texts[2], kicker=texts[3], sun=True),
            Legend(tuple(LegendEntry(Badge("P", "primary"), text, text) for text in texts[:12])),
            *(Heading(text) for text in texts),
            *(Paragraph(text) for text in texts),
            Note(texts, filled=True),
            Columns(tuple(Group((Heading(text, ruled=True), Paragraph(text))) for text in texts)),
            table,
        )
        document = Document(texts[4], blocks, texts[5], date(2026, 3, 12), footer=texts[6], subtitle=texts[7])
        assert render_pdf(document).startswith(b"%PDF")
    assert watched == []


def test_a_character_without_a_picture_can_still_be_read_aloud():
    pdf = paint_pdf((Drawing(200, 40, (Text(5, 20, "🙂", 9, "#000000"),)),), title="Prøve")
    spoken = "\ufeff🙂".encode("utf-16-be").hex()
    assert spoken in _content(pdf)


def _content(pdf: bytes) -> str:
    page = pypdf.PdfReader(BytesIO(pdf)).pages[0]
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")
