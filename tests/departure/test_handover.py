"""The hand-over plan as paper, spreadsheet and answer on the command line."""

import json
from argparse import Namespace
from io import BytesIO

import pytest
from pypdf import PdfReader

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.departure.commands import departure, export_handover
from dagleder.departure.orphans import Departure, Line, Section, section, some_names
from dagleder.departure.reports import handover_paper
from dagleder.exchange.pdf import render_pdf
from tests.departure.conftest import TODAY

EMPTY = Departure(1, "Bo Skov", "Bo", TODAY, agreed=False, sections=(Section("tasks", "Opgaver", ()),))


def text_of(paper):
    pages = PdfReader(BytesIO(render_pdf(paper))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def service(demo_services):
    return demo_services.departure


def test_the_paper_has_everything_with_a_box_and_room_for_a_name(service, karen):
    found, text = service.would_leave(karen), text_of(service.handover_paper(karen))
    lines = [line for each in found.filled for line in each.lines]
    assert text.count("□") == sum(bool(line.successor) for line in lines) < len(lines)
    assert "Gives til" in text
    assert "Hvis Karen stopper 12. marts 2026 · 14 ting" in text
    assert all(each.title in text for each in found.filled)
    assert "fortroligt" in text


def test_of_an_agreed_last_day_the_paper_says_so(demo_services, service, karen):
    demo_services.staff.leave(karen, TODAY)
    assert "Sidste dag 12. marts 2026" in text_of(service.handover_paper(karen))


def test_the_gravest_section_stands_first_and_empty_ones_not_at_all(service, karen):
    titles = [each.title for each in service.would_leave(karen).filled]
    assert titles[0] == "Kompetencer"
    assert titles[-1] == "Planlagt fravær, udlån og vikar"
    assert "Møder" not in titles


def test_where_nothing_is_left_the_paper_says_so():
    assert "Intet ville stå uden ejer." in text_of(handover_paper(EMPTY, "Solsikken", TODAY))


def test_the_sheet_has_a_row_a_thing_with_real_dates(service, karen):
    sheet, found = service.handover_sheet(karen), service.would_leave(karen)
    assert len(sheet.rows) == found.count
    assert sheet.rows[0][:4] == (
        "Kompetencer",
        "TRAS",
        "Ingen andre kan det alene. Behov: 3.",
        "ingen endnu. På vej: Cecilie, Nanna, Amalie og 6 til",
    )
    assert {row[5] for row in sheet.rows} >= {TODAY}


def test_the_answer_is_as_scripts_rely_on(service):
    value = json.loads(json.dumps(departure(service, Namespace(employee="KU", date=None)).value))
    assert (value["employee"], value["date"]) == ("Karen Ulvdal", "2026-03-12")
    assert [each["key"] for each in value["sections"]] == [
        *("competences", "functions", "guidance", "roles", "tasks", "partners", "series", "meetings"),
        *("coverage", "planned"),
    ]
    assert set(value["sections"][0]["lines"][0]) == {"what", "detail", "successor"}


def test_in_words_it_says_who_could_take_over(service):
    answer = departure(service, Namespace(employee="Karen Ulvdal", date=TODAY))
    assert answer.lines[0] == "Karen Ulvdal: Hvis Karen stopper 12. marts 2026 · 14 ting"
    assert any("Kan tage over: ingen endnu. På vej: Nanna." in each for each in answer.lines)
    assert any("Kan tage over: ingen endnu. På vej: Cecilie, Nanna, Amalie og 6 til." in each for each in answer.lines)


def test_somebody_nobody_knows_is_a_problem(service):
    with pytest.raises(UserProblem, match="Ingen medarbejder"):
        departure(service, Namespace(employee="Nobody", date=None))


@pytest.mark.parametrize(("ending", "magic"), [("pdf", b"%PDF"), ("xlsx", b"PK")])
def test_the_plan_is_written_in_the_kind_of_its_ending(service, tmp_path, ending, magic):
    out = tmp_path / f"overdragelse.{ending}"
    export_handover(service, Namespace(employee="KU", date=None, out=out))
    assert out.read_bytes().startswith(magic)


def test_another_ending_is_refused(service, tmp_path):
    with pytest.raises(UserProblem, match="skal ende på"):
        export_handover(service, Namespace(employee="KU", date=None, out=tmp_path / "plan.docx"))


def test_lines_stand_gravest_first_and_alike_ones_as_they_came():
    found = section("x", "X", [Line(str(n), "", "", level) for n, level in enumerate([Level.INFO, Level.MUST] * 2)])
    assert [each.what for each in found.lines] == ["1", "3", "0", "2"]
    assert found.level is Level.MUST


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["Bo"], "Bo"), (["Bo", "Ida", "Pia"], "Bo, Ida og Pia"), (list("abcde"), "a, b, c og 2 til")],
)
def test_at_most_three_names_are_said(names, said):
    assert some_names(names) == said
