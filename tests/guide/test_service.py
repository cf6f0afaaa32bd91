"""The guide on a real house: resumed where it was left, each accepted proposal one step back."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.competence.founding import found as found_catalogue
from dagleder.competence.service import CompetenceService
from dagleder.guide.service import GuideService
from dagleder.guide.steps import Step
from dagleder.meetings.service import MeetingsService
from dagleder.presence.service import PresenceService
from dagleder.privacy.security import SecurityService
from dagleder.settings.founding import found
from dagleder.settings.places import TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.staff.service import StaffService
from dagleder.storage.database import Database


class House:
    def __init__(self, database, clock):
        with database.founding() as session:
            found(session, "Børnehuset Solsikken")
            found_catalogue(session)
        self.database = database
        self.settings = SettingsService(database, clock)
        self.staff = StaffService(database, clock)
        self.security = SecurityService(database, clock, self.settings)
        presence = PresenceService(database, clock)
        self.competence = CompetenceService(database, clock, presence)
        self.meetings = MeetingsService(database, clock, presence)
        self.guide = GuideService(database, clock, self)


@pytest.fixture
def house(database, clock):
    return House(database, clock)


def test_a_new_house_stands_at_the_first_step(house):
    state = house.guide.state()
    assert (state.current, state.finished) == (Step.WELCOME, False)
    assert state.progress == "Trin 1 af 7 · ca. 10 min. tilbage"


def test_it_is_resumed_where_it_was_left(house):
    house.guide.reach(Step.STAFF)
    house.guide.reach(Step.HOUSE)
    assert house.guide.state().current is Step.STAFF
    assert house.guide.state().resume == "Fortsæt opsætning (trin 4 af 7)"
    assert house.guide.state(Step.HOUSE).current is Step.HOUSE


def test_how_far_she_has_come_is_no_step_and_undo_goes_on_around_it(house, clock):
    house.guide.reach(Step.SECURITY)
    renamed = replace(house.settings.house(), name="Solsikken")
    house.settings.save_house(renamed)
    house.guide.reach(Step.TEAMS)
    house.guide.finish()
    assert house.database.undo().name == "Ret institutionens navn"
    assert house.guide.state().finished
    assert house.database.redo().name == "Ret institutionens navn"
    house.database.close()
    house.database = Database.open(house.database.path, clock=clock)
    assert GuideService(house.database, clock, house).progress().finished
    house.database.close()


def test_accepted_lukkedage_are_one_step_and_are_not_proposed_again(house):
    proposals = house.guide.closing_proposals(2026)
    house.guide.accept_closing([proposal for proposal in proposals if proposal.suggested])
    assert [p.name for p in house.guide.closing_proposals(2026)] == ["Sommerlukket, uge 29"]
    assert [step.name for step in house.database.history()] == ["Læg lukkedage"]
    house.database.undo()
    assert house.guide.closing_proposals(2026) == proposals


def employ(house, name, team_id, times=(480, 930)):
    draft = NewEmployeeDraft(EmployeeDraft(name, role="P"), 37 * 60, (team_id,))
    employee_id = house.staff.add(draft)
    if times:
        week = (Shift.between(*times),) * 5 + (None, None)
        house.staff.set_pattern(employee_id, PatternDraft(date(2026, 1, 5), date(2026, 1, 5), (week,)))


def test_the_proposed_minimum_comes_from_who_is_employed_and_is_one_step(house):
    team_id = house.settings.add_team(TeamDraft("Egernet"))
    for name in ("Jonas", "Karen", "Leyla", "Mads"):
        employ(house, name, team_id)
    proposals = house.guide.minimum_proposals()
    assert [(p.minimum, p.wanted, p.pedagogues) for p in proposals] == [
        (1, 1, 0),
        (2, 3, 1),
        (2, 3, 0),
        (1, 2, 0),
        (1, 1, 0),
    ]
    house.guide.accept_minimum(proposals)
    assert "Mindste bemanding mangler for Egernet." not in house.guide.state().missing
    assert house.database.undo().name == "Ret bemanding på Egernet"


def test_who_has_left_or_no_times_is_not_counted_among_those_with_times(house):
    team_id = house.settings.add_team(TeamDraft("Egernet"))
    employ(house, "Jonas", team_id, times=None)
    employ(house, "Karen", team_id)
    house.staff.leave(2, date(2026, 2, 28))
    (line,) = house.guide.minimum_proposals()
    assert (line.band_id, line.minimum) == (None, 1)


def test_the_state_tells_what_the_house_still_lacks(house):
    house.settings.add_team(TeamDraft("Egernet"))
    house.staff.add(NewEmployeeDraft(EmployeeDraft("Ida", role="P")))
    house.staff.add(NewEmployeeDraft(EmployeeDraft("Lone", role="PL")))
    missing = house.guide.state(Step.CALENDAR).missing
    assert "1 medarbejder er uden stue: Ida." in missing
    assert "Mindste bemanding mangler for Egernet." in missing
    assert "Årets møder er ikke lagt." in missing


def test_what_is_chosen_and_not_said_yes_to_is_kept_and_is_no_step(house, clock):
    assert house.guide.choices(Step.TEAMS) == {}
    house.guide.keep_choices(Step.TEAMS, {"1/0": {"day": 4}})
    assert GuideService(house.database, clock, house).choices(Step.TEAMS) == {"1/0": {"day": 4}}
    assert house.guide.choices(Step.CALENDAR) == {}
    assert house.database.undo_name() is None
    house.guide.keep_choices(Step.TEAMS, {})
    assert house.guide.choices(Step.TEAMS) == {}


def test_the_fifteen_that_are_proposed_are_taken_into_use_in_one_step(house):
    employ_many(house)
    proposals = house.guide.competence_proposals()
    assert len(proposals) == 15
    house.guide.accept_competences({each.competence.id: each.wanted for each in proposals})
    assert house.guide.competence_proposals() == ()
    assert {each.key for each in house.competence.facts().in_use()} == {each.competence.key for each in proposals}
    house.database.undo()
    assert house.competence.facts().in_use() == ()


def employ_many(house):
    for number in range(20):
        house.staff.add(NewEmployeeDraft(EmployeeDraft(f"Person{number}", role="P")))
