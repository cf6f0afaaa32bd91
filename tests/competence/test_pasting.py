"""A block from a spreadsheet laid on the matrix: whole, in one step, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.competence.levels import Source
from dagleder.competence.pasting import read_paste
from dagleder.competence.service import CompetenceService
from tests.competence import make_facts
from tests.competence.conftest import TODAY, Assess, Hire
from tests.presence.make import person

Ids = dict[str, int]
COLUMNS = ("tras", "topi", "foerstehjaelp")


@pytest.fixture
def people(hire: Hire) -> list[int]:
    return [hire("Bo Skov"), hire("Eva Lund")]


@pytest.fixture
def columns(ids: Ids) -> list[int]:
    return [ids[key] for key in COLUMNS]


def test_a_block_is_set_in_one_step_and_undone_in_one(
    house: app.Services, competence: CompetenceService, people: list[int], columns: list[int]
) -> None:
    paste = competence.paste("3\tkender\t31-03-2028\r\n-\t\tja\r\n", people, columns)
    facts, (bo, eva) = competence.facts(), people
    assert [[facts.level(who, what) for what in columns] for who in people] == [[3, 1, 3], [0, 0, 3]]
    held = facts.holding(bo, columns[2]).counted
    assert held is not None
    assert (held.day, held.source, held.valid_until) == (TODAY, Source.LEADER, date(2028, 3, 31))
    assert paste.warnings == ("Eva, Førstehjælp: “ja” er læst som har det, uden udløbsdato.",)
    assert house.database.undo_name() == "Indsæt 5 vurderinger"
    house.database.undo()
    assert competence.history(bo) == competence.history(eva) == ()


def test_one_cell_that_cannot_be_used_keeps_the_whole_block_out(
    competence: CompetenceService, people: list[int], columns: list[int]
) -> None:
    with pytest.raises(UserProblem) as problem:
        competence.paste("3\t7\t2\n3\t3\tja", people, columns)
    assert problem.value.sentence == (
        "2 felter kan ikke bruges, så intet er sat ind. "
        "Bo, TOPI: “7” er ikke et niveau. Skriv et tal fra 0 til 4. "
        "Bo, Førstehjælp: “2” kan ikke bruges her. Skriv x, en udløbsdato eller - for nej."
    )
    assert competence.facts().holdings == {}


def test_what_is_known_already_is_left_out_and_an_empty_cell_leaves_what_is_there(
    house: app.Services, competence: CompetenceService, people: list[int], columns: list[int], assess: Assess
) -> None:
    bo = people[0]
    assess(bo, "tras", 3, date(2026, 1, 5))
    assess(bo, "foerstehjaelp", 3, date(2026, 1, 5), valid_until=date(2028, 1, 5))
    steps = len(house.database.history())
    paste = competence.paste("3\t\tx", people, columns)
    assert (paste.drafts, paste.unchanged) == ((), 2)
    assert len(house.database.history()) == steps
    held = competence.facts().holding(bo, columns[2]).counted
    assert held is not None
    assert held.valid_until == date(2028, 1, 5)


def test_a_lapsed_certificate_that_is_held_again_is_news(
    competence: CompetenceService, people: list[int], columns: list[int], assess: Assess
) -> None:
    assess(people[0], "foerstehjaelp", 3, date(2024, 1, 5), valid_until=date(2026, 1, 5))
    assert len(competence.paste("x", people, columns[2:]).drafts) == 1
    assert competence.facts().can_alone(people[0], columns[2])


def test_the_leaders_view_is_news_where_only_her_own_is_known(
    competence: CompetenceService, people: list[int], columns: list[int], assess: Assess
) -> None:
    assess(people[0], "tras", 3, source=Source.SELF)
    assert len(competence.paste("3", people, columns).drafts) == 1


def test_a_note_of_the_same_day_stays_when_the_level_is_pasted(
    competence: CompetenceService, people: list[int], columns: list[int], assess: Assess
) -> None:
    assess(people[0], "tras", 2, note="Set på legepladsen", evidence="Kursus")
    competence.paste("3", people, columns)
    (found,) = competence.history(people[0])
    assert (found.level, found.note, found.evidence) == (3, "Set på legepladsen", "Kursus")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1\n2\n3", "Du har kopieret 3 rækker, og herfra er der 2 medarbejdere."),
        ("1\t2\tx\t4", "Du har kopieret 4 kolonner, og herfra er der 3 kompetencer."),
        ("", "Der er ikke kopieret noget"),
        ("\t\t\r\n", "Der er ikke kopieret noget"),
    ],
)
def test_a_block_that_does_not_fit_is_refused(
    competence: CompetenceService, people: list[int], columns: list[int], text: str, said: str
) -> None:
    with pytest.raises(UserProblem, match=said):
        competence.paste(text, people, columns)


def test_what_is_switched_off_and_whoever_is_gone_meanwhile_is_told_and_the_rest_can_be_set(
    competence: CompetenceService, people: list[int], columns: list[int]
) -> None:
    competence.hide_competence(columns[1])
    with pytest.raises(UserProblem, match=r"^Kompetencen findes ikke længere\."):
        competence.paste("3\t3", people, columns)
    with pytest.raises(UserProblem, match=r"^Medarbejderen findes ikke længere\."):
        competence.paste("3\n3", [people[0], 999], columns)
    assert competence.facts().holdings == {}
    assert len(competence.paste("3\t\tx", [people[0], 999], columns).drafts) == 2


def test_empty_rows_and_columns_around_the_block_are_no_hindrance(
    competence: CompetenceService, people: list[int], columns: list[int]
) -> None:
    competence.paste("\t3\t\t\n2\n\n\n", people, columns)
    facts = competence.facts()
    assert facts.level(people[0], columns[1]) == 3
    assert facts.level(people[1], columns[0]) == 2


@given(st.text(alphabet='0134x\t\n\r"- ja2028-31', max_size=40))
def test_any_text_is_laid_or_refused_and_never_lands_outside(text: str) -> None:
    facts = make_facts.facts([person(2)])
    try:
        paste = read_paste(text, [2], [1, 2], facts)
    except UserProblem:
        return
    assert {draft.pair for draft in paste.drafts} <= {(2, 1), (2, 2)}
