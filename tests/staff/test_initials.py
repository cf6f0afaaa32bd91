import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.staff.initials import MAX_LETTERS, FreeInitials, suggest_initials
from dagleder.staff.people import distinct_names


@pytest.mark.parametrize(
    ("first", "last", "taken", "suggested"),
    [
        ("Nanna", "Granly", [], "NG"),
        ("Nanna", "Granly", ["NG"], "NGR"),
        ("Nanna", "Granly", ["ng", "NGR", "NGRA", "NGRAN"], "NAG"),
        ("Åse", "Hedelund", [], "ÅH"),
        ("Ivan", "de-Waal", [], "ID"),
        ("Agnete", "", [], "AG"),
        ("Agnete", "", ["AG"], "AGN"),
        ("Bo", "Li", ["BL", "BLI", "BOL"], "BL2"),
        ("7", "", [], "X"),
        ("7", "", ["X"], "X2"),
    ],
)
def test_initials_are_suggested_from_the_name(first, last, taken, suggested):
    assert suggest_initials(first, last, taken) == suggested


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=60))
def test_suggestions_are_unique_whatever_people_are_called(names):
    taken: list[str] = []
    for first, last in names:
        initials = suggest_initials(first, last, taken)
        assert initials.casefold() not in {other.casefold() for other in taken}
        assert initials
        taken.append(initials)


def test_a_thousand_of_the_same_name_each_get_their_own():
    free = FreeInitials(["PE"])
    given_out = set()
    for _ in range(1000):
        initials = free.suggest("Person", "Et")
        free.take(initials)
        given_out.add(initials)
    assert len(given_out) == 1000
    assert "PE" not in given_out
    assert max(map(len, given_out)) <= MAX_LETTERS


@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_a_first_suggestion_is_short(first, last):
    assert len(suggest_initials(first, last, [])) <= MAX_LETTERS


def test_two_of_one_name_are_told_apart_and_a_particle_is_nobodys_initial():
    staff = [
        (1, "Ivan", "Skov", ""),
        (2, "Ivan", "de-Waal", ""),
        (3, "Ivan", "van der Berg", ""),
        (4, "Ida", "Lund", ""),
    ]
    assert distinct_names(staff) == {1: "Ivan S.", 2: "Ivan de-Waal", 3: "Ivan van der Berg", 4: "Ida"}
