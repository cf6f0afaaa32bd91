"""The ten roles, and what is taken for which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.settings.staff_groups import StaffGroup
from dagleder.staff.roles import ROLES, read_role, role_name, role_short, staff_group


def test_there_are_ten_roles_in_the_order_of_the_role_descriptions():
    assert [role.key for role in ROLES] == ["P", "PA", "PM", "D", "DP", "DPK", "PL", "DL", "E", "V"]
    assert [role.key for role in ROLES if not role.fixed_hours] == ["PL", "DL", "V"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Pæd.", "P"),
        ("pædagog", "P"),
        ("PÆDAGOG", "P"),
        ("paedagog", "P"),
        ("PAU", "PA"),
        ("PA", "PA"),
        ("Pæd. assistent", "PA"),
        ("Pædagogisk assistent", "PA"),
        ("PAU-elev", "E"),
        ("PA-elev", "E"),
        ("pædagogstuderende", "E"),
        ("Medhj.", "PM"),
        ("PMH", "PM"),
        ("pædagogmedhjælper", "PM"),
        ("Dagplejer", "D"),
        ("dagplejepædagog", "DP"),
        ("Dagplejepædagog med koordinerende funktion", "DPK"),
        ("Pædagogisk leder", "PL"),
        ("Klyngeleder", "DL"),
        ("Timevikar", "V"),
        ("Vikar", "V"),
    ],
)
def test_known_ways_to_write_a_role(written, key):
    reading = read_role(written)
    assert reading is not None
    assert (reading.key, reading.guessed) == (key, False)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("pædagogmedhælper", "PM"),
        ("Pædgogisk asistent", "PA"),
        ("pædagok", "P"),
        ("Pædagog (barsel)", "P"),
        ("dagplejr", "D"),
        ("timevikkar", "V"),
    ],
)
def test_a_misspelt_role_is_guessed_and_said_to_be(written, key):
    reading = read_role(written)
    assert reading is not None
    assert (reading.key, reading.guessed) == (key, True)


@pytest.mark.parametrize(
    "written", ["?", "", "Køkken", "Rengøring", "Pedel", "psykolog", "souschef", "PX", "læge", "efter behov"]
)
def test_what_is_no_role_is_not_guessed_at(written):
    assert read_role(written) is None


@given(st.sampled_from(ROLES), st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text}. "]))
def test_every_role_is_known_by_its_key_and_names_in_any_case(role, written):
    for name in (role.key, role.name, role.short, *role.spellings):
        reading = read_role(written(name))
        assert reading is not None
        assert reading.key == role.key


@given(st.text(max_size=40))
def test_any_text_is_a_role_or_none(text):
    reading = read_role(text)
    assert reading is None or role_name(reading.key)


def test_somebody_whose_role_nobody_told_has_a_name_for_it_and_a_group():
    assert role_name("") == "Stilling ikke oplyst"
    assert role_short("") == ""
    assert staff_group("") is StaffGroup.TEMPORARY
    assert staff_group("P") is StaffGroup.PEDAGOGUES
    assert role_short("PM") == "Medhj."
