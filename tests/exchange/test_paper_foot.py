"""The foot of a paper says whose it is and what it is called, whole, however long the house's name is."""

from datetime import date

import pytest

from dagleder.exchange.drawing import Anchor, Text
from dagleder.exchange.fonts import text_width
from dagleder.exchange.paper import A4, A4_LANDSCAPE, Document, PageFormat
from dagleder.exchange.paper_foot import foot

LONG = "Den selvejende daginstitution Børnehuset Solsikken og Månen "
TITLE = "Oplysninger om Nanna Granly"


def texts(house: str, page: PageFormat = A4, title: str = TITLE, *, confidential: bool = False) -> list[Text]:
    paper = Document(title, (), house, date(2026, 3, 12), page, confidential=confidential)
    return [shape for shape in foot(paper, 1, 2) if isinstance(shape, Text)]


def span(text: Text) -> tuple[float, float]:
    wide = text_width(text.text, text.size, text.weight)
    left = text.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    return left, left + wide


@pytest.mark.parametrize("page", [A4, A4_LANDSCAPE])
@pytest.mark.parametrize("confidential", [False, True])
@pytest.mark.parametrize("house", ["Solsikken", "Børnehuset Solsikken", LONG, "M" * 60])
def test_nothing_in_the_foot_runs_into_anything_else(house, page, confidential):
    *names, printed, place = texts(house, page, confidential=confidential)
    assert max(span(name)[1] for name in names) < span(printed)[0]
    assert span(printed)[1] < span(place)[0]
    assert all(text.y <= page.height - 12 for text in names)


def test_a_house_name_of_sixty_letters_stands_whole_with_the_title_under_it():
    assert len(LONG) == 60
    house, title, *_ = texts(LONG, confidential=True)
    assert (house.text, title.text) == (LONG, f"{TITLE} · fortroligt")
    assert house.y < title.y


def test_an_ordinary_name_stands_on_one_line_and_the_day_in_the_middle():
    name, printed, place = texts("Solsikken")
    assert name.text == f"Solsikken · {TITLE}"
    assert (printed.x, printed.anchor) == (A4.width / 2, Anchor.MIDDLE)
    assert place.text == "Side 1 af 2"


def test_a_title_that_is_far_too_long_is_shortened_but_never_that_it_is_confidential():
    _house, title, *_ = texts(LONG, title="Oplysninger " * 20, confidential=True)
    assert title.text.startswith("Oplysninger Oplysninger")
    assert title.text.endswith("… · fortroligt")
