"""Phones, mail addresses and whole numbers as people write them; CPR numbers are never repeated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import (
    doubt_mail,
    parse_birthday,
    parse_clock,
    parse_hours,
    parse_phone,
    parse_whole,
    phone_text,
)


@pytest.mark.parametrize(
    "value",
    [
        "60883322",
        "60 88 33 22",
        "61\u00a088\u00a033\u00a022".replace("61", "60"),
        "+45 60883322",
        "0045 60 88 33 22",
        "4560883322",
        "60.88.33.22",
        "60-88-33-22",
        "(+45) 60 88 33 22",
        60883322,
        60883322.0,
    ],
)
def test_a_phone_number_is_eight_digits(value):
    assert parse_phone(value) == "60883322"


@given(st.integers(10_000_000, 99_999_999))
def test_a_phone_number_written_by_the_program_is_read_back(number):
    assert parse_phone(phone_text(str(number))) == str(number)


@pytest.mark.parametrize(
    "value", ["", "6088332", "608833221", "+46 70 123 45 67", "60883322 / 20000014", "lokal 12", "00883322"]
)
def test_what_is_no_phone_number_is_refused(value):
    with pytest.raises(UserProblem):
        parse_phone(value)


@pytest.mark.parametrize("parse", [parse_birthday, parse_hours, parse_clock, parse_phone])
@pytest.mark.parametrize("text", ["010190-0000", "0101900000", "010190 0000", "tal 610190-0000"])
def test_no_answer_repeats_a_cpr_number(parse, text):
    with pytest.raises(UserProblem) as problem:
        parse(text)
    assert problem.value.sentence == CPR_SENTENCE


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("karen.u@example.dk", None),
        ("", None),
        ("karen.u@example", "Adressen mangler noget efter @. Den gemmes, som den er."),
        ("karen.u@example.", "Adressen mangler noget efter punktummet. Den gemmes, som den er."),
        ("karen.u", "Adressen mangler et @. Den gemmes, som den er."),
        ("karen u@example.dk", "Adressen har mellemrum. Den gemmes, som den er."),
    ],
)
def test_an_odd_mail_address_is_doubted(address, sentence):
    doubt = doubt_mail(address)
    assert (doubt.sentence if doubt else None) == sentence


def test_a_whole_number_lies_within_its_bounds():
    assert parse_whole(" 8 ", low=1, high=8) == parse_whole(8.0, low=1, high=8) == 8
    for text in ("", "0", "9", "2,5", "to", "-1"):
        with pytest.raises(UserProblem):
            parse_whole(text, low=1, high=8)
