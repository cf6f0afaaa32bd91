"""What is entered about an employee checks itself, whatever is typed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dagleder.base.cpr import CPR_SENTENCE, has_cpr
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, running_text
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, MembershipDraft, NewEmployeeDraft

CPR = "160971-1234"


def refused(draft: EmployeeDraft) -> UserProblem:
    with pytest.raises(UserProblem) as problem:
        draft.checked()
    return problem.value


@pytest.mark.parametrize("field", ["first_name", "last_name", "known_as", "initials", "number", "mail", "phone"])
def test_a_cpr_number_is_refused_in_every_field_but_the_notes(field):
    changes: dict[str, Any] = {field: f"x {CPR}"}
    problem = refused(replace(EmployeeDraft("Nanna"), **changes))
    assert (problem.sentence, problem.field) == (CPR_SENTENCE, field)


def test_a_cpr_number_in_the_notes_never_blocks_saving():
    assert EmployeeDraft("Nanna", notes=f"Nøgle 7. {CPR}").checked().notes == f"Nøgle 7. {CPR}"


@pytest.mark.parametrize(
    ("changes", "field", "sentence", "suggestion"),
    [
        ({"first_name": " \u200b"}, "first_name", "Skriv et navn.", ""),
        ({"first_name": "x" * 101}, "first_name", "højst 100 tegn", ""),
        ({"initials": "ABCDEFGHI"}, "initials", "højst 8 tegn", ""),
        ({"initials": "A B"}, "initials", "uden mellemrum", ""),
        ({"role": "pæd"}, "role", "Vælg en stilling.", ""),
        ({"phone": "1234"}, "phone", "otte cifre", ""),
        ({"birthday": (31, 2)}, "", "er ikke en fødselsdag", ""),
        (
            {"start": date(2024, 6, 1), "end": date(2024, 5, 1)},
            "end",
            "Sidste dag ligger før ansættelsen. Lad feltet stå tomt, eller mente du 01-05-2025?",
            "01-05-2025",
        ),
        ({"start": date(2025, 3, 1), "end": date(2024, 2, 29)}, "end", "28-02-2026", "28-02-2026"),
        ({"notes": "x" * 20_001}, "notes", "20.000 tegn", ""),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(changes, field, sentence, suggestion):
    problem = refused(replace(EmployeeDraft("Nanna"), **changes))
    assert sentence in problem.sentence
    assert (problem.field, suggestion) == (field, suggestion)
    assert suggestion in problem.suggestion


def test_what_is_kept_has_no_needless_blanks_and_phones_are_eight_digits():
    draft = EmployeeDraft(
        "  Nanna\u00a0 ", "Granly\t", initials="ng", phone="+45 20 00 00 14", notes="a  \n\nb\n"
    ).checked()
    assert draft == EmployeeDraft("Nanna", "Granly", initials="NG", phone="20000014", notes="a\n\nb")


def test_an_odd_mail_address_is_a_doubt_and_is_kept():
    draft = EmployeeDraft("Nanna", mail="nanna.example.dk")
    assert draft.checked().mail == "nanna.example.dk"
    assert "mangler et @" in draft.doubts()["mail"].sentence
    assert EmployeeDraft("Nanna", mail="n@example.dk").doubts() == {}


@pytest.mark.parametrize(("hours", "doubted"), [(37, False), (38, True), (0.5, True), (1, False), (None, False)])
def test_over_37_and_under_1_hours_are_a_doubt(hours, doubted):
    draft = HoursDraft(None if hours is None else int(hours * 60))
    draft.check()
    assert (draft.doubt() is not None) is doubted


@pytest.mark.parametrize("minutes", [300 * 60, -60])
def test_hours_there_cannot_be_are_refused(minutes):
    with pytest.raises(UserProblem) as problem:
        NewEmployeeDraft(EmployeeDraft("Nanna"), minutes).checked()
    assert problem.value.field == "hours"
    assert problem.value.sentence.startswith("300 timer om ugen er flere" if minutes > 0 else "Timer kan ikke")
    assert problem.value.suggestion == ("30" if minutes > 0 else "")


def test_a_membership_that_ends_before_it_begins_is_refused():
    with pytest.raises(UserProblem, match="før startdatoen"):
        MembershipDraft(1, date(2026, 2, 1), date(2026, 1, 1)).check()
    with pytest.raises(UserProblem, match="ugedage"):
        MembershipDraft(1, weekdays=frozenset({9})).check()
    assert MembershipDraft(1, weekdays=frozenset({0, 4})).mask == 0b10001


@given(st.text(max_size=250))
def test_any_text_is_kept_as_one_readable_line(text):
    assume(not has_cpr(text))
    kept = line(text, "first_name", longest=1000)  # composed letters may take more room than they came in
    assert kept == line(kept, "first_name", longest=1000)
    assert not has_cpr(kept)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert not any(c in kept for c in "\x00\n\t\u202e")


@given(st.text(max_size=400))
def test_notes_keep_their_lines(text):
    kept = running_text(text, "notes")
    assert kept == running_text(kept, "notes")
    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
