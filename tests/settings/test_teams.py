from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.models.meetings import Meeting, MeetingKind, MeetingTeam
from dagleder.models.staff import Employee, TeamMembership
from dagleder.settings.places import SiteDraft, TeamDraft, icon_for
from dagleder.settings.staffing import Need, NeedDraft, Place
from dagleder.settings.teams import ensure_team

AUGUST = date(2026, 8, 1)


def names(settings, on=None):
    return [team.name for team in settings.teams(on)]


def belongs(database, team_id, *names, end=None, valid_to=None):
    """Makes people who belong to the stue."""
    with database.writing("Medarbejdere") as session:
        for name in names:
            someone = Employee(first_name=name, initials=name[:2].upper(), role="P", end=end)
            session.add(someone)
            session.flush()
            assert someone.id
            session.add(TeamMembership(employee_id=someone.id, team_id=team_id, valid_to=valid_to))


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("Mariehønen", "bug"),
        ("EGERNET", "squirrel"),
        ("Spurven", "bird"),
        ("Skovstuen", "trees"),
        ("Humlebien", "flower"),
    ],
)
def test_a_stue_gets_an_icon_that_fits_its_name(name, icon):
    assert icon_for(name) == icon


def test_stuer_stand_in_the_leaders_order(settings, database):
    ids = [settings.add_team(TeamDraft(name)) for name in ("Ræven", "Egernet", "Uglen")]
    assert names(settings) == ["Ræven", "Egernet", "Uglen"]
    settings.order_teams([ids[2], ids[0]])
    assert names(settings) == ["Uglen", "Ræven", "Egernet"]
    database.undo()
    assert names(settings) == ["Ræven", "Egernet", "Uglen"]


def test_a_stue_is_renamed_moved_and_given_an_icon(settings):
    forest = settings.add_site(SiteDraft("Skovhuset", "Skovvej 2"))
    team = settings.add_team(TeamDraft("Uglen"))
    settings.change_team(team, TeamDraft("Store Ugle", forest, "star"))
    (changed,) = settings.teams()
    assert (changed.name, changed.site, changed.icon) == ("Store Ugle", "Skovhuset", "star")
    settings.change_team(team, TeamDraft(" Uglen "))
    (changed,) = settings.teams()
    assert (changed.name, changed.site, changed.icon) == ("Uglen", "Skovhuset", "star")


@pytest.mark.parametrize("name", ["MARIEHØNEN", " Mariehønen ", "mariehoenen"])
def test_two_stuer_cannot_have_one_name(settings, name):
    settings.add_team(TeamDraft("Mariehønen"))
    with pytest.raises(UserProblem, match="allerede en stue, der hedder Mariehønen"):
        settings.add_team(TeamDraft(name))


@pytest.mark.parametrize("name", ["", "  ", "Stue 010190-1234"])
def test_a_stue_needs_a_name_without_numbers_of_people(settings, name):
    with pytest.raises(UserProblem):
        settings.add_team(TeamDraft(name))


def test_ensure_team_finds_makes_and_reopens(settings, database):
    with database.writing("Hent medarbejdere") as session:
        first = ensure_team(session, "Mariehønen")
        assert ensure_team(session, " MARIEHØNEN") == first
        assert ensure_team(session, "Spurven") != first
    settings.close_team(first, date(2026, 1, 1))
    with database.writing("Hent medarbejdere") as session:
        assert ensure_team(session, "mariehønen") == first
    assert names(settings, AUGUST) == ["Mariehønen", "Spurven"]


def test_closing_says_who_is_left_without_stue_and_deletes_nothing(settings, database):
    team = settings.add_team(TeamDraft("Ræven"))
    belongs(database, team, "Otto", "Rikke")
    belongs(database, team, "Signe", end=date(2026, 6, 30))
    belongs(database, team, "Thea", valid_to=date(2026, 7, 31))
    assert settings.closing_means(team, AUGUST) == (
        "Fra 1. august 2026 er Ræven ikke med mere. 2 medarbejdere står derefter uden stue: Otto og Rikke."
    )
    settings.close_team(team, AUGUST)
    assert names(settings, date(2026, 7, 31)) == ["Ræven"]
    assert names(settings, AUGUST) == []
    assert names(settings) == ["Ræven"]
    settings.reopen_team(team)
    assert names(settings, AUGUST) == ["Ræven"]


def test_closing_tells_of_meetings_after_the_day(settings, database):
    team = settings.add_team(TeamDraft("Ræven"))
    with database.writing("Møder") as session:
        kind = MeetingKind(key="stue", name="Stuemøde", letter="S", style="soft", audience="team")
        session.add(kind)
        session.flush()
        assert kind.id
        for number, day in enumerate((date(2026, 5, 1), AUGUST, date(2026, 9, 1))):
            meeting = Meeting(
                uid=str(number), kind_id=kind.id, title="Stuemøde", day=day, start_minute=750, end_minute=810
            )
            session.add(meeting)
            session.flush()
            assert meeting.id
            session.add(MeetingTeam(meeting_id=meeting.id, team_id=team))
    assert "2 møder efter den dag bliver stående" in settings.closing_means(team, AUGUST)


def test_closing_a_stue_nobody_uses_says_so(settings):
    team = settings.add_team(TeamDraft("Ræven"))
    assert settings.closing_means(team, AUGUST) == (
        "Fra 1. august 2026 er Ræven ikke med mere. Ingen er knyttet til den."
    )


def test_what_is_gone_meanwhile_is_told(settings):
    with pytest.raises(UserProblem, match="Måske er det fortrudt"):
        settings.close_team(99, AUGUST)


def test_a_closed_stue_keeps_its_name(settings):
    team = settings.add_team(TeamDraft("Ræven"))
    settings.close_team(team, AUGUST)
    with pytest.raises(UserProblem, match="Åbn den igen"):
        settings.add_team(TeamDraft("Ræven"))


def test_only_a_stue_nobody_ever_used_is_deleted(settings, database):
    used, unused = settings.add_team(TeamDraft("Ræven")), settings.add_team(TeamDraft("Revæn"))
    belongs(database, used, "Otto", end=date(2020, 1, 1))
    settings.set_needs([NeedDraft(Place(team_id=unused), Need(2))])
    with pytest.raises(UserProblem, match="Ræven bruges af 1 medarbejder"):
        settings.delete_team(used)
    settings.delete_team(unused)
    assert names(settings) == ["Ræven"]
    assert settings.need_rows() == ()
    database.undo()
    assert names(settings) == ["Ræven", "Revæn"]
    assert len(settings.need_rows()) == 5
