from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.cpr import cpr_spans, has_cpr, without_cpr

BIRTHS = st.dates(date(1900, 1, 1), date(2057, 12, 31))
SEPARATORS = st.sampled_from(["", "-", " ", "\u00a0", "\u2011", "\u2013"])
NUMBERS = st.builds(
    lambda birth, plus, separator, last: f"{birth.day + plus:02d}{birth:%m%y}{separator}{last:04d}",
    BIRTHS,
    st.sampled_from([0, 60]),
    SEPARATORS,
    st.integers(0, 9999),
)
PLAIN = st.text(st.characters(exclude_categories=["Nd"], exclude_characters="+"))


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "610190-1234",
        "290200-1234",
        "290224-1234",
        "CPR: 311299-0000.",
        "+45 er landekoden, 010190-1234 ikke",
        "(010190\u20131234)",
        "a010190-1234b",
    ],
)
def test_a_cpr_number_is_found(text):
    assert has_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20000014",
        "320190-1234",
        "011390-1234",
        "290201-1234",
        "000190-1234",
        "600190-1234",
        "920190-1234",
        "010190-123",
        "010190-12345",
        "9010190-1234",
        "010190--1234",
        "010190  1234",
        "010190/1234",
        "+45 0101901234",
        "+450101901234",
        "(+45) 0101901234",
        "+45  010190-1234",
        "0045-0101901234",
        "12-03-2026",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not has_cpr(text)


@given(PLAIN, NUMBERS, PLAIN)
def test_a_number_is_found_where_it_stands_in_any_text(before, number, after):
    assert cpr_spans(before + number + after) == [(len(before), len(before) + len(number))]


@given(st.lists(st.one_of(NUMBERS, PLAIN, st.text("0123456789-+ "))).map(" ".join))
def test_nothing_is_left_when_the_numbers_are_taken_out(text):
    assert not has_cpr(without_cpr(text))
    assert not has_cpr(without_cpr(text, "…"))


@given(PLAIN)
def test_text_without_a_number_stays_as_it_is(text):
    assert without_cpr(text, "x") == text


def test_each_number_is_replaced_by_the_stand_in():
    assert without_cpr("Bo 010190-1234 og Ib 0202911234", "(nummer)") == "Bo (nummer) og Ib (nummer)"
