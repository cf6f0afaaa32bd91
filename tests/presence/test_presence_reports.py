from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from dagleder.exchange.pdf import render_pdf
from dagleder.presence.kinds import KINDS
from dagleder.presence.reports import week_grid, week_in_words
from dagleder.settings.closing_days import ClosingDay
from tests.presence.make import (
    BEE,
    BUG,
    FRIDAY,
    MONDAY,
    NOON,
    OPENING,
    TUESDAY,
    WEDNESDAY,
    absent,
    attendance,
    house,
    lent,
    need,
    person,
    vikar,
)
from tests.presence.test_person_day import at

PRINTED = date(2026, 3, 12)


def text_of(document):
    pages = PdfReader(BytesIO(render_pdf(document))).pages
    return len(pages), " ".join("\n".join(page.extract_text() for page in pages).split())


@pytest.fixture
def week():
    return attendance(
        person(1, "8-15.30", role="PM"),
        person(2, "6.30-14", "8-16", "", "7 t", "8-16"),
        person(3, "9.30-17", teams=(BEE,)),
        person(4, "8-16", role="PL", teams=()),
        at=house(need(OPENING, 1), need(NOON, 2), closing=[ClosingDay(1, FRIDAY, "Lukkeuge", None)]),
        absences=[absent(1, "S", TUESDAY), absent(2, "A", TUESDAY, span=(720, 960))],
        loans=[lent(1, BEE, WEDNESDAY)],
        engagements=[at(MONDAY, "12", "13", who=1)],
        substitutes=[vikar(BUG, TUESDAY)],
    ).week(MONDAY)


def test_the_week_in_words_says_what_lacks_and_that_the_rest_is_covered(week):
    pages, text = text_of(week_in_words(week, "Børnehuset Solsikken", PRINTED))
    assert pages == 1
    assert "Uge 12 · 16.–20. marts" in text
    assert "Fredag · Lukkeuge: huset er lukket." in text
    assert "Mariehønen, mandag kl. 12–13: kun Helle Gitte er til personalemøde. I vil være mindst 2." in text
    assert "1 uden mødetid: Helle. Timerne tæller med for hele dagen, men ikke i tidsrummene." in text
    assert "Resten af ugen er dækket, så vidt det kan regnes ud. Humlebien og Uglen har intet minimum." in text
    assert "Loven sætter ikke et antal for en stue på en bestemt dag." in text


def test_the_grid_lists_everybody_with_hours_and_numbers(week):
    pages, text = text_of(week_grid(week, "Børnehuset Solsikken", PRINTED))
    assert pages == 1
    assert "Gitte Efternavn1 Medhj. 8–15.30 M Fri på Humlebien 8–15.30 Fri" in text
    assert "Helle Efternavn2 Pæd. 6.30–14 8–12 Fri 7 timer Fri" in text
    assert "Åbn · Form · Mid · Eft · Luk antal 1 · 2 · 1! · 1 · 0" in text
    assert "– · 1 · 1 · 1 · – lukket Hele dagen 2 1 0 2 Gitte" in text, "Friday is a lukkedag"
    assert "Vikar 6.30–17" in text
    assert "Uden stue" in text


@pytest.mark.parametrize("paper", [week_in_words, week_grid])
def test_no_kind_of_absence_stands_on_paper(paper):
    people = [person(number, "8-16") for number in range(len(KINDS))]
    away = [absent(number, kind.key) for number, kind in enumerate(KINDS)]
    found = attendance(*people, at=house(need(NOON, 9)), absences=away).week(MONDAY)
    _, text = text_of(paper(found, "Solsikken", PRINTED))
    for kind in KINDS:
        assert kind.phrase not in text
        if kind.key != "X":  # the word is an ordinary one
            assert kind.name.lower() not in text.lower()


def test_a_house_of_sixty_runs_over_pages_without_losing_anybody():
    people = [person(number, "8-16", teams=(number % 3 + 1,)) for number in range(60)]
    pages, text = text_of(week_grid(attendance(*people).week(MONDAY), "Solsikken", PRINTED))
    assert 2 <= pages <= 4
    assert all(f"Efternavn{number} " in text for number in range(60))


def test_a_meeting_is_marked_in_the_shift_it_takes_of_and_nowhere_else():
    meetings = [at(MONDAY, "12", "13", who=who) for who in (1, 2, 3)] + [at(TUESDAY, "17", "20", who=1)]
    meetings += [at(TUESDAY, "8", "16", who=2), at(MONDAY, "12", "13", who=4)]
    week = attendance(
        *(person(number, "8-16") for number in (1, 2, 3)),
        person(4, "7 t"),
        absences=[absent(2, "B"), absent(3, "A", span=(840, 960))],
        engagements=meetings,
    ).week(MONDAY)
    _, text = text_of(week_grid(week, "Solsikken", PRINTED))
    assert "Gitte Efternavn1 Pæd. 8–16 M 8–16 8–16" in text, "an evening is no part of the shift"
    assert "Helle Efternavn2 Pæd. Fri M 8–16" in text, "one on orlov has no meeting"
    assert "Karen Efternavn3 Pæd. 8–12, 13–14 M 8–16" in text
    assert "Mads Efternavn4 Pæd. 6 timer" in text


def test_what_lacks_clock_times_is_not_said_to_be_below_what_is_wanted():
    week = attendance(person(1), at=house(need(NOON, 1))).week(MONDAY)
    _, text = text_of(week_in_words(week, "Solsikken", PRINTED))
    assert "Uden mødetid Mariehønen: 1 uden mødetid" in text
    assert "Under det ønskede" not in text


def test_without_clock_times_the_paper_counts_days_and_says_who_lacks_them():
    people = [person(number) for number in range(3)]
    week = attendance(*people, at=house(need(None, 4))).week(MONDAY, BUG)
    _, text = text_of(week_grid(week, "Solsikken", PRINTED))
    assert "antal – · – · – · – · –" in text
    assert "Hele dagen 3! (mindst 4)" in text
    assert "3 uden mødetid: Ida, Gitte og Helle." in text
    assert "– = kan ikke siges" in text
    assert "Humlebien" not in text
    _, words = text_of(week_in_words(week, "Solsikken", PRINTED))
    assert "Solsikken · Uge 12 · 16.–20. marts · Mariehønen" in words
    assert "Resten af ugen er dækket, talt på hele dage." in words
