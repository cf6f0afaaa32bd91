from datetime import date, timedelta

import pytest

from dagleder.base.errors import Bug
from dagleder.models.staff import TeamMembership
from dagleder.presence.drafts import AbsenceDraft, LoanDraft, SubstituteDraft
from dagleder.presence.places import PresenceAtLeaving
from dagleder.presence.service import PresenceService
from dagleder.settings.staffing import Need, NeedDraft, Place
from tests.presence.make import BEE, BUG, CLOSING, FRIDAY, MONDAY, MORNING, NOON, THURSDAY, TUESDAY, WEDNESDAY, numbers
from tests.presence.test_person_day import at
from tests.queries import count_queries


def names(people):
    return [each.name for each in people]


def test_a_week_lists_everybody_by_stue_also_those_who_are_away(presence, hire):
    hire("Ågot", "Aaby", "8-16")
    hire("Bo", "Ærø", "8-16")
    away = hire("Carla", "Bang", "8-16")
    hire("Leder", "Zenia", role="PL", team=None)
    hire("Ny", "Nielsen", start=MONDAY + timedelta(days=7))
    presence.add_absence(AbsenceDraft(away, MONDAY, FRIDAY, "B"))
    week = presence.week(WEDNESDAY)
    assert (week.title, week.monday, len(week.days)) == ("Uge 12 · 16.–20. marts", MONDAY, 5)
    assert [(team.name, names(team.people)) for team in week.teams] == [
        ("Mariehønen", ["Carla Bang", "Bo Ærø", "Ågot Aaby"]),
        ("Humlebien", []),
        ("Uden stue", ["Leder Zenia"]),
    ]


@pytest.mark.parametrize(
    ("day", "title"),
    [(date(2026, 4, 1), "Uge 14 · 30. marts–3. april"), (date(2027, 1, 1), "Uge 53 · 28. december–1. januar")],
)
def test_a_week_over_the_turn_of_a_month_names_both(presence, day, title):
    assert presence.week(day).title == title


def test_this_week_is_that_of_the_clock(presence):
    assert presence.this_week().monday == date(2026, 3, 9)


def test_guests_stand_below_those_who_belong(presence, hire):
    hire("Ida", "Bi", "8-16", team=BEE)
    karen = hire("Karen", "Aa", "8-16")
    presence.add_loan(LoanDraft(karen, BEE, TUESDAY, TUESDAY))
    presence.add_substitute(SubstituteDraft(BEE, THURSDAY, FRIDAY, name="Anna"))
    bees = presence.week(MONDAY).teams[1]
    assert [(line.name, line.guest) for line in bees.people] == [("Ida Bi", False), ("Karen Aa", True), ("Anna", True)]
    anna = bees.people[2]
    assert [day is not None for day in anna.days] == [False, False, False, True, True]
    assert presence.week(MONDAY).teams[0].people[0].name == "Karen Aa"


def test_in_two_stuer_by_weekday_one_stands_on_both(presence, hire, database):
    karen = hire("Karen", "Aa", "8-16")
    with database.writing("Stue") as session:
        session.add(TeamMembership(employee_id=karen, team_id=BEE, weekdays=0b11000, position=1))
    bugs, bees = presence.week(MONDAY).teams
    assert [place.present for place in bugs.days] == [1, 1, 1, 0, 0]
    assert [place.present for place in bees.days] == [0, 0, 0, 1, 1]
    assert names(bugs.people) == names(bees.people) == ["Karen Aa"]


def test_a_stue_closed_in_the_middle_of_the_week_has_no_numbers_after(presence, hire, settings):
    hire("Karen", "Aa", "8-16")
    settings.close_team(BUG, WEDNESDAY)
    bugs = presence.week(MONDAY).teams[0]
    assert [place is not None for place in bugs.days] == [True, True, False, False, False]


def test_who_is_in_a_band(presence, hire):
    for name, days in (("Anne", "6.30-14"), ("Bente", "9-17"), ("Carla", "14-17"), ("Dorte", "8-16")):
        hire(name, "", days)
    hire("Else")
    lent = presence.week(MONDAY).teams[0].people[3].person.id
    presence.add_loan(LoanDraft(lent, BEE, MONDAY, MONDAY))
    found = presence.band_people(BUG, MONDAY, MORNING)
    told = [[each.called for each in part] for part in (found.here, found.partly, found.without_times, found.not_here)]
    assert told == [["Anne"], ["Bente"], ["Else"], ["Carla", "Dorte"]]
    assert [each.called for each in presence.band_people(BEE, MONDAY, MORNING).here] == ["Dorte"]
    assert [each.called for each in presence.band_people(BUG, MONDAY).here] == ["Anne", "Bente", "Carla"]


def test_who_could_be_a_vikar(presence, hire):
    hire("Anne", "A", "8-16")  # till 16, in the middle of the last band
    hire("Bente", "B", "8-12")
    hire("Carla", "C", "", "8-16", "", "", "")
    away = hire("Dorte", "D", "", "8-16", "", "", "")
    hire("Else", "E")  # works, nobody knows when
    hire("Grethe", "G", end=date(2026, 3, 1))
    hire("Vera", "V", role="V", hours=None, team=None)
    presence.add_absence(AbsenceDraft(away, MONDAY, MONDAY, "O"))
    attendance = presence.attendance(MONDAY, MONDAY)
    assert [each.called for each in attendance.free(MONDAY, CLOSING)] == ["Vera", "Bente", "Carla"]
    assert [each.called for each in attendance.free(MONDAY)] == ["Vera", "Carla"]


class Meetings:
    """A stand-in for a higher feature: the protocol is all that presence knows."""

    tables = frozenset({"meeting"})

    def __init__(self, *engagements):
        self.found = engagements
        self.asked = []

    def engagements(self, start, end):
        self.asked.append((start, end))
        return self.found


def test_sources_take_people_out_of_the_bands(hire, database, clock):
    karen = hire("Karen", "", "8-16")
    source = Meetings(at(MONDAY, "12", "13", who=karen))
    with_meetings = PresenceService(database, clock, [source])
    assert numbers(with_meetings.day(MONDAY).team(BUG)) == [0, 1, 0, 1, 0]
    assert source.asked == [(MONDAY, MONDAY)]
    blank = with_meetings.attendance(MONDAY, MONDAY, engagements=False).day(MONDAY)
    assert numbers(blank.team(BUG)) == [0, 1, 1, 1, 0]


def test_how_few_remain_when_some_are_called_away(presence, hire, settings):
    karen, mads = hire("Karen", "", "8-16"), hire("Mads", "", "8-16", role="PM")
    hire("Nanna", "", "6.30-12.30", role="PM")
    hire("Otto", role="PM")
    settings.set_needs([NeedDraft(Place(team_id=BUG), Need(2, 0, 1), NOON)])
    attendance = presence.attendance(MONDAY, MONDAY)
    (left,) = attendance.remaining(MONDAY, 720, 810, frozenset({karen}))
    assert (left.name, left.present, left.pedagogues, left.without_times) == ("Mariehønen", 1, 0, 1)
    assert (left.minimum, left.pedagogues_asked) == (2, 1)
    (left,) = attendance.remaining(MONDAY, 720, 750, frozenset({mads}))
    assert (left.present, left.pedagogues) == (2, 1)


def test_a_day_that_was_not_read_is_never_answered_by_half(presence):
    with pytest.raises(Bug):
        presence.attendance(MONDAY, MONDAY).day(TUESDAY)


def test_a_period_gives_its_findings(presence, settings):
    settings.set_needs([NeedDraft(Place(team_id=BUG), Need(1), CLOSING)])
    found = presence.findings(MONDAY, FRIDAY + timedelta(days=7))
    assert len(found) == 10
    assert found[0].subject == "Mariehønen, mandag: ingen efter kl. 15.30"


def test_leaving_tells_what_stays_behind(presence, hire, database):
    karen = hire("Karen", "", "8-16")
    presence.add_absence(AbsenceDraft(karen, MONDAY, TUESDAY, "F"))
    presence.add_absence(AbsenceDraft(karen, FRIDAY, FRIDAY, "F"))
    presence.add_loan(LoanDraft(karen, BEE, FRIDAY, FRIDAY))
    place = PresenceAtLeaving(database)
    assert [(each.what, each.text) for each in place.at_leaving(karen, TUESDAY)] == [
        ("Fravær", "1 fravær efter den dag bliver stående, men tæller ikke med."),
        ("Udlån", "1 lån efter den dag bliver stående, men tæller ikke med."),
    ]
    assert place.at_leaving(karen, FRIDAY) == []


def test_a_view_asks_a_fixed_number_of_queries(presence, hire):
    hire("Karen", "", "8-16")
    few = count_queries(lambda: presence.week(MONDAY))
    assert few
    for number in range(12):
        someone = hire(f"Nr. {number}", "", "8-16")
        presence.add_absence(AbsenceDraft(someone, MONDAY, FRIDAY, "F"))
    assert count_queries(lambda: presence.week(MONDAY)) == few
    assert count_queries(lambda: presence.attendance(date(2026, 1, 1), date(2026, 12, 31))) == few
