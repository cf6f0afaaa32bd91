"""What presence and staff hear of meetings."""

from datetime import datetime

import pytest

from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.meeting import Guest
from dagleder.meetings.places import MeetingsAtLeaving, MeetingSource
from dagleder.meetings.states import PLANNED, PROPOSED
from dagleder.presence.sources import Engagement
from dagleder.settings.staffing import Need, NeedDraft, Place
from tests.meetings.make import day

NOON = Times(12 * 60 + 30, 13 * 60 + 30)
WEDNESDAY = day("18/3")


def test_a_meeting_takes_its_people_from_the_stue(service, services, hire, kind):
    karen = hire("Karen", "P", 1)
    hire("Bo", "PM", 2)
    held = service.add(MeetingDraft(kind["stuemoede"], WEDNESDAY, NOON, team_ids=(1,)))
    assert list(MeetingSource(services.database).engagements(WEDNESDAY, WEDNESDAY)) == [
        Engagement(
            karen,
            datetime(2026, 3, 18, 12, 30),
            datetime(2026, 3, 18, 13, 30),
            "stuemøde",
            ("meetings", held),
        )
    ]


@pytest.mark.parametrize("change", ["cancel", "proposed"])
def test_a_cancelled_or_proposed_meeting_takes_nobody(service, services, hire, kind, change):
    hire("Karen", "P", 1)
    state = PROPOSED if change == "proposed" else PLANNED
    held = service.add(MeetingDraft(kind["personalemoede"], WEDNESDAY, NOON, state=state))
    if change == "cancel":
        service.cancel(held)
    assert list(MeetingSource(services.database).engagements(WEDNESDAY, WEDNESDAY)) == []


def test_a_meeting_of_all_inside_the_opening_hours_shows_in_the_coverage(service, services, hire, kind):
    for name, team in (("Karen", 1), ("Bo", 1), ("Ida", 2)):
        hire(name, "P", team)
    middag = services.settings.bands()[2].id
    services.settings.set_needs([NeedDraft(Place(team_id=1), Need(1), middag)])
    view = services.presence.day(WEDNESDAY)
    assert [band.present for band in view.team(1).bands] == [0, 2, 2, 2, 0]
    service.add(MeetingDraft(kind["personalemoede"], WEDNESDAY, NOON))
    view = services.presence.day(WEDNESDAY)
    assert [band.present for band in view.team(1).bands] == [0, 2, 0, 2, 0]
    found = service.with_the_children(service.meetings()[0].id)
    assert [(each.name, each.count) for each in found] == [
        ("Mariehønen", "0 af mindst 1"),
        ("Humlebien", "0 tilbage, intet minimum"),
    ]
    (gap,) = services.presence.findings(WEDNESDAY, WEDNESDAY)
    assert "er til personalemøde" in gap.text


def test_the_meetings_a_leaver_is_named_on_are_told(service, services, hire, kind):
    karen = hire("Karen", "P", 1)
    guests = (Guest(employee_id=karen),)
    for text in ("17/3", "24/3", "31/3"):
        service.add(MeetingDraft(kind["netvaerk"], day(text), NOON, guests=guests))
    place = MeetingsAtLeaving(services.database)
    (told,) = place.at_leaving(karen, day("20/3"))
    assert told.text == "Står på 2 møder efter den dag. Vælg selv, hvem der tager over."
    assert place.at_leaving(karen, day("31/3")) == ()
    assert [c.what for c in services.staff.leaving_means(karen, day("20/3"))].count("Møder") == 1


def test_the_meetings_that_go_on_without_a_leaver_are_told(service, services, hire, kind):
    karen = hire("Karen", "P", 1)
    held = [
        service.add(MeetingDraft(kind["stuemoede"], each, NOON, team_ids=(1,)))
        for each in map(day, ("17/3", "31/3", "14/4"))
    ]
    service.add(MeetingDraft(kind["stuemoede"], day("1/4"), NOON, team_ids=(2,)))
    service.cancel(held[2])
    place = MeetingsAtLeaving(services.database)
    (told,) = place.at_leaving(karen, day("20/3"))
    assert told.text == "1 møde efter den dag holdes med en færre; det første er stuemøde 31. marts."
    assert told.opens == ("meetings", held[1])
    service.add(MeetingDraft(kind["netvaerk"], day("24/3"), NOON, guests=(Guest(employee_id=karen),)))
    (told,) = place.at_leaving(karen, day("20/3"))
    assert told.text.startswith("Står på 1 møde efter den dag. Vælg selv, hvem der tager over. 1 møde efter den dag")
