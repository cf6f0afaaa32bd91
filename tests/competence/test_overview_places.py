"""The overview on paper and as a sheet tells what the page puts first, and draws no column nobody is assessed in."""

from dataclasses import replace

from dagleder.competence.overview import EVERYTHING, overview
from dagleder.competence.reports_overview import overview_paper, overview_sheet, totals_sheet
from dagleder.exchange.drawing import Text
from dagleder.exchange.paper_layout import lay_out
from dagleder.settings.staffing import Place
from tests.competence.make_facts import AID, TRAS, competence, facts
from tests.presence.make import BEE, BUG, FOREST, OWL, person

SITE, STUE = Place(site_id=FOREST), Place(team_id=BEE)
STAFF = [person(number, teams=((BUG, BEE, OWL)[number % 3],)) for number in range(6)]
TOLD = facts(
    STAFF,
    {(0, AID): 3, (3, AID): 3, (1, AID): 3, **{(who, TRAS): 3 for who in range(6)}},
    wanted={AID: 3, (AID, SITE): 1, (AID, STUE): 2, TRAS: 2},
    sites=2,
)


def words(document):
    return " ".join(shape.text for page in lay_out(document) for shape in page.shapes if isinstance(shape, Text))


def test_what_is_thin_on_a_matrikel_or_a_stue_stands_on_the_paper_of_the_house():
    said = words(overview_paper(overview(TOLD, "Solsikken")))
    assert f"Førstehjælp på Skovhuset (ingen), Førstehjælp på Humlebien ({TOLD.people[1].name})" in said


def test_the_paper_of_a_stue_tells_its_own_only():
    said = words(overview_paper(overview(TOLD, "Solsikken", BEE)))
    assert f"Førstehjælp ({TOLD.people[1].name})" in said
    assert "Skovhuset" not in said


def test_the_sheet_has_a_row_for_each_place_with_a_number():
    assert totals_sheet(overview(TOLD, "Solsikken")).rows == (
        ("TRAS", "Hele huset", 6, 2, None),
        ("Førstehjælp", "Hele huset", 3, 3, None),
        ("Førstehjælp", "Skovhuset", 0, 1, "ja"),
        ("Førstehjælp", "Humlebien", 1, 2, "ja"),
    )


def test_of_the_whole_catalogue_what_nobody_is_assessed_in_is_told_and_not_drawn():
    more = {number: competence(number, name=f"Ledelse {number}") for number in range(10, 40)}
    told = replace(TOLD, competences={**TOLD.competences, **more})
    whole = overview(told, "Solsikken", columns=EVERYTHING)
    paper = overview_paper(whole)
    assert len(lay_out(paper)) == 1
    assert "Ingen er vurderet i Medicinhåndtering, Ledelse 10, " in words(paper)
    assert words(paper).count("Ledelse 10") == 1
    assert len(overview_sheet(whole).headings) == 3 + len(told.competences)


def test_before_anybody_is_assessed_the_whole_catalogue_is_drawn_to_be_filled_in():
    said = words(overview_paper(overview(facts(STAFF), "Solsikken", columns=EVERYTHING)))
    assert "TRAS" in said
    assert "Ingen er vurderet i" not in said
