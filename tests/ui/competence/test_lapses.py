"""'Udløb': which days are asked about, what is said of them, and where links lead."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from dagleder.base.errors import UserProblem
from dagleder.competence.drafts import AssessmentDraft, CompetenceDraft
from dagleder.competence.lapsing import lapses
from dagleder.presence.count import HOUSE
from dagleder.presence.drafts import AbsenceDraft
from tests.ui.competence.ways import K, button, ids
from tests.ui.grabs import settle
from ui.kit.table_values import GroupLine, RowLine

STILL = "Regner dagene ud …"


@pytest.fixture
def view(page, place, qtbot):
    page.choose_tab("lapses")
    place.wait(qtbot)
    return page.lapses


def lines(view):
    every = (view.table.rows.line(number) for number in range(view.table.rows.rowCount()))
    return list(every)


def rows(view):
    return [line.row for line in lines(view) if isinstance(line, RowLine)]


def groups(view):
    return [line.text for line in lines(view) if isinstance(line, GroupLine)]


def texts(widget):
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and label.isVisible()]


def choose(view, name):
    next(part for part in view.asked.which.findChildren(QToolButton) if part.text() == name).click()


def write(qtbot, field, text):
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, text)
    qtbot.keyClick(field.control, K.Key_Return)


def said(view):
    return next(text for text in texts(view.asked) if ": " in text)


def test_it_says_which_days_it_tells_of_and_how_far_holiday_is_known(view):
    assert said(view) == (
        "12. marts 2026–12. marts 2027: hvad der udløber, og de dage, hvor fravær gør noget tyndere, end det er. "
        "Ferie er skrevet ind til og med 2. februar 2027. Huset er lukket 15. maj, uge 29 og 28.–31. december."
    )


def test_the_days_of_july_alone_can_be_asked_about(place, qtbot, view):
    choose(view, "En periode")
    write(qtbot, view.asked.first, "1/7")
    write(qtbot, view.asked.last, "31/7")
    place.wait(qtbot)
    assert said(view).startswith("1.–31. juli 2026: hvad der udløber")
    days = [row.day for row in rows(view) if row.pair is None]
    assert days
    assert all(date(2026, 7, 1) <= day <= date(2026, 7, 31) for day in days)
    told = place.services.competence.insight.over_time(date(2026, 7, 1), date(2026, 7, 31))
    assert [row.what for row in rows(view) if row.pair is None] == [each.headline for each in told]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("uge 27", "uge 28", (date(2026, 6, 29), date(2026, 7, 12))),
        ("I uge  27", "31/7", (date(2026, 6, 29), date(2026, 7, 31))),
        ("denne uge", "næste uge", (date(2026, 3, 12), date(2026, 3, 22))),
        ("næste måned", "næste måned", (date(2026, 4, 1), date(2026, 4, 30))),
        ("uge 10", "uge 10", (date(2027, 3, 8), date(2027, 3, 12))),
        ("tirsdag i uge 27", "uge 27", (date(2026, 6, 30), date(2026, 7, 5))),
    ],
)
def test_a_week_is_asked_about_from_its_monday_to_its_sunday(qtbot, view, first, last, days):
    choose(view, "En periode")
    write(qtbot, view.asked.first, first)
    write(qtbot, view.asked.last, last)
    assert (view.asked.period.first, view.asked.period.last) == days


def test_a_week_written_as_one_day_is_a_period(place, qtbot, view):
    choose(view, "En dag")
    write(qtbot, view.asked.first, "uge 28")
    place.wait(qtbot)
    assert said(view).startswith("6.–12. juli 2026: hvad der udløber")
    assert view.asked.which.key == "period"
    assert (view.asked.first.text, view.asked.last.text) == ("06-07-2026", "12-07-2026")
    assert view.asked.last.isVisible()


def test_one_day_tells_what_is_thin_with_those_at_work(place, qtbot, view):
    choose(view, "En dag")
    write(qtbot, view.asked.first, "22/7")
    place.wait(qtbot)
    told = place.services.competence.insight.vulnerable_on(date(2026, 7, 22))
    found = [row for row in rows(view) if row.pair is None]
    assert [(row.what, row.who) for row in found] == [(each.headline, each.text) for each in told]
    assert f"Tyndt den dag · {len(told)}" in groups(view)
    assert said(view).startswith("Onsdag 22. juli 2026: hvad der er udløbet, og hvor det er tyndt")


def heads(view):
    """The group each certificate's day stands in."""
    told: dict[str, list[date]] = {}
    head = ""
    for line in lines(view):
        if isinstance(line, GroupLine):
            head = line.text.partition(" · ")[0]
        elif line.row.pair is not None:
            told.setdefault(head, []).append(line.row.day)
    return told


def test_certificates_stand_by_how_they_lie_to_a_period_that_begins_later(place, qtbot, view):
    choose(view, "En periode")
    write(qtbot, view.asked.first, "1/7")
    write(qtbot, view.asked.last, "31/12")
    place.wait(qtbot)
    told = heads(view)
    assert set(told) == {"Udløbet", "Udløber før perioden", "Udløber i perioden"}
    assert all(date(2026, 3, 12) <= day < date(2026, 7, 1) for day in told["Udløber før perioden"])
    assert all(date(2026, 7, 1) <= day <= date(2026, 12, 31) for day in told["Udløber i perioden"])
    assert said(view).startswith("1. juli–31. december 2026: hvad der udløber før eller i perioden, og ")


def test_on_a_day_a_certificate_has_lapsed_from_the_day_after_its_last(place, qtbot, view):
    last = next(row.day for row in rows(view) if row.pair is not None and row.day > date(2026, 3, 12))
    choose(view, "En dag")
    for day, there in ((last, False), (last + timedelta(days=1), True)):
        write(qtbot, view.asked.first, day.isoformat())
        place.wait(qtbot)
        assert (last in heads(view).get("Udløber før den dag", [])) is there


def test_a_day_the_house_is_closed_says_so(place, qtbot, view):
    choose(view, "En dag")
    write(qtbot, view.asked.first, "5/6")
    place.wait(qtbot)
    assert said(view).endswith("Huset er lukket den dag.")
    assert not [row for row in rows(view) if row.pair is None]


@pytest.mark.parametrize(
    ("first", "last", "at", "why"),
    [
        ("1/3-2026", "31/7", "first", "Vælg i dag eller en senere dag."),
        ("1/7", "13-03-2027", "last", "Vælg en dag til og med 12. marts 2027."),
        ("1/7", "30/6-2026", "last", "Det er før 1. juli 2026, som perioden begynder."),
        ("1/7", "31-06-2026", "last", "Juni 2026 har kun 30 dage. Mente du 30-06-2026?"),
    ],
)
def test_days_that_cannot_be_asked_about_stay_with_the_reason(qtbot, view, first, last, at, why):
    choose(view, "En periode")
    write(qtbot, view.asked.first, first)
    write(qtbot, view.asked.last, last)
    assert getattr(view.asked, at).sentence == why


def test_all_days_are_one_click_away_again(place, qtbot, view):
    every = [row.what for row in rows(view)]
    choose(view, "En dag")
    write(qtbot, view.asked.first, "uge 29")
    choose(view, "Alle dage")
    place.wait(qtbot)
    assert [row.what for row in rows(view)] == every


def test_a_certificate_that_lapses_later_in_the_year_stands_there(place, qtbot, view):
    assert groups(view)[-2].startswith("Dage, hvor det er tyndt · ")
    assert groups(view)[-1].startswith("Udløber senere · ")
    choose(view, "En periode")
    write(qtbot, view.asked.first, "1/4")
    write(qtbot, view.asked.last, "31/5")
    place.wait(qtbot)
    assert not any(text.startswith("Udløber senere") for text in groups(view))


def test_the_days_asked_about_are_found_again_the_same_day(page, place, qtbot, view):
    choose(view, "En dag")
    write(qtbot, view.asked.first, "22/7")
    kept = page.place()
    choose(view, "Alle dage")
    page.go_to(kept)
    place.wait(qtbot)
    assert said(view).startswith("Onsdag 22. juli 2026")
    assert "days" in page.of_the_day


def test_while_the_days_are_reckoned_it_is_said_and_no_line_is_counted_for_it(page, place, qtbot):
    page.choose_tab("lapses")
    assert said(page.lapses).endswith(STILL)
    assert not any(text.startswith("Dage, hvor det er tyndt") for text in groups(page.lapses))
    place.wait(qtbot)
    assert STILL not in said(page.lapses)
    assert any(text.startswith("Dage, hvor det er tyndt") for text in groups(page.lapses))


def test_a_link_to_where_there_are_no_days_says_so(page, place, qtbot):
    service = place.services.competence
    own = service.add_competence(CompetenceDraft("Heste og ponyer", service.areas()[0].id))
    service.set_wanted({(own, HOUSE): 1})
    page.desk.days_wanted.emit("Heste og ponyer")
    assert STILL in texts(page.lapses)
    place.wait(qtbot)
    assert "Ingen dage om “Heste og ponyer”" in texts(page.lapses)
    assert "Ingen passer på “Heste og ponyer”" not in texts(page.lapses)
    page.lapses.filter_field.setText("qqq")
    assert "Ingen passer på “qqq”" in texts(page.lapses)


def tras_card(page):
    return next(card for card in page.desk.thin.cards if card.accessibleName().startswith("TRAS"))


def test_a_link_leads_to_all_days_whatever_day_was_asked_about(page, place, qtbot, view):
    choose(view, "En dag")
    write(qtbot, view.asked.first, "søndag")
    place.wait(qtbot)
    page.choose_tab("overview")
    button(tras_card(page), "Se dage").click()
    place.wait(qtbot)
    assert view.asked.which.key == "all"
    assert said(view).startswith("12. marts 2026–12. marts 2027: ")
    assert [row.what for row in rows(view) if row.pair is None and "TRAS" in row.what]
    assert not view.asked.first.isVisible()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("søndag", "15. marts 2026 er huset lukket."),
        ("20/3", "20. marts 2026 er “Heste og ponyer” hverken udløbet eller tyndt."),
    ],
)
def test_of_what_a_link_is_about_nothing_is_said_of_the_rest_of_the_house(page, place, qtbot, view, day, told):
    service = place.services.competence
    service.add_competence(CompetenceDraft("Heste og ponyer", service.areas()[0].id))
    page.desk.days_wanted.emit("Heste og ponyer")
    choose(view, "En dag")
    write(qtbot, view.asked.first, day)
    place.wait(qtbot)
    assert told in texts(view)


def test_where_nothing_is_told_of_a_day_the_house_is_closed_nobody_is_at_work(place, qtbot, view):
    service = place.services.competence
    for lapse in lapses(service.facts(), 366):
        service.assess(AssessmentDraft(lapse.employee_id, lapse.competence.id, 0, place.services.clock.today()))
    choose(view, "En dag")
    write(qtbot, view.asked.first, "søndag")
    place.wait(qtbot)
    assert "15. marts 2026 er beviserne gyldige, og huset er lukket." in texts(view)


@pytest.mark.parametrize(("link", "tab"), [("Se dage", "lapses"), ("Se plan", "plans")])
def test_what_a_link_narrows_is_whole_when_she_comes_by_the_tab(page, place, qtbot, link, tab):
    button(tras_card(page), link).click()
    place.wait(qtbot)
    pane = getattr(page, tab)
    assert pane.filter_field.text() == "TRAS"
    parts = {part.text(): part for part in page.tabs.findChildren(QToolButton)}
    parts["Overblik"].click()
    parts["Udløb" if tab == "lapses" else "Udviklingsplaner"].click()
    assert pane.filter_field.text() == ""
    assert any(not row.what.startswith("TRAS") for row in rows(pane))


def test_what_she_filters_by_herself_stays(page, qtbot):
    page.choose_tab("plans")
    qtbot.keyClicks(page.plans.filter_field, "Nanna")
    page.choose_tab("overview")
    page.choose_tab("plans")
    assert page.plans.filter_field.text() == "Nanna"


def test_a_thin_day_of_the_next_year_is_told_with_its_year(place, qtbot, view):
    who = ids(place, "Karen Ulvdal", "TRAS")[0]
    place.services.presence.add_absence(AbsenceDraft(who, date(2027, 1, 18), date(2027, 1, 19), "K"))
    place.wait(qtbot)
    line = next(row for row in rows(view) if row.day == date(2027, 1, 18))
    assert line.when == "18. januar 2027"


LEVEL, WHEN = ("lapses", "level", "til orientering"), ("lapses", "when", "25. september")
DUE = ("plans", "due", "28. september 2027")


@pytest.mark.parametrize("cell", [LEVEL, WHEN, DUE])
@pytest.mark.parametrize("look", [(100, 1366), (100, 1440), (130, 1366)])
def test_no_day_and_no_mark_is_cut(page, place, qtbot, theme, cell, look):
    (tab, key, text), (text_size, width) = cell, look
    theme.choose(text_size=text_size)
    place.room.resize(width, 800)
    page.choose_tab(tab)
    place.wait(qtbot)
    settle(place.room)
    table = getattr(page, tab).table
    at = next(at for at, column in enumerate(table.rows.columns) if column.key == key)
    icon_and_edges = 20 if key == "when" else 48
    assert table.columnWidth(at) >= QFontMetrics(theme.font("table")).horizontalAdvance(text) + icon_and_edges


def test_the_paper_is_about_the_days_asked_about(page, place, qtbot, view):
    choose(view, "En periode")
    write(qtbot, view.asked.first, "1/7")
    write(qtbot, view.asked.last, "31/7")
    page.print_vulnerability()
    (job,) = place.papers
    assert (job.options["first"], job.options["last"]) == (date(2026, 7, 1), date(2026, 7, 31))
    qtbot.waitUntil(lambda: place.page.ready)
    assert job.build(job.options).startswith(b"%PDF")
    with pytest.raises(UserProblem) as backwards:
        job.build({"first": date(2026, 7, 31), "last": date(2026, 7, 1)})
    assert backwards.value.field == "last"
