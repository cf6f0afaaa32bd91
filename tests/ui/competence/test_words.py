"""What a cell says and how it looks, on facts made for the case."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.findings import Level
from dagleder.competence.facts import Holding
from dagleder.competence.levels import Source, Wish
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from tests.competence.make_facts import AID, MEDICIN, TRAS, assessed, competence, facts, goal, wish
from tests.presence.make import MONDAY, person
from ui.competence.cell_detail import course_text
from ui.competence.matrix_content import holders_of, look_of, matrix_content, sum_of
from ui.competence.shown import ALL, Shown
from ui.competence.wording import cell_text
from ui.kit.matrix_values import MatrixCell

KAREN, BO = 1, 2
PEOPLE = (person(KAREN), person(BO))
YESTERDAY, TOMORROW = date(2026, 3, 15), date(2026, 3, 17)


def with_certificate(made):
    """First aid is held or not."""
    return replace(made, competences={**made.competences, AID: competence(AID, certificate=True, months=24)})


@pytest.mark.parametrize(
    ("holding", "words", "look"),
    [
        (Holding(assessed(KAREN, TRAS, 4)), "niveau 4, kan vejlede andre", MatrixCell(4)),
        (Holding(), "ikke vurderet", MatrixCell()),
        (Holding(assessed(KAREN, TRAS, 0)), "niveau 0, ikke endnu", MatrixCell(0)),
        (
            Holding(assessed(KAREN, TRAS, 2, source=Source.SELF)),
            "niveau 2, øver sig, selv",
            MatrixCell(2),
        ),
        (
            Holding(assessed(KAREN, TRAS, 2), assessed(KAREN, TRAS, 3, source=Source.SELF)),
            "niveau 2, øver sig, egen vurdering 3",
            MatrixCell(2, differs=True),
        ),
        (
            Holding(assessed(KAREN, TRAS, 2), assessed(KAREN, TRAS, 2, source=Source.SELF)),
            "niveau 2, øver sig",
            MatrixCell(2),
        ),
        (
            Holding(assessed(KAREN, TRAS, 1), goal=goal(KAREN, TRAS, due=date(2026, 6, 1))),
            "niveau 1, har kendskab, mål: niveau 3 til juni",
            MatrixCell(1, goal=True),
        ),
        (Holding(wish=wish(KAREN, TRAS, Wish.USE)), "ikke vurderet, vil gerne bruge", MatrixCell()),
    ],
)
def test_a_cell_says_what_it_shows(holding, words, look):
    made = replace(facts(PEOPLE), holdings={(KAREN, TRAS): holding})
    assert cell_text(made, KAREN, TRAS) == words
    assert look_of(holding, made.competences[TRAS], made.day, below=False) == look


@pytest.mark.parametrize(
    ("until", "words", "lapsed"),
    [
        (None, "har det", False),
        (TOMORROW, "har det til 17. marts", False),
        (MONDAY, "har det til 16. marts", False),
        (YESTERDAY, "udløb 15. marts", True),
        (date(2028, 3, 9), "har det til 9. marts 2028", False),
    ],
)
def test_a_certificate_says_until_when_and_is_marked_once_it_has_lapsed(until, words, lapsed):
    made = with_certificate(facts(PEOPLE, {(KAREN, AID): 3}, until={(KAREN, AID): until}))
    assert cell_text(made, KAREN, AID) == words
    look = look_of(made.holding(KAREN, AID), made.competences[AID], made.day, below=False)
    assert look == MatrixCell(3, held=True, lapsed=lapsed)


def test_what_is_held_or_not_is_told_without_levels():
    made = with_certificate(facts(PEOPLE, {(KAREN, AID): 0}, targets={(AID, "P"): 3}))
    history = [assessed(KAREN, AID, level, day=date(year, 4, 1)) for year, level in ((2023, 3), (2025, 3), (2026, 0))]
    assert course_text(history, made) == "Forløb: ✓ (apr 2023) → ✓ (apr 2025) → nej (apr)"
    assert cell_text(made, KAREN, AID) == "har det ikke, stillingens mål er at have det"


@pytest.mark.parametrize(
    ("wanted", "levels", "text", "level"),
    [
        ({TRAS: 2}, {(KAREN, TRAS): 3, (BO, TRAS): 4}, "2/2", Level.OK),
        ({TRAS: 3}, {(KAREN, TRAS): 3, (BO, TRAS): 4}, "2/3", Level.SHOULD),
        ({TRAS: 3}, {(KAREN, TRAS): 3, (BO, TRAS): 2}, "1/3", Level.MUST),
        ({TRAS: 1}, {(KAREN, TRAS): 3}, "1/1", Level.MUST),
        ({TRAS: 2}, {}, "0/2", Level.MUST),
        ({}, {(KAREN, TRAS): 3}, "1", None),
        ({(TRAS, Place(site_id=1)): 2}, {(KAREN, TRAS): 3}, "1", Level.MUST),
        ({TRAS: 2, (TRAS, Place(site_id=1)): 3}, {(KAREN, TRAS): 3, (BO, TRAS): 3}, "2/2", Level.SHOULD),
    ],
)
def test_a_sum_is_as_grave_as_what_hangs_on_it(wanted, levels, text, level):
    made = facts(PEOPLE, levels, wanted=wanted)
    told = sum_of(made, made.competences[TRAS], HOUSE, holders_of(made, [made.competences[TRAS]])[TRAS])
    assert (told.text, told.level) == (text, level)


def test_the_matrix_shows_those_in_use_until_all_are_asked_for():
    made = facts(PEOPLE, {(KAREN, TRAS): 3}, wanted={MEDICIN: 1})
    assert [column.key for column in matrix_content(made, Shown()).columns] == [MEDICIN]
    assert [column.key for column in matrix_content(made, Shown(ALL)).columns] == [TRAS, MEDICIN, AID]


def test_only_gaps_are_what_is_thin_or_below_the_target_of_somebody_shown():
    levels = {(KAREN, TRAS): 3, (BO, TRAS): 3, (KAREN, MEDICIN): 1}
    made = facts(PEOPLE, levels, wanted={AID: 2}, targets={(MEDICIN, "P"): 2, (TRAS, "PM"): 4})
    shown = Shown(ALL, only_gaps=True)
    assert [each.id for each in replace(shown, role="P").competences(made)] == [MEDICIN, AID]
    unknown = facts(PEOPLE, {}, wanted={AID: 2}, targets={(MEDICIN, "P"): 2})
    assert [each.id for each in shown.competences(unknown)] == [AID], "what nobody has looked at is no gap"


def test_what_the_house_no_longer_has_is_shown_no_longer():
    made = facts(PEOPLE)
    assert Shown("99", team_id=99, role="DL").fitting(made) == Shown()


def test_a_sum_says_where_there_are_too_few():
    made = facts(PEOPLE, {(KAREN, TRAS): 3, (BO, TRAS): 3}, wanted={TRAS: 2, (TRAS, Place(site_id=1)): 3})
    column = next(iter(matrix_content(made, Shown()).columns))
    assert column.sum is not None
    assert column.sum.words == "2 kan selv, 2 ønsket, for få på Hovedhuset"
    assert column.sum.why == "I alt 2/2, men for få på Hovedhuset."


def test_a_sum_whose_numbers_say_it_needs_no_reason():
    made = facts(PEOPLE, {(KAREN, TRAS): 3}, wanted={TRAS: 2, (TRAS, Place(site_id=1)): 3})
    assert sum_of(made, made.competences[TRAS], HOUSE, holders_of(made, [made.competences[TRAS]])[TRAS]).why == ""


def test_cells_are_worked_out_when_they_come_into_view():
    made = facts(PEOPLE, {(KAREN, TRAS): 3}, wanted={TRAS: 1})
    looks = matrix_content(made, Shown()).looks
    assert (len(looks), list(looks)) == (2, [KAREN, BO])
    assert looks[KAREN] is looks[KAREN]
    assert ("team", 1) not in looks
