from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.cpr import CPR_SENTENCE
from dagleder.base.errors import Bug, UserProblem
from dagleder.base.parsing import Doubt
from ui.kit.fields import Field, FieldKind, Option, doubted, read, shown

TODAY = date(2026, 3, 12)
ONE = (Option(1, "En"),)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldKind.TEXT, "  Karen \u00a0 Ulvdal ", "Karen Ulvdal"),
        (FieldKind.MULTILINE, "Nøgle nr. 7.\r\n\n", "Nøgle nr. 7."),
        (FieldKind.MAIL, " karen@example.dk ", "karen@example.dk"),
        (FieldKind.PHONE, "+45 20000014", "20000014"),
        (FieldKind.DATE, "1/9 18", date(2018, 9, 1)),
        (FieldKind.BIRTHDAY, "16/9 1971", (16, 9)),
        (FieldKind.CLOCK, "830", 510),
        (FieldKind.HOURS, "28,5 t", 1710),
        (FieldKind.NUMBER, "8", 8),
        (FieldKind.TEXT, "   ", ""),
        (FieldKind.PHONE, "", ""),
        (FieldKind.DATE, "", None),
        (FieldKind.HOURS, " ", None),
    ],
)
def test_a_typed_field_is_read_by_its_kind(kind, text, value):
    assert read(Field("f", "Felt", kind), text, TODAY) == value


@pytest.mark.parametrize(("kind", "raw"), [(FieldKind.CHECK, True), (FieldKind.STEPPER, 3)])
def test_what_is_chosen_is_taken_as_it_is(kind, raw):
    assert read(Field("f", "Felt", kind), raw, TODAY) == raw


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)), st.integers(0, 1440))
def test_what_a_field_shows_it_reads_back(day, minutes):
    for kind, value in (
        (FieldKind.DATE, day),
        (FieldKind.BIRTHDAY, (day.day, day.month)),
        (FieldKind.CLOCK, minutes),
        (FieldKind.HOURS, minutes),
    ):
        field = Field("f", "Felt", kind)
        assert read(field, shown(field, value), TODAY) == value


@pytest.mark.parametrize(
    "field",
    [
        Field("n", "Navn", required="Skriv et navn."),
        Field("n", "Stue", FieldKind.CHOICE, "Skriv et navn.", options=ONE),
    ],
)
def test_a_required_field_says_what_is_missing(field):
    with pytest.raises(UserProblem, match="Skriv et navn") as problem:
        read(field, None if field.kind is FieldKind.CHOICE else " ", TODAY)
    assert problem.value.field == "n"


@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.MAIL, FieldKind.PHONE, FieldKind.DATE, FieldKind.HOURS])
def test_a_cpr_number_is_refused_in_one_line_and_never_repeated(kind):
    with pytest.raises(UserProblem) as problem:
        read(Field("f", "Felt", kind), "010190-0000", TODAY)
    assert problem.value.sentence == CPR_SENTENCE


def test_a_cpr_number_in_running_text_is_kept():
    assert read(Field("f", "Felt", FieldKind.MULTILINE), "Nøgle 7. 010190-0000", TODAY) == "Nøgle 7. 010190-0000"


def test_a_field_may_bring_its_own_reading_and_doubts():
    field = Field("f", "Felt", parse=str.upper, format=str.lower, doubt=lambda value: Doubt(f"{value}?"))
    assert read(field, "ng", TODAY) == "NG"
    assert shown(field, "NG") == "ng"
    assert doubted(field, "NG") == Doubt("NG?")
    assert doubted(field, "") is None


def test_an_odd_mail_address_is_doubted_and_nothing_else_by_itself():
    assert doubted(Field("f", "E-mail", FieldKind.MAIL), "karen.u@example") is not None
    assert doubted(Field("f", "Navn"), "karen.u@example") is None


@pytest.mark.parametrize(
    "wrong", [{"span": 0}, {"span": 13}, {"kind": FieldKind.CHOICE}, {"kind": FieldKind.TEXT, "options": ONE}]
)
def test_a_field_that_cannot_be_shown_is_a_bug(wrong):
    with pytest.raises(Bug):
        Field("f", "Felt", **wrong)
