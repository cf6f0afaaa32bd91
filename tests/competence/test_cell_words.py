"""What leaders write in the cells of their own sheets."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.competence.cell_words import NOTHING_SAID, CellRead, read_cell
from dagleder.exchange.tables_values import CellValue

TODAY = date(2026, 3, 12)


def read(value: CellValue | None, *, certificate: bool = False) -> CellRead:
    return read_cell(value, certificate=certificate, today=TODAY)


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        *((0, 0), (1, 1), (2.0, 2), (3, 3), (4.0, 4)),
        *(("0", 0), ("1", 1), (" 2 ", 2), ("3,0", 3), ("4.0", 4), ("niveau 3", 3), ("Niv. 2", 2)),
        *(("-", 0), ("–", 0), ("·", 0), ("nej", 0), (False, 0), ("Ikke endnu", 0)),
        *(("kender", 1), ("Har kendskab", 1), ("øver sig", 2), ("ØVER SIG", 2), ("kan selv", 3), ("Kan\u00a0selv", 3)),
        *(("kan lære fra sig", 4), ("Kan vejlede andre", 4)),
    ],
)
def test_a_level_is_read_as_a_number_or_in_words(cell: CellValue, level: int) -> None:
    assert read(cell) == CellRead(level)


@pytest.mark.parametrize("cell", ["x", "X", "ja", "Ja", "✓", True])
def test_a_tick_is_taken_as_able_alone_and_told(cell: CellValue) -> None:
    found = read(cell)
    assert (found.level, found.valid_until) == (3, None)
    assert found.warning.endswith("er læst som 3 (kan selv).")


@pytest.mark.parametrize("cell", [None, "", "  ", "\u200b"])
def test_an_empty_cell_says_nothing(cell: CellValue) -> None:
    assert read(cell) == read(cell, certificate=True) == NOTHING_SAID


@pytest.mark.parametrize("cell", [5, -1, "2-3", "3+", "2,5", 2.5, "?", "måske", date(2028, 3, 31), "31-03-2028"])
def test_what_is_no_level_is_refused_with_a_sentence(cell: CellValue) -> None:
    with pytest.raises(UserProblem, match="er ikke et niveau"):
        read(cell)


@pytest.mark.parametrize("cell", ["ja", "x", "✓", True])
def test_a_certificate_may_be_held_without_a_date_and_that_is_told(cell: CellValue) -> None:
    found = read(cell, certificate=True)
    assert (found.level, found.valid_until) == (3, None)
    assert found.warning.endswith("er læst som har det, uden udløbsdato.")


@pytest.mark.parametrize(
    "cell", [date(2028, 3, 31), datetime(2028, 3, 31, 0, 0), "31-03-2028", "31. marts 2028", 46843]
)
def test_a_date_is_the_last_day_a_certificate_holds(cell: CellValue) -> None:
    assert read(cell, certificate=True) == CellRead(3, date(2028, 3, 31))


@pytest.mark.parametrize("cell", ["til 31-03-2028", "gyldig til 31.3.2028", "Udløber: 31. marts 2028"])
def test_words_before_the_date_are_passed_over(cell: str) -> None:
    assert read(cell, certificate=True) == CellRead(3, date(2028, 3, 31))


def test_a_date_of_two_digits_is_told_as_it_was_taken() -> None:
    assert read("31/3 28", certificate=True) == CellRead(3, date(2028, 3, 31), "“31/3 28” er læst som 31-03-2028.")


@pytest.mark.parametrize("cell", [1, 2, 4, "1", "4,0", "øver sig", "kan lære fra sig", "snart", "2028"])
def test_a_certificate_has_no_levels_between(cell: CellValue) -> None:
    with pytest.raises(UserProblem, match="kan ikke bruges her"):
        read(cell, certificate=True)


@pytest.mark.parametrize(("cell", "level"), [(0, 0), ("-", 0), ("nej", 0), (3, 3), ("3,0", 3), ("kan selv", 3)])
def test_a_certificate_is_held_or_not(cell: CellValue, level: int) -> None:
    assert read(cell, certificate=True) == CellRead(level)


def test_a_lapsed_certificate_without_a_date_is_not_held() -> None:
    assert read("Udløbet", certificate=True).level == 0


def test_a_date_that_does_not_exist_is_refused_with_the_one_that_does() -> None:
    with pytest.raises(UserProblem) as problem:
        read("31-04-2028", certificate=True)
    assert problem.value.suggestion == "30-04-2028"


def test_a_cpr_number_is_never_repeated() -> None:
    for certificate in (False, True):
        with pytest.raises(UserProblem) as problem:
            read("010190-1234", certificate=certificate)
        assert "1234" not in problem.value.sentence


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()))
def test_any_cell_is_read_or_refused(cell: CellValue) -> None:
    for certificate in (False, True):
        with suppress(UserProblem):
            found = read(cell, certificate=certificate)
            assert found.level in ((None, 0, 3) if certificate else (None, 0, 1, 2, 3, 4))
