from dataclasses import replace

import pytest

from dagleder.base.errors import UserProblem
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.meeting import Guest
from dagleder.meetings.states import CANCELLED, HELD, PLANNED, PROPOSED
from dagleder.meetings.versions import MOVED_BY_HAND
from tests.conftest import NOW
from tests.meetings.make import day

EVENING = Times(17 * 60, 20 * 60)


@pytest.fixture
def draft(kind):
    return MeetingDraft(kind["personalemoede"], day("17/3"), EVENING)


@pytest.fixture
def meeting_id(service, draft):
    return service.add(draft)


def test_a_new_meeting_has_its_kinds_name_and_place(service, meeting_id):
    made = service.meeting(meeting_id)
    assert (made.title, made.place, made.state) == ("Personalemøde", "Fællesrummet", PLANNED)
    assert (made.start, made.end, made.changed_at) == (1020, 1200, NOW)
    assert made.uid.isalpha()


def test_each_meeting_has_a_code_of_its_own(service, draft):
    assert service.meeting(service.add(draft)).uid != service.meeting(service.add(draft)).uid


def test_a_moved_meeting_remembers_where_it_was(service, services, meeting_id):
    service.move(meeting_id, day("24/3"), because="vinterferien")
    moved = service.meeting(meeting_id)
    assert (moved.day, moved.original_day, moved.because) == (day("24/3"), day("17/3"), "vinterferien")
    assert services.database.undo_name() == "Flyt Personalemøde 17. marts til 24. marts"


def test_moved_twice_it_remembers_the_first_day_and_back_home_it_is_not_moved(service, meeting_id):
    service.move(meeting_id, day("24/3"))
    service.move(meeting_id, day("31/3"))
    assert (service.meeting(meeting_id).original_day, service.meeting(meeting_id).because) == (
        day("17/3"),
        MOVED_BY_HAND,
    )
    service.move(meeting_id, day("17/3"))
    home = service.meeting(meeting_id)
    assert (home.original_day, home.because) == (None, "")


def test_another_time_on_the_same_day_is_no_other_day(service, services, meeting_id):
    service.move(meeting_id, day("17/3"), Times(960, 1080))
    moved = service.meeting(meeting_id)
    assert (moved.start, moved.end, moved.original_day) == (960, 1080, None)
    assert services.database.undo_name() == "Flyt Personalemøde 17. marts til kl. 16.00"


def test_what_changes_nothing_leaves_no_step(service, services, meeting_id):
    steps = len(services.database.history())
    service.move(meeting_id, day("17/3"))
    service.lengthen(meeting_id, 180)
    service.set_guests(meeting_id, [])
    assert len(services.database.history()) == steps


def test_a_meeting_is_lengthened(service, services, meeting_id):
    service.lengthen(meeting_id, 240)
    assert service.meeting(meeting_id).end == 1260
    assert services.database.undo_name() == "Forlæng Personalemøde 17. marts til kl. 21.00"
    service.lengthen(meeting_id, 60)
    assert services.database.undo_name() == "Afkort Personalemøde 17. marts til kl. 18.00"
    with pytest.raises(UserProblem):
        service.lengthen(meeting_id, 0)
    with pytest.raises(UserProblem):
        service.lengthen(meeting_id, 24 * 60)


def test_a_cancelled_meeting_stays_and_can_be_planned_again(service, services, meeting_id):
    service.cancel(meeting_id)
    assert service.meeting(meeting_id).state == CANCELLED
    assert services.database.undo_name() == "Aflys Personalemøde 17. marts"
    service.reinstate(meeting_id)
    assert service.meeting(meeting_id).state == PLANNED
    assert services.database.undo_name() == "Genopret Personalemøde 17. marts"


def test_a_proposal_is_agreed_on_and_held(service, draft):
    proposed = service.add(replace(draft, state=PROPOSED))
    service.confirm(proposed)
    assert service.meeting(proposed).state == PLANNED
    service.mark_held(proposed)
    assert service.meeting(proposed).state == HELD


def test_what_is_so_already_is_told(service, meeting_id):
    with pytest.raises(UserProblem, match="allerede planlagt"):
        service.reinstate(meeting_id)


def test_guests_are_staff_by_id_and_others_by_name(service, services, meeting_id, hire):
    karen = hire("Karen", "P", 1)
    outside = Guest(name="Mette  Lindgaard", role="konsulent", mail="mette@example.org")
    service.set_guests(meeting_id, [Guest(employee_id=karen), outside])
    assert service.meeting(meeting_id).guests == (
        Guest(karen, "Karen Ulvdal"),
        Guest(None, "Mette Lindgaard", "konsulent", "mette@example.org"),
    )
    assert services.database.undo_name() == "Ret deltagere i Personalemøde 17. marts"
    service.set_guests(meeting_id, [outside])
    assert [guest.name for guest in service.meeting(meeting_id).guests] == ["Mette Lindgaard"]


def test_what_cannot_be_seen_is_not_kept(service, draft):
    made = service.meeting(service.add(replace(draft, title="A\u030aben\x00 aften\t", note="Linje\x07 1\nLinje 2 ")))
    assert (made.title, made.note) == ("Åben aften", "Linje 1\nLinje 2")


def test_who_has_left_or_is_gone_cannot_be_invited(service, services, meeting_id, hire):
    karen = hire("Karen", "P", 1)
    services.staff.leave(karen, day("1/3"))
    for who, said in ((karen, "Karen er ikke ansat 17. marts 2026."), (999, "findes ikke længere")):
        with pytest.raises(UserProblem, match=said) as raised:
            service.set_guests(meeting_id, [Guest(employee_id=who)])
        assert raised.value.field == "guests"


def test_a_closed_or_unknown_stue_is_refused(service, services, draft):
    services.settings.close_team(2, day("1/3"))
    for team in (2, 99):
        with pytest.raises(UserProblem) as raised:
            service.add(replace(draft, team_ids=(team,)))
        assert raised.value.field == "team_ids"
    assert service.meetings() == ()


def test_everything_of_a_meeting_can_be_changed_at_once(service, services, meeting_id, kind):
    guests = (Guest(name="Mette"),)
    service.change(
        meeting_id,
        MeetingDraft(kind["personalemoede"], day("24/3"), EVENING, "Aften", "Hallen", (2,), guests, "Husk kage"),
    )
    changed = service.meeting(meeting_id)
    assert (changed.full_title, changed.place, changed.note) == ("Aften · Humlebien", "Hallen", "Husk kage")
    assert changed.original_day == day("17/3")
    assert services.database.undo_name() == "Flyt Personalemøde 17. marts til 24. marts"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"day": day("6/1/2027")}, "Flyt Personalemøde 17. marts til 6. januar 2027"),
        ({"times": Times(960, 1140)}, "Flyt Personalemøde 17. marts til kl. 16.00"),
        ({"times": Times(1020, 1260)}, "Forlæng Personalemøde 17. marts til kl. 21.00"),
        ({"team_ids": (1,)}, "Ret stuer for Personalemøde 17. marts"),
        ({"title": "Sommerfest"}, "Omdøb Personalemøde 17. marts"),
        ({"place": "Hallen"}, "Ret sted for Personalemøde 17. marts"),
        ({"note": "Husk kage"}, "Ret note til Personalemøde 17. marts"),
        ({"guests": (Guest(name="Mette"),)}, "Ret Personalemøde 17. marts"),
    ],
)
def test_the_step_of_a_change_is_named_as_the_leader_knows_it(service, services, meeting_id, draft, change, name):
    service.change(meeting_id, replace(draft, **{"title": "Personalemøde"} | change))
    assert services.database.undo_name() == name


def test_a_stues_meeting_is_named_with_its_stue(service, services, kind):
    made = service.add(MeetingDraft(kind["stuemoede"], day("18/3"), Times(750, 810), team_ids=(2,)))
    service.cancel(made)
    assert services.database.undo_name() == "Aflys Stuemøde · Humlebien 18. marts"


def test_why_a_meeting_was_moved_can_be_told_afterwards(service, services, meeting_id):
    service.explain_move(meeting_id, "vinterferien")  # it has not been moved
    assert service.meeting(meeting_id).because == ""
    service.move(meeting_id, day("24/3"))
    service.explain_move(meeting_id, " vinterferien ")
    assert service.meeting(meeting_id).because == "vinterferien"
    assert services.database.undo_name() == "Ret grund til flytning af Personalemøde 24. marts"
    service.explain_move(meeting_id, "")
    assert service.meeting(meeting_id).because == MOVED_BY_HAND


def test_undone_and_redone_it_is_as_it_was(service, services, meeting_id):
    before = service.meetings()
    service.move(meeting_id, day("24/3"))
    after = service.meetings()
    services.database.undo()
    assert service.meetings() == before
    services.database.redo()
    assert service.meetings() == after


def test_a_meeting_that_is_gone_is_told(service):
    with pytest.raises(UserProblem, match="findes ikke længere"):
        service.move(77, day("24/3"))


def test_an_unknown_kind_is_refused(service, draft):
    with pytest.raises(UserProblem) as raised:
        service.add(replace(draft, kind_id=99))
    assert raised.value.field == "kind_id"


def test_the_checks_of_a_kept_and_an_unkept_meeting_agree(service, draft, hire):
    hire("Karen", "P", 1)
    wrong = replace(draft, day=day("2/4"), times=Times(1200, 1300), team_ids=(1,))
    unkept = service.check_draft(wrong)
    kept = service.findings(service.add(wrong))
    assert [(f.level, f.subject, f.text) for f in unkept] == [(f.level, f.subject, f.text) for f in kept]
    assert [f.text for f in kept] == ["Skærtorsdag er helligdag."]


def test_those_who_take_part(service, meeting_id, hire):
    hire("Karen", "P", 1)
    hire("Bo", "PM", 2)
    assert [person.called for person in service.participants(meeting_id)] == ["Bo", "Karen"]
