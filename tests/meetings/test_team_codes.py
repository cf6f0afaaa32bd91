"""Two letters for each stue: known by its name, and never the same for two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.meetings.team_codes import team_codes


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("Mariehønen", "Humlebien"), ("Ma", "Hu")),
        (("Regnbuestuen Øst", "Regnbuestuen Vest"), ("RØ", "RV")),
        (("Skovtrolden", "Skovuglen", "Stjernen"), ("Sr", "Su", "St")),
        (("Spiren", "Spiren"), ("Sp", "Si")),
        (("A", "a 2", "?!"), ("A", "A2", "?")),
    ],
)
def test_what_a_stue_is_called_in_a_narrow_field(names, codes):
    assert tuple(team_codes(dict(enumerate(names))).values()) == codes


@given(st.lists(st.text(max_size=8), max_size=40))
def test_no_two_stuer_have_the_same_code(names):
    codes = team_codes(dict(enumerate(names)))
    assert len(set(codes.values())) == len(names)
    assert all(codes.values())
