from datetime import date, timedelta

import pytest

from dagleder.presence.drafts import AbsenceDraft
from dagleder.presence.places import PresenceAboutPerson

TODAY = date(2026, 3, 12)


@pytest.fixture
def karen(demo_services):
    demo_services.presence.clear_absence(
        who := demo_services.staff.find("Karen Ulvdal").id, TODAY, TODAY + timedelta(400)
    )
    return who


def absence_card(services, who):
    return next(card for card in services.staff.cards(who) if card.title == "Fravær forude")


@pytest.mark.parametrize(
    ("kind", "text"),
    [("F", "Ferie"), ("6", "Ferie"), ("K", "Kursus"), ("B", "Orlov"), *((k, "Væk i dag") for k in "OSAX")],
)
def test_the_list_never_tells_what_would_tell_of_age_or_health(demo_services, karen, kind, text):
    demo_services.presence.add_absence(AbsenceDraft(karen, TODAY, TODAY, kind))
    assert demo_services.staff.marks()[karen][0].text == text


def test_a_persons_page_has_her_absence_of_the_next_year(demo_services, karen):
    presence = demo_services.presence
    nothing = absence_card(demo_services, karen)
    assert (nothing.lines, nothing.nothing) == ((), "Intet fravær det næste år.")
    presence.add_absence(AbsenceDraft(karen, date(2026, 7, 20), date(2026, 8, 7), "F"))
    presence.add_absence(AbsenceDraft(karen, date(2026, 5, 12), date(2026, 5, 12), "A", 480, 600))
    presence.add_absence(AbsenceDraft(karen, date(2027, 5, 12), date(2027, 5, 12), "A"))
    card = absence_card(demo_services, karen)
    assert [(line.text, line.detail) for line in card.lines] == [
        ("12. maj kl. 8–10", "Afspadsering"),
        ("20. juli–7. august", "Ferie"),
    ]


def test_much_absence_is_counted(demo_services, clock, karen):
    for week in range(8):
        day = TODAY + timedelta(weeks=week, days=1)
        demo_services.presence.add_absence(AbsenceDraft(karen, day, day, "A"))
    lines = PresenceAboutPerson(demo_services.presence, clock).card(karen).lines
    assert len(lines) == 7
    assert lines[-1].text == "og 2 til det næste år"
    assert "absence" in demo_services.staff.about_tables()
