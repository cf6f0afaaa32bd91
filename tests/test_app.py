"""The parts put together: whichever optional one is left out, the rest still works."""

import subprocess
import sys
from datetime import date

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.settings.places import TeamDraft
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft

MONDAY = date(2026, 3, 16)


@pytest.fixture
def house(tmp_path, clock):
    services = app.create_house(tmp_path / "hus.dagleder", name="  Solsikken ", secret=None, clock=clock)
    yield services
    services.close()


def test_a_new_house_has_a_name_each_parts_first_rows_and_no_history(house):
    assert house.settings.house().name == "Solsikken"
    assert len(house.settings.bands()) == 5
    assert house.meetings is not None
    assert house.database.history() == []
    assert house.database.undo_name() is None


@pytest.mark.parametrize("left_out", [*sorted(app.OPTIONAL_PARTS), "every optional part"])
def test_the_rest_works_without_a_part(house, clock, left_out):
    without = app.OPTIONAL_PARTS if left_out == "every optional part" else {left_out}
    services = app.compose(house.database, clock, without=without)
    assert all(getattr(services, name) is None for name in without)
    team = services.settings.add_team(TeamDraft("Egernet"))
    who = services.staff.add(NewEmployeeDraft(EmployeeDraft("Nanna", "Granly", role="P"), 2220, (team,)))
    assert [row.name for row in services.staff.staff_list()] == ["Nanna Granly"]
    assert services.staff.leaving_means(who, MONDAY)
    if services.presence:
        assert services.presence.day(MONDAY).teams[0].present == 1
    if services.guide:
        assert services.guide.state().steps


def test_a_house_that_cannot_be_founded_leaves_no_file(tmp_path, clock, monkeypatch):
    def fail(*_):
        raise UserProblem("Det gik ikke.")

    monkeypatch.setattr(app, "_found", fail)
    with pytest.raises(UserProblem):
        app.create_house(tmp_path / "hus.dagleder", name="", secret=None, clock=clock)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".dagleder"] == []


def test_a_house_without_a_name_gets_one(tmp_path, clock):
    services = app.create_house(tmp_path / "hus.dagleder", name=" ", secret=None, clock=clock)
    assert services.settings.house().name == "Børnehuset"
    services.close()


def test_a_house_opens_again_with_what_was_kept(house, clock):
    house.settings.add_team(TeamDraft("Egernet"))
    path = house.database.path
    house.close()
    again = app.open_house(path, None, clock, read_only=True)
    assert [team.name for team in again.settings.teams()] == ["Egernet"]
    assert again.database.read_only
    again.close()


def test_asking_who_is_there_waits_for_no_part_that_does_not_know(house):
    """The start waits for what the first page asks: what is not asked is not imported."""
    house.close()
    asked = (
        "import sys; from pathlib import Path; from dagleder import app; from dagleder.base.clock import SystemClock;"
        "services = app.open_house(Path(sys.argv[1]), None, SystemClock());"
        "days = services.presence.this_week().days; services.close();"
        "print(len(days), *(name for name in sys.argv[2:] if name in sys.modules))"
    )
    parts = ("meetings.service", "guide.service", "privacy.service", "staff.service", "staff.import_plan")
    unneeded = [f"dagleder.{name}" for name in (*parts, "demo.build", "exchange.paper")] + ["rapidfuzz"]
    place = str(house.database.path)
    done = subprocess.run([sys.executable, "-c", asked, place, *unneeded], capture_output=True, text=True, check=True)
    assert done.stdout == "5\n"
