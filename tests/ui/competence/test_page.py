"""What the page Kompetencer shows and leads to."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QLabel

from dagleder.competence.gaps import gap_counts
from dagleder.competence.levels import Wish
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from tests.ui.competence.ways import K, aside, button, choose, holding, ids
from ui.competence.papers import overview_paper
from ui.competence.shown import ALL, IN_USE
from ui.kit.buttons import Button, Kind
from ui.kit.stepper import Stepper
from ui.kit.table_values import RowLine


def heads(page):
    return [column.name for column in page.desk.card.matrix.matrix.columns]


def names(page):
    return [row.name for row in page.desk.card.matrix.matrix.rows if not row.heading]


def shown_rows(table):
    lines = (table.rows.line(number) for number in range(table.rows.rowCount()))
    return [line.row for line in lines if isinstance(line, RowLine)]


def texts(widget):
    QApplication.processEvents()  # what was just put there is laid out
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_the_matrix_opens_on_those_in_use_and_a_shows_them_all(page, place, qtbot):
    in_use = [each.name for each in place.services.competence.facts().in_use()]
    assert heads(page) == in_use
    qtbot.keyClicks(page.desk.card.matrix, "a")
    assert len(heads(page)) == len(place.services.competence.competences())
    qtbot.keyClicks(page.desk.card.matrix, "a")
    assert heads(page) == in_use


def test_an_area_is_a_tab(page, place):
    area = place.services.competence.areas()[2]
    page.desk.card.areas.chosen.emit(str(area.id))
    assert "TRAS" in heads(page)
    assert "Førstehjælp" not in heads(page)


def test_filters_are_seen_and_cleared_in_one_click(page, place):
    team = next(team for team in place.services.settings.open_teams() if team.name == "Egernet")
    page.filter.choose(replace(page.filter.shown, team_id=team.id, role="P"))
    assert names(page) == ["Nanna Granly", "Jonas Klitmark", "Karen Ulvdal"]
    assert page.filter.button.text() == "Egernet · Pædagog"
    page.filter.clear.click()
    assert len(names(page)) == len(place.services.competence.facts().people)
    assert page.filter.clear.isHidden()


def test_only_gaps_leaves_out_what_there_is_enough_of(page):
    page.filter.choose(replace(page.filter.shown, only_gaps=True))
    assert page.filter.button.text() == "Kun huller"
    assert "TRAS" in heads(page)
    assert "Visuel støtte" not in heads(page)


def test_the_sums_follow_the_stue_that_is_shown(page, place):
    team = next(team for team in place.services.settings.open_teams() if team.name == "Egernet")
    pair = ids(place, "Karen Ulvdal", "TRAS")
    place.services.competence.set_wanted({(pair[1], Place(team_id=team.id)): 1})
    page.filter.choose(replace(page.filter.shown, team_id=team.id))
    column = next(each for each in page.desk.card.matrix.matrix.columns if each.key == pair[1])
    assert (column.sum.text, column.sum.words) == ("1/1", "1 kan selv, 1 ønsket")


def test_where_she_was_is_found_again(page):
    page.filter.choose(replace(page.filter.shown, which=ALL, role="PM"))
    page.show_tab("plans")
    kept = page.place()
    page.filter.choose(replace(page.filter.shown, which=IN_USE, role=None))
    page.show_tab("overview")
    page.go_to(kept)
    assert (page.filter.shown.which, page.filter.shown.role, page.tabs.key) == (ALL, "PM", "plans")
    page.go_to({"shown": {"which": "9999", "team": 77, "role": "nobody"}, "tab": "gone"})
    assert page.filter.shown.which == IN_USE
    assert not page.filter.shown.filtered


def test_what_is_thin_stands_worst_first_and_leads_to_candidates(page, place):
    card = next(card for card in page.desk.thin.cards if card.accessibleName().startswith("TRAS: kun Karen Ulvdal"))
    assert [card.accessibleName().partition(":")[0] for card in page.desk.thin.cards[:2]] == [
        "Brandansvarlig på Skovhuset",
        "TRAS",
    ]
    button(card, "Find flere").click()
    panel = aside(page)
    assert "Karen kan vejlede." in texts(panel)
    ways = [each for each in panel.findChildren(type(button(card, "Se plan"))) if each.text() in {"Sæt mål", "Ret mål"}]
    ways[1].click()
    button(aside(page), "Sæt mål").click()
    assert aside(page).accessibleName() == "Hvem kan lære TRAS?"
    assert holding(place, ids(place, "Amalie Tangvig", "TRAS")).goal.level == 3


def test_ways_of_what_is_thin_lead_to_the_other_tabs(page, place, qtbot):
    card = next(card for card in page.desk.thin.cards if card.accessibleName().startswith("TRAS"))
    button(card, "Se plan").click()
    assert page.tabs.key == "plans"
    assert {row.what for row in shown_rows(page.plans.table)} == {"TRAS"}
    button(card, "Se dage").click()
    place.wait(qtbot)
    assert page.tabs.key == "lapses"
    assert shown_rows(page.lapses.table)
    assert all(row.what.startswith("TRAS") for row in shown_rows(page.lapses.table))
    assert page.focus_filter()
    assert page.lapses.filter_field.hasFocus()


def test_a_click_on_what_is_thin_goes_to_its_column(page, place):
    card = next(card for card in page.desk.thin.cards if card.accessibleName().startswith("TRAS"))
    card.pressed.emit()
    assert page.desk.card.pair()[1] == ids(place, "Karen Ulvdal", "TRAS")[1]


def test_the_cell_tells_level_source_course_and_wish(page, place):
    pair = choose(page, place, "Karen Ulvdal", "TRAS")
    told = texts(page.desk.detail)
    assert told[:2] == ["Karen Ulvdal · TRAS", "Niveau 4, kan vejlede andre · vurderet i MUS 3. marts"]
    assert any(text.startswith("Forløb: 3 (mar 2024) → 4") for text in told)
    page.desk.detail.wish.show_raw(Wish.NOT_NOW)
    page.desk.detail.wish.left.emit()
    assert holding(place, pair).wish.wish is Wish.NOT_NOW


def test_an_arrow_changes_words_only_and_a_figure_only_the_cards_it_concerns(page, place, qtbot):
    choose(page, place, "Nanna Granly", "Sprogvurdering")
    parts, cards = page.desk.detail.findChildren(QLabel), list(page.desk.thin.cards)
    qtbot.keyClick(page.desk.card.matrix, K.Key_Down)
    assert page.desk.detail.findChildren(QLabel)[: len(parts)] == parts
    assert texts(page.desk.detail)[0] == "Jonas Klitmark · Sprogvurdering"
    qtbot.keyClicks(page.desk.card.matrix, "1")
    assert page.desk.thin.cards == cards
    choose(page, place, "Jonas Klitmark", "TRAS")
    qtbot.keyClicks(page.desk.card.matrix, "3")
    assert page.desk.thin.cards != cards


def test_an_assessment_is_mended_and_removed_from_the_history(page, place):
    pair = choose(page, place, "Karen Ulvdal", "TRAS")
    page.desk.history()
    button(aside(page), "Fjern").click()
    assert holding(place, pair).counted.day == date(2025, 3, 4)
    place.frame.undo()
    assert holding(place, pair).counted.day == date(2026, 3, 3)


def test_coverage_counts_each_place_and_enter_changes_the_number(page, place, qtbot):
    page.show_tab("coverage")
    key = ids(place, "Karen Ulvdal", "TRAS")[1]
    content = page.coverage.grid.content
    assert content.stored_cells[key, HOUSE].text == "1/3"
    page.coverage.grid.choose(key, HOUSE)
    qtbot.keyClick(page.coverage.grid, K.Key_Return)
    panel = aside(page)
    stepper = next(each for each in panel.findChildren(Stepper) if each.accessibleName().endswith("Hele huset"))
    stepper.set_value(1)
    stepper.left.emit()
    assert place.services.competence.facts().wanted[key, HOUSE] == 1
    assert place.services.database.undo_name() == "Ret behov for TRAS"


def test_what_is_below_the_targets_of_the_roles_is_counted_and_leads_to_the_gaps(page, place, qtbot):
    page.show_tab("coverage")
    page.coverage.against.chosen.emit("targets")
    facts = place.services.competence.facts()
    area, team = facts.areas[0], next(team for team in facts.teams if team.name == "Egernet")
    count = next(count for each, count in gap_counts(facts, area_id=area.id).teams if each == team)
    cell = page.coverage.grid.content.stored_cells[area.id, Place(team_id=team.id)]
    assert count.unknown > 0
    assert (cell.text, cell.words) == (
        f"{count.below} af {count.expected}\n{count.unknown} ikke vurderet",
        count.text,
    )
    assert cell.share == count.below / count.expected
    page.coverage.grid.choose(area.id, Place(team_id=team.id))
    qtbot.keyClick(page.coverage.grid, K.Key_Return)
    looks = page.desk.card.matrix.matrix.looks
    assert page.filter.button.text() == "Egernet · Kun huller"
    assert sum(look.below for line in looks.values() for look in line) == count.below
    assert all(any(look.below for look in line) for line in looks.values())


def test_a_cell_below_its_target_is_marked_and_one_nobody_expects_is_not(page, place):
    who, what = ids(place, "Leyla Enghave", "TRAS")
    facts, matrix = place.services.competence.facts(), page.desk.card.matrix
    at = [column.key for column in matrix.matrix.columns].index(what)
    assert not facts.target(who, what)
    assert not matrix.matrix.looks[who][at].below
    place.services.competence.set_target(what, facts.people[who].role, 4)
    assert page.desk.card.matrix.matrix.looks[who][at].below


def test_what_lapses_and_thin_days_lead_to_where_they_are_mended(page, place, qtbot):
    page.show_tab("lapses")
    place.wait(qtbot)
    lines = shown_rows(page.lapses.table)
    lapsed, thin = lines[0], next(line for line in lines if line.pair is None)
    assert (lapsed.who, lapsed.when) == ("Ulla Fjordgren", "1. marts")
    page.lapses.table.opened.emit(lapsed)
    assert aside(page).form.frame("valid_until").control.text() == "12-03-2028"
    page.lapses.table.opened.emit(thin)
    assert place.opened[-1] == ("presence", None)


def test_the_status_line_tells_the_keys_of_what_she_is_on(page, place):
    def told():
        return [(hint.key, hint.text) for hint in place.hints]

    choose(page, place, "Karen Ulvdal", "TRAS")
    assert told()[:2] == [("", "Karen Ulvdal · TRAS · niveau 4"), ("0–4", "sæt niveau")]
    choose(page, place, "Karen Ulvdal", "Førstehjælp")
    assert told()[1:3] == [("3", "ja"), ("0", "nej")]
    page.desk.assess()
    assert told() == [("Esc", "luk")]
    page.desk.panels.close()
    page.show_tab("plans")
    assert told() == [("Enter", "sæt eller ret målet")]
    page.show_tab("coverage")
    assert told() == [("Enter", "ret behov")]


def test_goals_and_wishes_stand_with_who_could_guide(page):
    page.show_tab("plans")
    rows = shown_rows(page.plans.table)
    nanna = next(row for row in rows if row.who == "Nanna Granly")
    assert (nanna.levels, nanna.guides) == ("2 → 3", "Karen")
    page.plans.table.opened.emit(nanna)
    assert aside(page).accessibleName() == "Mål for Nanna · TRAS"


def test_nobody_is_ranked(page):
    said = " ".join(texts(page)).casefold()
    assert not any(word in said for word in ("gennemsnit", "score", "bedste", "point"))


def test_a_person_is_found_with_all_shown(page, place):
    page.filter.choose(replace(page.filter.shown, role="PM"))
    page.open_about(ids(place, "Karen Ulvdal", "TRAS")[0])
    assert page.desk.card.pair()[0] == ids(place, "Karen Ulvdal", "TRAS")[0]


def test_f9_hides_the_side_panel_and_f6_goes_round(page):
    assert page.panes() == (page.desk.card, page.desk.thin)
    assert page.toggle_side_panel()
    assert page.panes() == (page.desk.card,)


def test_a_competence_that_was_found_is_opened_at_somebody_who_can_it(page, place):
    pair = ids(place, "Karen Ulvdal", "TRAS")
    place.open("competence", pair[1])
    assert page.desk.card.pair() == pair


def test_from_a_cell_one_click_shows_what_hangs_on_her(page, place):
    karen, _ = choose(page, place, "Karen Ulvdal", "TRAS")
    QApplication.processEvents()
    way = button(page.desk.detail, "Hvis Karen stopper")
    assert way.width() >= way.sizeHint().width()
    way.click()
    assert place.opened[-1] == ("departure", karen)
    assert "Karen" in place.page.summary.text()


def test_a_panel_about_somebody_who_is_gone_closes(page, place):
    pair = choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.assess()
    place.services.staff.leave(pair[0], date(2026, 3, 1))
    assert page.desk.side.aside is None


def test_only_one_button_is_the_primary_one(page, place):
    def primary():
        return [b.text() for b in page.findChildren(Button) if b.kind is Kind.PRIMARY and b.isVisible()]

    assert primary() == ["Tilføj kompetence"]
    choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.goal()
    QApplication.processEvents()
    assert primary() == ["Sæt mål"]


def test_esc_leaves_a_panel_and_the_keyboard_is_in_the_matrix_again(page, place, qtbot):
    choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.assess()
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Escape)
    assert page.desk.side.aside is None
    assert page.desk.card.matrix.hasFocus()


def test_the_day_of_an_assessment_is_the_latest_such_day_and_never_one_that_has_not_come(page, place):
    pair = choose(page, place, "Jonas Klitmark", "TRAS")
    page.desk.assess()
    panel, today = aside(page), place.context.clock.today()
    ahead, passed = today + timedelta(days=20), today - timedelta(days=40)
    for typed, told in ((f"{ahead.day}/{ahead.month} {ahead.year}", "Vælg en dag, der er kommet."), ("", "")):
        day = panel.form.frame("day")
        day.put_text(typed or f"{passed.day}/{passed.month}")
        panel.form.frame("level").put_text(2)
        button(panel, "Gem vurdering").click()
        assert day.sentence == told
    history = place.services.competence.history(*pair)
    assert passed in {each.day for each in history}
    assert all(each.day <= today for each in history)


def test_the_overview_is_printed_of_what_is_in_use_of_an_area_or_of_all(place):
    competence = place.services.competence
    job = overview_paper(competence.insight, competence.facts(), None)
    columns = next(field for field in job.fields if field.key == "columns")
    assert [option.text for option in columns.options] == [
        "I brug",
        "Alle",
        *(each.name for each in competence.areas()),
    ]
    sheets = [job.formats[0].build({**job.options, "columns": option.key}) for option in columns.options]
    assert len(set(sheets)) == len(sheets)
    assert job.options["columns"] == columns.options[0].key
