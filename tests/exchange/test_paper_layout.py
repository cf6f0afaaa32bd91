"""What the layout promises: nothing leaves its page, nothing is lost, everything is in order."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder.base.errors import Bug
from dagleder.exchange.drawing import Anchor, Drawing, Text
from dagleder.exchange.fonts import text_width
from dagleder.exchange.paper import (
    A4,
    A4_LANDSCAPE,
    Align,
    Badge,
    Block,
    Column,
    Columns,
    Document,
    DrawingBlock,
    Group,
    Heading,
    Legend,
    LegendEntry,
    Note,
    PageBreak,
    PageFormat,
    Paragraph,
    Run,
    Spacer,
    Table,
    Title,
    Tone,
)
from dagleder.exchange.paper_layout import lay_out

_words = st.text(alphabet="abcdefgæøå WMi.-\n\t", max_size=400)
_runs = st.one_of(_words, st.lists(st.builds(Run, _words, st.sampled_from(Tone)), max_size=4).map(tuple))
_badge = st.builds(Badge, st.sampled_from("PSMF"), st.sampled_from(["primary", "dashed"]))
_columns = (
    Column("Nr.", width=40, align=Align.RIGHT),
    Column("Navn"),
    Column("Note", wraps=True),
    Column("", width=20),
)
_rows = st.lists(st.tuples(_words, _runs, _runs, _badge), max_size=40).map(tuple)
_plain = st.one_of(
    st.builds(Title, _words, _words, kicker=_words, sun=st.booleans()),
    st.builds(Heading, _words, ruled=st.booleans()),
    st.builds(Paragraph, _runs),
    st.builds(Note, st.lists(_runs, max_size=5).map(tuple)),
    st.builds(Table, st.just(_columns), _rows, zebra=st.booleans()),
    st.builds(Legend, st.lists(st.builds(LegendEntry, _badge, _words, _words), max_size=9).map(tuple)),
    st.builds(Spacer, st.floats(0, 500)),
)
_groups = st.builds(Group, st.lists(_plain, max_size=4).map(tuple))
_blocks = st.one_of(
    _plain,
    _groups,
    st.builds(Columns, st.lists(_groups, max_size=8).map(tuple), count=st.integers(1, 3)),
    st.just(PageBreak()),
)


def _document(*blocks: Block, page: PageFormat = A4) -> Document:
    return Document("Prøve", blocks, "Børnehuset Solsikken", date(2026, 3, 12), page)


def _texts(drawing: Drawing) -> list[Text]:
    return [shape for shape in drawing.shapes if isinstance(shape, Text)]


def _left_and_right(text: Text) -> tuple[float, float]:
    wide = text_width(text.text, text.size, text.weight)
    left = text.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    return left, left + wide


@settings(max_examples=60, deadline=None)
@given(st.lists(_blocks, max_size=6), st.sampled_from([A4, A4_LANDSCAPE]))
def test_no_text_leaves_the_margins(blocks, page):
    for drawing in lay_out(_document(*blocks, page=page)):
        for text in _texts(drawing):
            left, right = _left_and_right(text)
            assert left >= page.side - 0.1
            assert right <= page.width - page.side + 0.1
            assert page.top <= text.y <= page.height - 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcæøå WM", max_size=600), max_size=12))
def test_no_word_of_a_paragraph_is_lost_or_moved(paragraphs):
    pages = lay_out(_document(*(Paragraph(text) for text in paragraphs)))
    drawn = "".join(text.text for page in pages for text in _texts(page)[:-3])  # the foot has three texts
    assert "".join(drawn.split()) == "".join("".join(paragraphs).split())


def test_texts_of_the_body_never_stand_in_the_foot():
    pages = lay_out(_document(*(Paragraph("ord " * 100) for _ in range(60))))
    assert len(pages) > 1
    for page in pages:
        *body, name, printed, number = _texts(page)
        assert max(text.y for text in body) < name.y - 10
        assert name.text == "Børnehuset Solsikken · Prøve"
        assert printed.text == "Udskrevet 12. marts 2026 fra Dagleder"
        assert number.text.startswith("Side ")


def test_the_headings_of_a_table_stand_on_each_page():
    rows = tuple((str(number), "Karen") for number in range(100))
    pages = lay_out(_document(Table((Column("Nr."), Column("Navn")), rows)))
    assert len(pages) == 3
    assert [[text.text for text in _texts(page)][:2] for page in pages] == [["Nr.", "Navn"]] * 3


def test_a_heading_never_ends_a_page():
    blocks: list[Block] = []
    for number in range(40):
        blocks += [Heading(f"Overskrift {number}"), Paragraph("ord " * 60)]
    for page in lay_out(_document(*blocks)):
        assert not _texts(page)[-4].text.startswith("Overskrift")


def test_columns_are_evenly_filled_when_they_fit():
    groups = tuple(Group((Heading(f"Måned {number}", ruled=True), Paragraph("x"))) for number in range(12))
    (page,) = lay_out(_document(Columns(groups)))
    heads = [text for text in _texts(page) if text.text.startswith("Måned")]
    assert [text.text for text in heads if text.x < A4.width / 2] == [f"Måned {number}" for number in range(6)]
    assert heads[0].y == heads[6].y


def test_columns_that_do_not_fit_go_on_over_the_page():
    groups = tuple(Group((Heading(f"Måned {number}"), Paragraph("ord " * 200))) for number in range(12))
    pages = lay_out(_document(Paragraph("før"), Columns(groups), Paragraph("efter")))
    found = [text.text for page in pages for text in _texts(page) if text.text.startswith("Måned")]
    assert len(pages) > 1
    assert found == [f"Måned {number}" for number in range(12)]
    assert _texts(pages[-1])[-4].text == "efter"


def test_a_long_group_goes_on_in_the_next_column_under_its_heading_and_leaves_no_white_column():
    def month(number):
        rows = tuple((f"{number}.{row}",) for row in range(13))
        return Group((Heading(f"Måned {number}", ruled=True), Table((Column(),), rows)))

    first, *_ = lay_out(_document(Columns(tuple(month(number) for number in range(12)))))
    left, right = ([t for t in _texts(first)[:-3] if (t.x < A4.width / 2) is side] for side in (True, False))
    for column in (left, right):
        assert max(text.y for text in column) > A4.height - A4.bottom - 40
    parts = [t.text for t in (*left, *right)]
    assert parts.count("Måned 2") == 2
    assert right[0].text == "Måned 2"
    kept = [sum(t.text.startswith("2.") for t in column) for column in (left, right)]
    assert sum(kept) == 13
    assert min(kept) >= 3


def test_only_columns_that_wrap_break_their_text():
    long = "et meget langt navn " * 20
    (page,) = lay_out(_document(Table((Column("A"), Column("B", wraps=True)), ((long, long),))))
    ended = [text for text in _texts(page) if text.text.endswith("…")]
    assert len(ended) == 1
    assert len(_texts(page)) > 10


def test_a_confidential_paper_says_so_on_each_page():
    document = Document("Prøve", (Paragraph("x"), PageBreak()), "Solsikken", date(2026, 3, 12), confidential=True)
    for page in lay_out(document):
        assert any(text.text == "Solsikken · Prøve · fortroligt" for text in _texts(page))


def test_a_drawing_higher_than_the_page_is_a_fault_of_ours():
    with pytest.raises(Bug, match="higher than the page"):
        lay_out(_document(DrawingBlock(Drawing(10, 2000, ()))))


def test_an_empty_document_is_one_empty_page():
    (page,) = lay_out(_document())
    assert len(_texts(page)) == 3
