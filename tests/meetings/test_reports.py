"""The papers: what stands on them, on how many pages, and that nothing leaves its place."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from dagleder.exchange.drawing import Anchor, Hatch, Rect, Text
from dagleder.exchange.fonts import text_width
from dagleder.exchange.paper import A4_LANDSCAPE
from dagleder.exchange.paper_layout import lay_out
from dagleder.exchange.pdf import render_pdf
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.meeting import Guest
from dagleder.meetings.plan_year import AUGUST, PlanYear
from dagleder.meetings.reports import list_report, year_report
from dagleder.meetings.year_drawing import HEAD, TOP
from dagleder.meetings.year_field import ROW
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.places import TeamDraft
from tests.meetings.make import day

YEAR = PlanYear(2026)
LONG = "den store blå vuggestue ved åens udspring"


def _texts(page):
    return [shape for shape in page.shapes if isinstance(shape, Text)]


def _words(document):
    return [text.text for page in lay_out(document) for text in _texts(page)]


def _said(document):
    """All of it as one text, however it was broken."""
    return " ".join(" ".join(_words(document)).split())


def _inside(page, side):
    for text in _texts(page):
        wide = text_width(text.text, text.size, text.weight)
        left = text.x - {Anchor.START: 0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
        assert side - 0.5 <= left, text
        assert left + wide <= page.width - side + 0.5, text
        assert 0 < text.y < page.height


def _field(page, month, number):
    """The texts in the field of a day, line by line."""
    column = A4_LANDSCAPE.content_width / 12
    left, top = A4_LANDSCAPE.side + (month - 1) * column, A4_LANDSCAPE.top + TOP + HEAD + (number - 1) * ROW
    inside = [t for t in _texts(page) if left <= t.x <= left + column and top <= t.y <= top + ROW]
    return [t.text for t in sorted(inside, key=lambda t: (t.y > top + 11, t.x))]


@pytest.fixture
def laid(service, services):
    services.settings.save_house(replace(services.settings.house(), leader_name="Lone Myrtoft"))
    services.settings.add_closing_days(ClosingDraft(day("13/7"), day("17/7"), "Lukkeuge"))
    service.plan_year(2026)
    return service


@pytest.fixture
def sheet(laid):
    (page,) = lay_out(year_report(laid.plan(YEAR)))
    return page


@pytest.mark.parametrize(
    ("month", "number", "said"),
    [
        (1, 1, ["1", "t", "Nytårsdag"]),
        (1, 5, ["5", "m", "2"]),  # the week's number
        (1, 20, ["20", "t", "P", "17.00"]),
        (4, 6, ["6", "m", "2. påskedag"]),
        (1, 7, ["7", "o", "S", "12.30", "Ma"]),
        (4, 9, ["9", "t", "M", "9.00", "Pæ", "13.00"]),  # moved there from skærtorsdag
        (5, 14, ["14", "t", "Kr. himmelf."]),
        (5, 15, ["15", "f", "D", "9.00?"]),  # a proposal
        (6, 5, ["5", "f", "Lukket"]),
        (7, 13, ["13", "m", "Lukkeuge"]),
        (12, 28, ["28", "m", "53"]),
    ],
)
def test_the_field_of_a_day(sheet, month, number, said):
    assert _field(sheet, month, number) == said


def test_the_whole_year_is_one_page_and_nothing_leaves_it(sheet):
    _inside(sheet, A4_LANDSCAPE.side)
    days = [t.text for t in _texts(sheet) if t.text.isdigit() and t.anchor is Anchor.END]
    assert len(days) >= 365
    assert "? = forslag" in {t.text for t in _texts(sheet)}
    assert {shape.stroke for shape in sheet.shapes if isinstance(shape, Hatch)} == {"#D5DCDE"}


def test_few_kinds_stand_beside_the_title_with_their_times(service, kind):
    service.add(MeetingDraft(kind["personalemoede"], day("17/3"), Times(1020, 1200)))
    for start in (600, 660):
        service.add(MeetingDraft(kind["ledermoede"], day("24/3"), Times(start, start + 60)))
    (page,) = lay_out(year_report(service.plan(YEAR)))
    _inside(page, A4_LANDSCAPE.side)
    said = {t.text for t in _texts(page)}
    assert {"Personalemøde", "kl. 17.00–20.00", "Ledermøde", "forskellige tider"} <= said


def test_closed_days_are_striped_and_weekends_are_grey(sheet):
    column = A4_LANDSCAPE.content_width / 12
    july = A4_LANDSCAPE.side + 6 * column
    striped = [s for s in sheet.shapes if isinstance(s, Hatch) and s.x == pytest.approx(july)]
    grey = [s for s in sheet.shapes if isinstance(s, Rect) and s.fill == "#E2E8E9" and s.x == pytest.approx(july)]
    assert (len(striped), len(grey)) == (5, 8)


def test_below_stand_the_rule_and_its_exceptions(laid):
    february = next(m for m in laid.meetings() if m.title == "Personalemøde" and m.day.month == 2)
    laid.move(february.id, day("24/2"), because="vinterferien")
    said = _words(year_report(laid.plan(YEAR)))
    assert "Personalemøde: 3. tirsdag." in said
    assert "Februar er rykket til den 24. på grund af vinterferien. Ingen møder i juli." in said
    laid.move(february.id, day("25/2"), because="")
    assert "Februar er rykket til den 25. Ingen møder i juli." in _words(year_report(laid.plan(YEAR)))


def test_the_list_tells_version_changes_and_hours(laid):
    laid.issue_version(2026)
    held = next(m for m in laid.meetings() if m.title == "Personalemøde")
    laid.cancel(held.id)
    laid.issue_version(2026)
    said = _said(list_report(laid.plan(YEAR)))
    assert "Alle stuer · version 2, 12. marts 2026" in said
    assert "Ændret siden version 1 (12. marts) Tir 20. januar: Personalemøde er aflyst." in said
    assert "Hentede du kalenderfilen før 12. marts" in said
    assert "personalemøder 30 timer" in said
    assert "Er du forhindret, så skriv til Lone senest to dage før." in said


def test_the_list_shows_times_stuer_and_moves_but_no_guests(laid, kind):
    guests = (Guest(name="Mette Lindgaard", role="konsulent"),)
    laid.add(MeetingDraft(kind["sparring"], day("3/3"), Times(600, 660), "Sparring", "Biblioteket", guests=guests))
    said = _said(list_report(laid.plan(YEAR)))
    assert "tir 3. 10.00–11.00 Sparring · Biblioteket" in said
    assert "Mette" not in said  # the list may hang where parents come
    assert "Stuemøde · Mariehønen" in said
    assert "MED-møde / TRIO · rykket fra 2." in said
    assert "Pædagogisk dag · forslag" in said
    assert "Ingen møder. Uge 29: Lukkeuge." in said


def test_a_closed_week_is_told_once(services, service):
    services.settings.add_closing_days(ClosingDraft(day("13/7"), day("17/7"), "Sommerlukket, uge 29"))
    assert "Ingen møder. Sommerlukket, uge 29." in _said(list_report(service.plan(YEAR)))


def test_the_list_of_a_stue_has_her_meetings_only(laid):
    plan = laid.plan(YEAR)
    said = _words(list_report(plan.for_team(1)))
    assert "Mariehønen · udkast 12. marts 2026" in said
    assert not any("Humlebien" in text for text in said)


def test_the_list_of_a_person_tells_her_own_hours(laid, hire):
    karen = hire("Karen", "P", 1)
    said = _said(list_report(laid.plan(YEAR).for_person(karen)))
    assert "Karen Ulvdal · udkast 12. marts 2026" in said
    assert "Møder er arbejdstid. Karen: 33 møder, 61 timer i 2026." in said


def test_eight_stuer_with_long_names_and_crowded_days_leave_no_margin(service, services, kind):
    services.settings.save_house(replace(services.settings.house(), name=f"Den selvejende institution {LONG}"))
    for name in "ABCDEF":
        services.settings.add_team(TeamDraft(f"{name} {LONG}"))
    service.plan_year(2026)
    for number, kind_id in enumerate(kind.values()):
        title = f"Et møde om {LONG} og alt mellem himmel og jord"
        service.add(MeetingDraft(kind_id, day("1/10"), Times(480 + 15 * number, 600 + 15 * number), title))
    plan = service.plan(YEAR)
    (page,) = lay_out(year_report(plan))
    _inside(page, A4_LANDSCAPE.side)
    assert _field(page, 10, 1)[:4] == ["1", "t", "P", "S"]
    assert _field(page, 10, 1)[-1] == "+7"
    pages = lay_out(list_report(plan))
    assert len(pages) <= 5
    for page in pages:
        _inside(page, 33)


def test_every_stue_is_told_also_where_two_meet_and_another_has_a_meeting_that_evening(service, services):
    for name in ("Egernet", "Regnbuestuen Øst", "Regnbuestuen Vest"):
        services.settings.add_team(TeamDraft(name))
    service.plan_year(2026)
    (page,) = lay_out(year_report(service.plan(YEAR)))
    assert _field(page, 2, 4) == ["4", "o", "S", "12.30", "Ma RV"]
    assert _field(page, 9, 16) == ["16", "o", "S", "12.30 Ma RV", "Fo", "17.00 Eg"]
    words = {t.text for t in _texts(page)}
    assert {"Ma", "Mariehønen", "RØ", "Regnbuestuen Øst", "RV", "Regnbuestuen Vest"} <= words


def test_a_meeting_for_all_stuer_and_the_plan_of_one_stue_need_no_codes(service, services, kind):
    service.plan_year(2026)
    both = tuple(team.id for team in services.settings.open_teams())
    service.add(MeetingDraft(kind["foraeldremoede"], day("5/3"), Times(1020, 1140), team_ids=both))
    (page,) = lay_out(year_report(service.plan(YEAR)))
    assert _field(page, 3, 5) == ["5", "t", "Fo", "17.00"]
    service.cancel(next(m.id for m in service.meetings() if m.day == day("5/3")))
    (page,) = lay_out(year_report(service.plan(YEAR).for_team(both[0])))
    assert _field(page, 1, 7) == ["7", "o", "S", "12.30"]


def test_a_day_keeps_its_name_beside_a_meeting_and_a_long_name_has_two_lines(service, services, kind):
    services.settings.add_closing_days(ClosingDraft(day("28/12"), day("29/12"), "Mellem jul og nytår"))
    for date_, start in (("29/12", 600), ("25/5", 540), ("25/5", 720)):
        service.add(MeetingDraft(kind["personalemoede"], day(date_), Times(start, start + 60)))
    (page,) = lay_out(year_report(service.plan(YEAR)))
    assert _field(page, 12, 28) == ["28", "m", "Mellem jul og", "nytår"]
    assert _field(page, 12, 29)[:4] == ["29", "t", "P", "10.00"]
    assert _field(page, 12, 29)[4] == "Jul–nytår"
    assert _field(page, 5, 25) == ["25", "m", "P", "9", "P", "12", "2. pinsedag"]


@pytest.mark.parametrize(
    ("called", "beside"),
    [
        ("Dagen efter Kristi himmelfartsdag", "Efter himmelf."),
        ("Fredag efter Kristi himmelfart", "Efter himmelf."),
        ("Dagene mellem jul og nytår", "Jul–nytår"),
        ("Rengøring af hele huset", "Lukket"),
        ("Lukkeuge", "Lukkeuge"),
    ],
)
def test_a_long_name_beside_a_meeting_is_said_short_and_never_cut(service, services, kind, called, beside):
    services.settings.add_closing_days(ClosingDraft(day("13/7"), day("13/7"), called))
    for start in (540, 720):
        service.add(MeetingDraft(kind["personalemoede"], day("13/7"), Times(start, start + 60)))
    (page,) = lay_out(year_report(service.plan(YEAR)))
    assert _field(page, 7, 13)[-1] == beside


@pytest.mark.parametrize("year", [YEAR, PlanYear(2028), PlanYear(2026, AUGUST)])
def test_an_empty_year_gives_papers_too(service, year):
    plan = service.plan(year)
    assert "Ingen møder er planlagt endnu." in _words(year_report(plan))
    assert _words(list_report(plan)).count("Ingen møder.") == 12


def test_the_papers_are_pdf_files_with_both_parts(laid):
    plan = laid.plan(YEAR)
    pdf = pypdf.PdfReader(BytesIO(render_pdf(year_report(plan), list_report(plan))))
    first, second, *_ = pdf.pages
    assert (round(first.mediabox.width), round(second.mediabox.width)) == (842, 595)
    assert "Side 1 af 2" in first.extract_text()
    assert "Side 2 af 2" in second.extract_text()
