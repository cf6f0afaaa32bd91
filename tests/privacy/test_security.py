"""Password, nøgleark and second place, on a real file."""

from datetime import date

import pytest

from dagleder.base.errors import Bug, UserProblem
from dagleder.privacy.security import SHORTEST, SecurityService, checked_password
from dagleder.storage.database import Database
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Password, RecoveryKey

LONG = "sol sommer solsikke"


@pytest.fixture
def security(house, clock):
    return SecurityService(house.database, clock, house.settings)


@pytest.mark.parametrize(
    ("text", "repeated", "field"),
    [("", "", "password"), ("a" * (SHORTEST - 1), "a" * (SHORTEST - 1), "password"), (LONG, LONG + " ", "repeated")],
)
def test_a_password_that_cannot_be_used_says_why_at_its_field(text, repeated, field):
    with pytest.raises(UserProblem) as problem:
        checked_password(text, repeated)
    assert problem.value.field == field


def test_a_refused_password_changes_nothing(security, house):
    with pytest.raises(UserProblem):
        security.set_password("kort", "kort")
    assert not security.protected
    assert house.database.undo_name() == "Giv opgaver"


def test_a_password_is_needed_once_it_is_set_and_not_once_it_is_removed(security, house, clock):
    security.set_password(LONG, LONG)
    assert security.protected
    with pytest.raises(WrongSecret):
        Database.open(house.database.path, secret=Password("en helt anden kode"), clock=clock, read_only=True)
    security.remove_password()
    assert not security.protected
    Database.open(house.database.path, clock=clock, read_only=True).close()


def test_the_sheet_opens_the_house_and_is_void_after_the_next_change(security, house, clock):
    security.set_password(LONG, LONG)
    sheet = security.key_sheet()
    printed = " ".join(run.text for block in sheet.blocks for line in getattr(block, "lines", ()) for run in line)
    assert security.sheet_tried_on is None
    security.try_sheet(printed)
    assert security.sheet_tried_on == clock.today()
    security.note_sheet_printed()
    assert security.sheet_printed_on == clock.today()
    Database.open(house.database.path, secret=RecoveryKey(printed), clock=clock, read_only=True).close()
    security.set_password(LONG + "!", LONG + "!")
    assert security.sheet_printed_on is None
    assert security.sheet_tried_on is None
    with pytest.raises(WrongSecret):
        security.try_sheet(printed)


def test_no_undo_makes_a_void_sheet_pass_for_printed(security, house, clock):
    security.set_password(LONG, LONG)
    security.note_sheet_printed()
    newest = house.database.undo_name()
    security.set_password(LONG + "!", LONG + "!")
    assert house.database.undo_name() == newest  # neither printing nor the change is a step
    house.database.undo()
    assert security.sheet_printed_on is None
    security.note_sheet_printed()
    house.database.redo()
    assert security.sheet_printed_on == clock.today()
    security.remove_password()
    assert security.sheet_printed_on is None


def test_a_mistyped_sheet_is_told_from_a_wrong_one(security):
    security.set_password(LONG, LONG)
    with pytest.raises(UserProblem, match="læst eller skrevet forkert"):
        security.try_sheet("ABCDE-FGHJK")


def test_the_second_place_must_be_there(security, house, tmp_path):
    security.choose_second_place(str(tmp_path))
    assert house.settings.house().backup_place == str(tmp_path)
    with pytest.raises(UserProblem, match="findes ikke"):
        security.choose_second_place(str(tmp_path / "nowhere"))
    security.choose_second_place("")
    assert house.settings.house().backup_place == ""


def test_the_kommunes_yes_is_noted_with_its_date(security, house):
    security.note_permission(date(2026, 3, 10))
    assert house.settings.house().data_permission_on == date(2026, 3, 10)
    assert house.database.undo_name() == "Notér kommunens tilladelse"
    with pytest.raises(UserProblem):
        security.note_permission(date(2026, 3, 13))


def test_without_a_password_there_is_no_sheet(security):
    with pytest.raises(Bug):
        security.key_sheet()
