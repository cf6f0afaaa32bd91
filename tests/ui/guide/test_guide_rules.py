"""The guide's own rules as tables: file names, names split, numbers kept, meetings in series."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.guide.minimum import NeedProposal
from dagleder.settings.places import Band, Team
from dagleder.settings.staffing import Need, NeedRow, Place
from ui.guide.making import file_for
from ui.guide.minimum_rows import PlaceLine, changed, columns, drafts_of, place_lines
from ui.guide.rhythm_groups import chosen, key_of, rhythm_groups
from ui.guide.typed_person import split_name

EGERNET = Team(1, "Egernet", 1, "Hovedhuset", "squirrel", 0, None)
MORNING = Band(7, "Formiddag", "Form", 480, 690)
PROPOSAL = NeedProposal(1, None, 7, 2, 3, 1, "Fordi.")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Solsikken", "Solsikken.dagleder"),
        ("Børnehuset: Sol/Måne?", "Børnehuset Sol Måne.dagleder"),
        ("..", "Mit børnehus.dagleder"),
        ("  ", "Mit børnehus.dagleder"),
        ("å" * 90, "å" * 60 + ".dagleder"),
    ],
)
def test_a_house_gets_a_file_name_every_system_takes(tmp_path, name, file):
    assert file_for(tmp_path, name).name == file


@given(st.text(max_size=80))
def test_a_file_of_a_house_stays_in_its_folder(name):
    assert file_for(Path("huse"), name).parent == Path("huse")


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Anne Sofie Holm", ("Anne Sofie", "Holm")), ("Anne", ("Anne", "")), (" Bo   Skov ", ("Bo", "Skov"))],
)
def test_the_last_word_is_the_last_name(name, parts):
    assert split_name(name) == parts


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_another_minimum_never_asks_for_the_impossible(minimum, more, pedagogues, new):
    need = changed(Need(minimum, minimum + more, min(pedagogues, minimum)), new)
    need.check()
    assert need.minimum == new
    assert need.pedagogues <= new


def test_a_proposal_is_shown_until_the_house_has_numbers_of_its_own():
    (line,) = place_lines([PROPOSAL], [EGERNET], [], [])
    assert (line.own, line.needs, line.reasons) == (False, {7: Need(2, 3, 1)}, ("Fordi.",))
    row = NeedRow(1, Place(team_id=1), 0, 7, Need(4), None)
    (line,) = place_lines([PROPOSAL], [EGERNET], [], [row])
    assert (line.own, line.needs) == (True, {7: Need(4)})


def test_the_whole_day_has_a_column_only_where_a_number_belongs_to_it():
    banded = PlaceLine(Place(team_id=1), "Egernet", {7: Need(1)}, (), own=False)
    whole = PlaceLine(Place(team_id=2), "Ræven", {None: Need(1)}, (), own=False)
    assert [column.name for column in columns([banded], [MORNING])] == ["Formiddag"]
    assert [column.name for column in columns([banded, whole], [MORNING])] == ["Formiddag", "Hele dagen"]


def test_of_her_own_numbers_only_the_changed_ones_are_kept_again():
    own = PlaceLine(Place(team_id=1), "Egernet", {7: Need(2, 3)}, (), own=True)
    assert drafts_of(own, {7: 2}) == []
    assert [draft.need for draft in drafts_of(own, {7: 4})] == [Need(4, 4)]
    proposed = PlaceLine(Place(team_id=1), "Egernet", {7: Need(2, 3)}, (), own=False)
    assert [draft.need for draft in drafts_of(proposed, {7: 2})] == [Need(2, 3)]


def test_the_rhythm_is_told_by_series_with_what_was_moved(demo_services):
    meetings = demo_services.meetings.propose_year(2028)
    groups = rhythm_groups(meetings)
    assert sum(len(group.meetings) for group in groups) == len(meetings)
    moved = [meeting for meeting in meetings if meeting.original_day is not None]
    assert sum(len(group.remarks) for group in groups) == len(moved) > 0
    staff = next(group for group in groups if group.key == "staff-meeting" or group.name == "Personalemøde")
    assert staff.detail.startswith("3. tirsdag")
    assert "17.00–20.00" in staff.detail
    left_out = {key_of(meeting) for meeting in staff.meetings}
    assert len(chosen(meetings, left_out)) == len(meetings) - len(staff.meetings)
    assert all(meeting.day.year == date(2028, 1, 1).year for meeting in meetings)
