"""The task list and the spread on paper and as spreadsheets. Today is 12 March 2026."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import render_xlsx
from dagleder.tasks.drafts import Origin, PersonDraft, StepDraft
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.reports import Whose, spread_sheet
from dagleder.tasks.states import Mandate, Part
from tests.tasks.make import day


@pytest.fixture
def otto(hire):
    return hire("Otto Kærvig", "P", 1)


@pytest.fixture
def thea(hire):
    return hire("Thea Birkemark", "PA", 2)


@pytest.fixture
def listed(services, tasks, add, otto, thea):
    """Tasks of all sorts; the leader is Lone Myrtoft."""
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Myrtoft"))
    steps = (StepDraft("Gynger"), StepDraft("Hegn"))
    late = add("Legepladseftersyn", due=day("10/3"), steps=steps, people=(PersonDraft(otto),), mandate=Mandate.DECIDE)
    tasks.tick(late, tasks.task(late).steps[0].id)
    tasks.follow_up(late, day("9/3"), "Hvordan går det?")
    both = (PersonDraft(thea), PersonDraft(otto, Part.LEARNER))
    add("Nyhedsbrev", due=day("13/3"), team_id=1, people=both, repeat=Repeat(1, Unit.WEEKS), minutes=90, weekly=True)
    add("Ring til PPR", own=True, origin=Origin("Møde 3. marts"))
    add("Ny koordinator", due=day("1/4"))
    tasks.finish(add("Færdig", people=(PersonDraft(otto),)))
    return tasks


def text_of(paper):
    reader = PdfReader(io.BytesIO(render_pdf(paper)))
    return "\n".join(page.extract_text() for page in reader.pages)


def in_order(text, *parts):
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_a_line_of_a_checklist_has_the_whole_row(listed, add, otto):
    long = "Skriv til forældrerådet om bålpladsen, regnslaget og hvem der har nøglen til skuret"
    add("Sommerfest", steps=(StepDraft(long),), people=(PersonDraft(otto),))
    assert long in text_of(listed.list_paper(Whose("Otto Kærvig", otto))).splitlines()


def test_the_houses_list_has_everything_still_to_be_done_by_deadline(listed):
    text = text_of(listed.list_paper())
    assert in_order(text, "Over fristen", "Legepladseftersyn", "Denne uge", "Nyhedsbrev", "Senere", "Uden frist", "PPR")
    for part in (
        "Otto Kærvig",
        "10. mar · 2 dage over",
        "beslut",
        "Egernet",
        "· hver uge",
        "Ikke fordelt",
        "4 opgaver",
    ):
        assert part in text
    assert "Færdig" not in text


def test_on_paper_the_leader_has_her_name_and_keeps_her_follow_ups_to_herself(listed):
    text = text_of(listed.list_paper())
    assert "Lone Myrtoft" in text
    assert "Dig" not in text
    assert "Følg op" not in text


def test_somebodys_own_list_has_her_part_and_the_lines_to_tick(listed, otto):
    text = text_of(listed.list_paper(Whose("Otto Kærvig", otto)))
    assert in_order(text, "Opgaver · Otto Kærvig", "Legepladseftersyn", "ansvarlig", "Gynger", "Hegn", "lærer med Thea")
    assert "Ny koordinator" not in text
    assert "2 opgaver" in text


def test_the_list_of_a_stue_has_its_tasks(listed):
    text = text_of(listed.list_paper(Whose("Egernet", team_id=1)))
    assert "Nyhedsbrev" in text
    assert "Legepladseftersyn" not in text


def test_the_list_of_one_of_the_staff_on_a_stue_has_what_is_both(listed, otto):
    text = text_of(listed.list_paper(Whose("Otto · Egernet", otto, 1)))
    assert "Nyhedsbrev" in text
    assert "Legepladseftersyn" not in text


def test_what_is_picked_out_is_on_paper_also_what_ended_and_the_paper_says_how(listed, otto):
    done = next(task for task in listed.tasks(ended=True) if task.ended)
    whose = Whose("Otto Kærvig", otto, task_ids=frozenset({done.id}), narrowed="Færdige · “fær”")
    text = text_of(listed.list_paper(whose))
    assert "1 opgave · Færdige · “fær”" in text
    assert "Legepladseftersyn" not in text
    assert list(sheet_of(listed.list_sheet(whose))) == ["Færdig"]


def test_somebodys_paper_tells_with_whom_she_shares_a_task(listed, add, otto, thea):
    add("Fælles", people=(PersonDraft(otto), PersonDraft(thea)))
    assert "ansvarlig med Thea" in " ".join(text_of(listed.list_paper(Whose("Otto Kærvig", otto))).split())


def test_without_tasks_the_paper_says_so(tasks):
    assert "Ingen opgaver lige nu." in text_of(tasks.list_paper())


def sheet_of(sheet):
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx([sheet], title="Opgaver")))
    headings, *rows = book.worksheets[0].values
    return {row[0]: dict(zip(headings, row, strict=True)) for row in rows}


def test_the_spreadsheet_has_a_row_for_each_task_also_those_that_ended(listed):
    rows = sheet_of(listed.list_sheet())
    assert list(rows) == ["Legepladseftersyn", "Nyhedsbrev", "Ny koordinator", "Færdig", "Ring til PPR"]
    letter = rows["Nyhedsbrev"]
    assert (letter["Ansvarlig"], letter["Med i opgaven"]) == ("Thea Birkemark", "Otto Kærvig (lærer med)")
    assert (letter["Timer om ugen"], letter["Timer"], letter["Gentages"]) == (1.5, None, "hver uge")
    assert (rows["Ring til PPR"]["Ansvarlig"], rows["Ring til PPR"]["Kommer fra"]) == ("Lederen", "Møde 3. marts")
    assert (rows["Færdig"]["Status"], rows["Færdig"]["Sluttede"].date()) == ("færdig", day("12/3"))


def test_a_task_is_text_in_a_spreadsheet_whatever_it_begins_with(tasks, add):
    add("=1+1")
    assert list(sheet_of(tasks.list_sheet())) == ["=1+1"]


def test_the_spread_on_paper_has_everybody_by_stue_and_the_roles(listed):
    text = text_of(listed.spread_paper(day("1/1"), day("30/6")))
    assert in_order(text, "Egernet", "Otto Kærvig", "1 åben · 1 færdig", "Ræven", "Thea Birkemark", "Stillinger")
    assert "Lederen selv: 1 åben. Ikke fordelt: 1 åben." in text


def test_the_spread_as_a_spreadsheet_has_a_row_for_each(listed):
    sheet = spread_sheet(listed.spread(day("9/3"), day("15/3")))
    assert sheet.rows == (("Egernet", "Otto Kærvig", 1, 1, 0), ("Ræven", "Thea Birkemark", 1, 0, 0.5))


@pytest.mark.parametrize("teams", [1, 2])
def test_everybody_of_a_big_house_is_on_the_papers(tasks, hire, add, teams):
    for number in range(47):
        who = hire(f"Medarbejder Nummer{number} Langtefternavnsen", "P", 1 + number % teams)
        add(f"En opgave med et langt navn, der fylder mere end en linje {number}", people=(PersonDraft(who),))
    for paper in (tasks.list_paper(), tasks.spread_paper(day("1/1"), day("30/6"))):
        text = text_of(paper)
        assert [number for number in range(47) if not re.search(rf"Nummer{number}\b", text)] == []
