"""What is typed, as it is kept."""

import pytest

from dagleder.base.cpr import has_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.lines import LONGEST_LINE, LONGEST_TEXT, line, plain_line, running_text

HIDDEN = "010203\u200b1234"


def test_a_cpr_number_is_refused_also_with_an_invisible_character_in_it():
    with pytest.raises(UserProblem, match="CPR") as problem:
        line(f"Møde om {HIDDEN}", "title")
    assert problem.value.field == "title"


def test_in_notes_it_is_left_where_it_can_be_seen_and_marked():
    kept = running_text(f"Ring til\nBo, {HIDDEN} \n", "notes")
    assert kept == "Ring til\nBo, 0102031234"
    assert has_cpr(kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Anna \u00a0 Skov\t", "Anna Skov"), ("A\u030ase", "Åse"), ("Bo\x07\u202e", "Bo"), ("\u200b", "")],
)
def test_a_line_is_kept_without_what_cannot_be_seen(typed, kept):
    assert plain_line(typed) == kept


def test_a_line_that_is_missing_or_too_long_is_told():
    with pytest.raises(UserProblem, match="Skriv et navn"):
        line("\u200b", "name", empty="Skriv et navn.")
    with pytest.raises(UserProblem, match="højst 200 tegn") as problem:
        line("x" * (LONGEST_LINE + 1), "name")
    assert problem.value.suggestion == ""  # nobody's words are cut for them
    with pytest.raises(UserProblem, match=r"20\.000"):
        running_text("x" * (LONGEST_TEXT + 1), "notes")
