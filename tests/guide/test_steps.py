"""The guide's steps: order, what is missing, how long is left."""

from datetime import date

import pytest

from dagleder.guide.steps import GuideFacts, State, Step, guide_state, progress_text

COMPLETE = GuideFacts(
    reached=Step.CALENDAR,
    house_name="Børnehuset Solsikken",
    sites=1,
    protected=True,
    permission_on=date(2026, 3, 1),
    recovery_printed_on=date(2026, 3, 1),
    people=24,
    teams=("Egernet",),
    competences_in_use=15,
    closing_days=7,
    meetings=80,
)


def test_security_stands_before_the_staff_are_read_in():
    assert Step.HOUSE < Step.SECURITY < Step.STAFF < Step.TEAMS < Step.COMPETENCES < Step.CALENDAR


def test_before_there_is_a_house_the_guide_stands_at_its_first_step():
    state = guide_state(GuideFacts())
    assert state.current is Step.WELCOME
    assert [view.state for view in state.steps] == [State.CURRENT] + [State.AHEAD] * 6
    assert state.resume == "Fortsæt opsætning (trin 1 af 7)"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (Step.WELCOME, "Trin 1 af 7 · ca. 10 min. tilbage"),
        (Step.SECURITY, "Trin 3 af 7 · ca. 7 min. tilbage"),
        (Step.CALENDAR, "Trin 7 af 7 · ca. 1 min. tilbage"),
    ],
)
def test_progress_tells_the_step_and_the_minutes_left(step, text):
    assert progress_text(step) == text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"house_name": ""}, "Institutionen mangler et navn."),
        ({"sites": 0}, "Der er ingen matrikel endnu."),
        ({"recovery_printed_on": None}, "Nøglearket er ikke skrevet ud."),
        ({"permission_on": None}, "Kommunens ja til at have oplysninger om personalet her er ikke noteret."),
        ({"people": 0}, "Der er ingen medarbejdere endnu."),
        ({"without_team": ("Ida", "Otto")}, "2 medarbejdere er uden stue: Ida og Otto."),
        ({"teams": ()}, "Der er ingen stuer endnu."),
        ({"teams_without_minimum": ("Egernet",)}, "Mindste bemanding mangler for Egernet."),
        ({"competences_in_use": 0}, "Der er ikke valgt kompetencer at holde øje med."),
        ({"closing_days": 0}, "Der er ingen lukkedage endnu."),
        ({"meetings": 0}, "Årets møder er ikke lagt."),
        ({"protected": False, "reached": Step.SECURITY}, "Vælg, om filen skal have en adgangskode."),
    ],
)
def test_what_is_missing_is_one_sentence(changed, sentence):
    assert guide_state(GuideFacts(**{**COMPLETE.__dict__, **changed})).missing == (sentence,)


def test_leaving_the_password_out_is_a_choice_and_not_missing_afterwards():
    chosen = GuideFacts(**{**COMPLETE.__dict__, "protected": False, "recovery_printed_on": None})
    assert guide_state(chosen).missing == ()


def test_a_step_passed_without_what_it_asks_for_is_not_done():
    state = guide_state(GuideFacts(**{**COMPLETE.__dict__, "people": 0}))
    states = {view.step: view.state for view in state.steps}
    assert states[Step.HOUSE] is State.DONE
    assert states[Step.STAFF] is State.AHEAD
    assert states[Step.CALENDAR] is State.CURRENT


def test_a_finished_guide_has_nothing_to_resume():
    assert guide_state(GuideFacts(finished=True)).resume == ""
