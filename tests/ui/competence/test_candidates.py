"""Who could learn what is thin: those of the place where it is."""

from PySide6.QtWidgets import QLabel

from dagleder.competence.belonging import people_of, stuer
from dagleder.competence.drafts import GoalDraft
from dagleder.settings.staffing import Place
from tests.ui.competence.ways import aside, button, ids
from ui.kit.buttons import Button


def texts(panel):
    return [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]


def asked(page, about):
    """What the ways of a card open."""
    card = next(card for card in page.desk.thin.cards if card.accessibleName().startswith(about))
    texts_there = {each.text() for each in card.findChildren(Button)}
    button(
        card, next(text for text in ("Find flere", "Lav udviklingsplan", "Find kandidater") if text in texts_there)
    ).click()
    return aside(page)


def test_of_a_matrikel_only_its_own_people_are_asked_about(page, place):
    facts = place.services.competence.facts()
    panel = asked(page, "Brandansvarlig på Skovhuset")
    site = next(site for site in facts.sites if site.name == "Skovhuset")
    own = people_of(facts, stuer(facts))[Place(site_id=site.id)]
    named = [who for who in facts.people if facts.people[who].name in texts(panel)]
    assert panel.accessibleName() == "Hvem på Skovhuset kan blive brandansvarlig?"
    assert named
    assert set(named) <= set(own)
    assert "Kunne også" not in texts(panel), "nobody there is on the way"
    assert not any("vejlede" in text for text in texts(panel)), "what is held or not has no level to guide at"


def test_from_a_goal_she_comes_back_to_the_same_place(page):
    panel = asked(page, "Brandansvarlig på Skovhuset")
    button(panel, "Sæt mål").click()
    button(aside(page), "Sæt mål").click()
    assert aside(page).accessibleName() == "Hvem på Skovhuset kan blive brandansvarlig?"


def test_a_plan_tells_that_a_certificate_has_lapsed(page, place):
    service = place.services.competence
    for name in ("Ulla Fjordgren", "Emil Vestermose"):
        who, what = ids(place, name, "Førstehjælp")
        service.set_goal(GoalDraft(who, what, 3))
    page.show_tab("plans")
    lines = {row.who: row.levels for row in page.plans.table.rows.shown_rows() if row.what.startswith("Førstehjælp")}
    assert (lines["Ulla Fjordgren"], lines["Emil Vestermose"]) == ("udløbet → ✓", "har det ikke → ✓")


def test_those_on_the_way_stand_before_the_others(page):
    panel = asked(page, "TRAS")
    told = texts(panel)
    assert told.index("På vej") < told.index("Kunne også")
    assert "Karen kan vejlede." in told
