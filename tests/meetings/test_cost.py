"""What a year of a big house costs: work grows with those a meeting concerns, not with everybody for each meeting."""

from datetime import date

from dagleder.meetings.checks import Surroundings, check_meeting
from dagleder.meetings.drafts import SeriesDraft, Times
from dagleder.presence.person_day import person_day
from tests.meetings.make import day, meeting
from tests.presence.make import BEE, BUG, TUESDAY, attendance, person
from tests.queries import count_queries


def test_one_more_meeting_of_a_series_costs_its_two_rows_and_nothing_else(service, kind):
    def laying(*days):
        draft = SeriesDraft(kind["stuemoede"], Times(780, 840), days=days, team_id=1)
        return count_queries(lambda: service.add_series(draft))

    few = laying(day("3/2"), day("10/2"))
    many = [date(2026, month, number) for month in range(3, 12) for number in (3, 10, 17)]
    assert laying(*many) == few + 2 * (len(many) - 2)


def test_an_evening_meeting_of_a_stue_looks_at_nobody_but_its_own_people(monkeypatch):
    looked_at = []

    def watched(who, *rest):
        looked_at.append(who.id)
        return person_day(who, *rest)

    monkeypatch.setattr("dagleder.presence.attendance.person_day", watched)
    staff = [person(1, "8-16"), *(person(number, "8-16", teams=(BEE,)) for number in range(2, 40))]
    there = attendance(*staff, first=TUESDAY, last=date(2026, 6, 30))
    held = meeting("stuemoede", at="18-22", teams=(BUG,))
    found = check_meeting(held, Surroundings(there, [held], date(2026, 1, 1), date(2026, 12, 31)))
    assert [finding.text for finding in found] == [
        "Slutter kl. 22, og næste dag møder Gitte kl. 8: under 11 timers hvile."
    ]
    assert looked_at == [1, 1]  # that day and the next
