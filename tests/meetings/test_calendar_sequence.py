"""A calendar keeps the entry with the highest SEQUENCE: whatever she does in between, the newest file must win."""

import random
from contextlib import suppress
from datetime import timedelta

from icalendar import Calendar

from dagleder.app import open_house
from dagleder.base.errors import UserProblem
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.files import plan_ics
from dagleder.meetings.meeting import Guest
from dagleder.meetings.plan_year import PlanYear
from dagleder.settings.places import TeamDraft
from dagleder.storage.backups import keep_backup
from dagleder.storage.restoring import restore, restore_damaged
from tests.conftest import NOW
from tests.meetings.make import day
from tests.storage.seeds import seeded

TELLS = ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "STATUS")


def entries(meetings):
    """By code, the number and what the calendar shows."""
    calendar = Calendar.from_ical(plan_ics(meetings.plan(PlanYear(2026))))
    return {
        str(entry["UID"]): (int(str(entry["SEQUENCE"])), [entry[name].to_ical() for name in TELLS if name in entry])
        for entry in calendar.walk("VEVENT")
    }


def assert_the_newer_wins(before, after):
    for uid in before.keys() & after.keys():
        (old, told), (new, tells) = before[uid], after[uid]
        assert new >= old
        assert new > old or tells == told


def edits(services, employee):
    meetings, database, settings = services.meetings, services.database, services.settings
    one, other = settings.open_teams()

    def change(chance, meeting):
        guests = chance.choice([(), (Guest(employee_id=employee),), (Guest(name="Mette", role="konsulent"),)])
        teams = chance.choice([(), (one.id,), (one.id, other.id)])
        times = Times(meeting.start, meeting.end)
        meetings.change(meeting.id, MeetingDraft(meeting.kind.id, meeting.day, times, team_ids=teams, guests=guests))

    return [
        change,
        lambda chance, meeting: meetings.move(meeting.id, meeting.day + timedelta(days=chance.choice((-1, 1)))),
        lambda _, meeting: (meetings.reinstate if meeting.cancelled else meetings.cancel)(meeting.id),
        lambda chance, _: settings.change_team(one.id, TeamDraft(chance.choice(("Egernet", "Ræven")), one.site_id)),
        *[lambda *_: database.undo()] * 3,
        *[lambda *_: database.redo()] * 2,
    ]


@seeded
def test_no_entry_ever_falls_and_one_that_differs_rises(service, services, hire, kind, seed):
    chance, doings = random.Random(seed), edits(services, hire("Karen"))
    for number in range(3):
        service.add(MeetingDraft(kind["personalemoede"], day(f"{10 + number}/3"), Times(600, 660)))
    files = [entries(service)]
    for _ in range(150):
        there = service.meetings()
        doing = chance.choice(doings) if there else doings[-1]  # all undone: go forward again
        with suppress(UserProblem):  # nothing to undo, or nothing to redo
            doing(chance, chance.choice(there or [None]))
        files.append(entries(service))
    assert len({tuple(sorted(file)) + tuple(map(str, file.values())) for file in files}) > 20
    for number, before in enumerate(files):
        for after in files[number + 1 :: 7]:
            assert_the_newer_wins(before, after)


def test_what_is_undone_comes_to_the_calendar_too(service, services, kind):
    meeting_id = service.add(MeetingDraft(kind["personalemoede"], day("17/3"), Times(600, 660)))
    laid = entries(service)
    service.cancel(meeting_id)
    given = entries(service)
    services.database.undo()
    (undone,), (first,), (cancelled,) = (file.values() for file in (entries(service), laid, given))
    assert undone[1] == first[1]
    assert undone[0] > cancelled[0] > first[0]


def test_an_older_copy_put_in_the_house_s_place_counts_as_newer(service, services, kind, clock):
    meeting_id = service.add(MeetingDraft(kind["personalemoede"], day("17/3"), Times(600, 660)))
    copy = keep_backup(services.database, NOW).backup.path
    service.cancel(meeting_id)
    given = entries(service)
    restore(services.database, copy, clock)
    restored = entries(service)
    assert_the_newer_wins(given, restored)
    assert [told for _, told in restored.values()] != [told for _, told in given.values()]
    services.close()
    restore_damaged(services.database.path, copy, clock)
    again = open_house(services.database.path, None, clock)
    assert_the_newer_wins(given, entries(again.meetings))
    again.close()
