from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.errors import Bug, UserProblem
from dagleder.base.parsing import Doubt
from ui.kit.fields import Field, Kind, Option, doubted, read, shown

TODAY = date(2026, 3, 12)
ONE = (Option(1, "En"),)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.TEXT, "  Karen \u00a0 Ulvdal ", "Karen Ulvdal"),
        (Kind.MULTILINE, "Nøgle nr. 7.\r\n\n", "Nøgle nr. 7."),
        (Kind.MAIL, " karen@example.dk ", "karen@example.dk"),
        (Kind.PHONE, "+45 20000014", "20000014"),
        (Kind.DATE, "1/9 18", date(2018, 9, 1)),
        (Kind.BIRTHDAY, "16/9 1971", (16, 9)),
        (Kind.CLOCK, "830", 510),
        (Kind.HOURS, "28,5 t", 1710),
        (Kind.NUMBER, "8", 8),
        (Kind.TEXT, "   ", ""),
        (Kind.PHONE, "", ""),
        (Kind.DATE, "", None),
        (Kind.HOURS, " ", None),
    ],
)
def test_a_typed_field_is_read_by_its_kind(kind, text, value):
    assert read(Field("f", "Felt", kind), text, TODAY) == value


@pytest.mark.parametrize(("kind", "raw"), [(Kind.CHECK, True), (Kind.STEPPER, 3)])
def test_what_is_chosen_is_taken_as_it_is(kind, raw):
    assert read(Field("f", "Felt", kind), raw, TODAY) == raw


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)), st.integers(0, 1440))
def test_what_a_field_shows_it_reads_back(day, minutes):
    for kind, value in (
        (Kind.DATE, day),
        (Kind.BIRTHDAY, (day.day, day.month)),
        (Kind.CLOCK, minutes),
        (Kind.HOURS, minutes),
    ):
        field = Field("f", "Felt", kind)
        assert read(field, shown(field, value), TODAY) == value


@pytest.mark.parametrize(
    "field",
    [Field("n", "Navn", required="Skriv et navn."), Field("n", "Stue", Kind.CHOICE, "Skriv et navn.", options=ONE)],
)
def test_a_required_field_says_what_is_missing(field):
    with pytest.raises(UserProblem, match="Skriv et navn") as problem:
        read(field, None if field.kind is Kind.CHOICE else " ", TODAY)
    assert problem.value.field == "n"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MAIL, Kind.PHONE, Kind.DATE, Kind.HOURS])
def test_a_cpr_number_is_refused_in_one_line_and_never_repeated(kind):
    with pytest.raises(UserProblem) as problem:
        read(Field("f", "Felt", kind), "010190-0000", TODAY)
    assert problem.value.sentence == CPR_SENTENCE


def test_a_cpr_number_in_running_text_is_kept():
    assert read(Field("f", "Felt", Kind.MULTILINE), "Nøgle 7. 010190-0000", TODAY) == "Nøgle 7. 010190-0000"


def test_a_field_may_bring_its_own_reading_and_doubts():
    field = Field("f", "Felt", parse=str.upper, format=str.lower, doubt=lambda value: Doubt(f"{value}?"))
    assert read(field, "ng", TODAY) == "NG"
    assert shown(field, "NG") == "ng"
    assert doubted(field, "NG") == Doubt("NG?")
    assert doubted(field, "") is None


def test_an_odd_mail_address_is_doubted_and_nothing_else_by_itself():
    assert doubted(Field("f", "E-mail", Kind.MAIL), "karen.u@example") is not None
    assert doubted(Field("f", "Navn"), "karen.u@example") is None


@pytest.mark.parametrize(
    "wrong", [{"span": 0}, {"span": 13}, {"kind": Kind.CHOICE}, {"kind": Kind.TEXT, "options": ONE}]
)
def test_a_field_that_cannot_be_shown_is_a_bug(wrong):
    with pytest.raises(Bug):
        Field("f", "Felt", **wrong)
