"""The papers hold whatever names and numbers a house has: nothing is cut or leaves its page, heads on each page."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder.competence.heads import head_lines
from dagleder.competence.overview import overview
from dagleder.competence.profile import profile
from dagleder.competence.reports_overview import _ROW_HEIGHTS, _pages, overview_paper
from dagleder.competence.reports_profile import profile_paper
from dagleder.exchange.drawing import Anchor, Text, Weight
from dagleder.exchange.fonts import text_width
from dagleder.exchange.paper_layout import lay_out
from tests.competence.make_facts import assessed, competence, facts
from tests.presence.make import BEE, BUG, MONDAY, OWL, person

HOUSE_NAME = "Børnehuset Solsikken"
LONG = "Anne-Margrethe Kirstine Hyldegaard-Christoffersen Vestergaard"
WORDS = "Pædagogmedhjælperuddannelsesvejledning i relationskompetence og inkluderende læringsmiljøer"


def _house(count, competences, *, name=None, what=None):
    people = [person(n, teams=((BUG, BEE, OWL)[n % 3],), role=("P", "PM", "PA")[n % 3]) for n in range(count)]
    if name:
        people = [replace(each, employment=replace(each.employment, name=f"{name} {each.id}")) for each in people]
    levels = {(n, c): (n + c) % 5 for n in range(count) for c in range(1, competences + 1)}
    told = facts(people, levels, wanted=dict.fromkeys(range(1, competences + 1), 4))
    if what:
        known = {n: competence(n, name=f"{what} {n}", certificate=n % 3 == 0) for n in told.competences}
        told = replace(told, competences=known)
    return told


def _texts(page):
    return [shape for shape in page.shapes if isinstance(shape, Text)]


def _check_margins(document):
    pages = lay_out(document)
    for page in pages:
        for text in _texts(page):
            wide = text_width(text.text, text.size, text.weight)
            left = text.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
            assert left >= document.page.side - 0.6, text
            assert left + wide <= document.page.width - document.page.side + 0.6, text
            assert text.y <= document.page.height - 10
    return pages


@pytest.mark.parametrize(("count", "competences", "pages"), [(22, 12, 1), (22, 30, 2), (47, 12, 2), (120, 60, 16)])
def test_many_people_and_competences_take_more_pages_each_with_its_heads(count, competences, pages):
    found = _check_margins(overview_paper(overview(_house(count, competences), HOUSE_NAME)))
    assert len(found) == pages
    for page in found:
        words = [text.text for text in _texts(page)]
        assert words.count("Medarbejder") == 1
        assert words.count("Kompetenceoverblik") == 1


def test_everybody_stands_on_the_overview_once_for_each_set_of_competences():
    told = _house(47, 20)
    pages = lay_out(overview_paper(overview(told, HOUSE_NAME)))
    words = [text.text for page in pages for text in _texts(page)]
    for each in told.people.values():
        assert words.count(each.name) == 2
    assert sum(word == "Kan selv (3+) / behov" for word in words) == 2


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(1, 40), st.sampled_from([None, LONG, "W" * 80]), st.sampled_from([None, WORDS]))
def test_no_name_leaves_the_page_or_is_cut(count, competences, name, what):
    told = _house(count, competences, name=name, what=what)
    pages = _check_margins(overview_paper(overview(told, LONG * 2)))
    body = " ".join(text.text for page in pages for text in _texts(page)[:-4])
    assert "…" not in body


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([HOUSE_NAME, LONG * 2]), st.sampled_from([None, WORDS]), st.integers(0, 30))
def test_a_profile_has_every_competence_whole_whatever_it_is_called(house_name, what, count):
    told = _house(1, count, name=LONG, what=what)
    history = tuple(assessed(0, n, n % 5, day=date(2020 + n % 6, 5, 1)) for n in range(1, count + 1))
    pages = _check_margins(profile_paper(profile(told, 0, history, house_name)))
    words = "".join(text.text for page in pages for text in _texts(page)).replace(" ", "")
    for each in told.competences.values():
        if (0, each.id) in told.holdings:
            assert each.name.replace(" ", "") in words
    assert told.day == MONDAY


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå -/", max_size=60), st.sampled_from([40.0, 55.0, 62.0]))
def test_a_head_is_never_wider_than_its_column_and_loses_no_letter(name, width):
    lines = head_lines(name, width, 7.2)
    assert all(text_width(line, 7.2, Weight.SEMIBOLD) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == name.replace("-", "").replace(" ", "")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (36.0, ("Forældre-", "sam-", "arbejde")),
        (44.0, ("Forældre-", "samarbejde")),
        (50.0, ("Forældre-", "samarbejde")),
    ],
)
def test_no_letter_of_a_head_stands_alone(width, lines):
    assert head_lines("Forældresamarbejde", width, 7.2) == lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Medicinhåndtering", ("Medicin-", "håndtering")),
        ("Sprogvurdering", ("Sprog-", "vurdering")),
        ("Forældresamarbejde", ("Forældre-", "samarbejde")),
        ("Videorefleksion", ("Video-", "refleksion")),
        ("Visuel støtte", ("Visuel støtte",)),
        ("Overblik over børnegruppen", ("Overblik over", "børnegruppen")),
    ],
)
def test_a_head_is_broken_where_the_word_is_put_together(name, lines):
    assert head_lines(name, 51.0, 7.2) == lines


@pytest.mark.parametrize("count", range(20, 30))
def test_the_people_stand_on_as_few_pages_as_low_rows_let_them(count):
    pages = lay_out(overview_paper(told := overview(_house(count, 12), HOUSE_NAME)))
    drawings = [shape for page in pages for shape in page.shapes if isinstance(shape, Text)]
    heads = sum(shape.text == "Medarbejder" for shape in drawings)
    assert heads == len(list(_pages(told, _ROW_HEIGHTS[-1])))
