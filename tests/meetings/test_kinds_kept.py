import pytest

from dagleder.base.errors import UserProblem
from dagleder.meetings.kinds import SHIPPED, Audience, KindDraft


def test_a_new_house_has_the_shipped_kinds_in_order(service):
    assert [kind.key for kind in service.kinds()] == [shipped.key for shipped in SHIPPED]
    staff_meeting, team_meeting, pedagogues, *_ = service.kinds()
    assert (staff_meeting.audience, staff_meeting.minutes, staff_meeting.place) == (Audience.ALL, 180, "Fællesrummet")
    assert (team_meeting.audience, pedagogues.roles) == (Audience.TEAM, {"P", "PA"})


def test_a_kind_is_added_last_with_a_key_of_its_own(service, services):
    kind_id = service.add_kind(KindDraft(" Morgen  møde ", "O", minutes=15))
    added = service.kinds()[-1]
    assert (added.id, added.name, added.letter, added.minutes) == (kind_id, "Morgen møde", "O", 15)
    assert added.key.isalpha()
    assert services.database.undo_name() == "Ny mødetype: Morgen møde"


def test_a_kind_is_renamed_and_meetings_keep_their_title(service, services, kind):
    service.plan_year(2027)
    service.change_kind(kind["personalemoede"], KindDraft("Aftenmøde", "A", "primary", Audience.ALL))
    assert service.kinds()[0].name == "Aftenmøde"
    assert {m.title for m in service.meetings() if m.kind.id == kind["personalemoede"]} == {"Personalemøde"}
    assert services.database.undo_name() == "Ret mødetypen Aftenmøde"


def test_a_hidden_kind_is_neither_offered_nor_proposed(service, services, kind):
    service.hide_kind(kind["p_moede"])
    assert "p_moede" not in {kind.key for kind in service.kinds()}
    assert "p_moede" in {kind.key for kind in service.kinds(hidden=True)}
    assert "p_moede" not in {meeting.kind.key for meeting in service.propose_year(2027)}
    assert services.database.undo_name() == "Skjul mødetypen P-møde"
    service.hide_kind(kind["p_moede"], hidden=False)
    assert services.database.undo_name() == "Vis mødetypen P-møde"
    assert "p_moede" in {meeting.kind.key for meeting in service.propose_year(2027)}


def test_what_cannot_be_kept_is_refused(service):
    with pytest.raises(UserProblem):
        service.add_kind(KindDraft("", "O"))
    assert len(service.kinds()) == len(SHIPPED)
