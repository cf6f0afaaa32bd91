from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.models.presence import Substitute
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.places import BandDraft, SiteDraft, TeamDraft
from dagleder.settings.staffing import Need, NeedDraft, Place


def drafts(settings):
    return [BandDraft(b.name, b.short_name, b.start, b.end, b.id) for b in settings.bands()]


def test_a_matrikel_is_added_and_renamed(settings, database):
    forest = settings.add_site(SiteDraft("Skovhuset"))
    settings.change_site(forest, SiteDraft("Skovly", "Skovvej 2"))
    assert [(site.name, site.address) for site in settings.sites()] == [("Hovedhuset", ""), ("Skovly", "Skovvej 2")]
    database.undo()
    assert [site.name for site in settings.sites()] == ["Hovedhuset", "Skovhuset"]


def test_the_last_matrikel_stays(settings):
    (main,) = settings.sites()
    with pytest.raises(UserProblem, match="mindst én matrikel"):
        settings.remove_site(main.id)


def test_a_matrikel_in_use_says_by_what(settings):
    forest = settings.add_site(SiteDraft("Skovhuset"))
    team = settings.add_team(TeamDraft("Uglen", forest))
    with pytest.raises(UserProblem, match="Uglen hører til Skovhuset"):
        settings.remove_site(forest)
    settings.delete_team(team)
    settings.add_closing_days(ClosingDraft(date(2026, 5, 15), date(2026, 5, 15), site_id=forest))
    with pytest.raises(UserProblem, match="Skovhuset har 1 lukkedag"):
        settings.remove_site(forest)


def test_a_matrikel_out_of_use_goes_with_its_minimum(settings):
    forest = settings.add_site(SiteDraft("Skovhuset"))
    settings.set_needs([NeedDraft(Place(site_id=forest), Need(2))])
    settings.remove_site(forest)
    assert [site.name for site in settings.sites()] == ["Hovedhuset"]
    assert settings.need_rows() == ()


def test_moving_an_edge_moves_two_bands_in_one_step(settings, database):
    opening, morning, *rest = drafts(settings)
    changed = [
        BandDraft("Åbning", "Åbn", 390, 570, opening.id),
        BandDraft("Formiddag", "Form", 570, 690, morning.id),
    ]
    settings.save_bands([*changed, *rest])
    assert [band.text for band in settings.bands()][:2] == ["Åbning 6.30–9.30", "Formiddag 9.30–11.30"]
    assert [band.id for band in settings.bands()] == [opening.id, morning.id, *(draft.id for draft in rest)]
    assert len(database.history()) == 1


def test_a_band_left_out_goes_with_its_minimum(settings, database):
    *kept, last = drafts(settings)
    team = settings.add_team(TeamDraft("Ræven"))
    settings.set_needs([NeedDraft(Place(team_id=team), Need(1), band_id=last.id)])
    settings.save_bands([*kept, BandDraft("Sen", "Sen", 930, 960), BandDraft("Senere", "Sen", 960, 1020)])
    assert [band.name for band in settings.bands()][-2:] == ["Sen", "Senere"]
    assert settings.need_rows() == ()
    database.undo()
    assert settings.bands()[-1].id == last.id
    assert len(settings.need_rows()) == 5


def test_a_band_with_a_vikar_in_it_stays(settings, database):
    *kept, last = drafts(settings)
    team = settings.add_team(TeamDraft("Ræven"))
    day = date(2026, 3, 16)
    with database.writing("Vikar") as session:
        session.add(Substitute(team_id=team, first=day, last=day, band_id=last.id))
    with pytest.raises(UserProblem, match="Lukning kan ikke fjernes: 1 vikar"):
        settings.save_bands(kept)


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        ([], "mindst ét tidsrum"),
        ([BandDraft("Dag", "Dag", 390, 1000)], "hele kvarterer, fx 6.30–16.45"),
        ([BandDraft("Dag", "Dag", 480, 480)], "slutter, før den begynder"),
        ([BandDraft("", "Dag", 480, 510)], "Skriv et navn"),
        ([BandDraft("Dag", "", 480, 510)], "kort navn"),
        ([BandDraft("Ét", "1", 480, 600), BandDraft("To", "2", 585, 700 - 10)], "To begynder, før Ét"),
    ],
)
def test_bands_that_cannot_be_are_refused(settings, database, bands, sentence):
    with pytest.raises(UserProblem, match=sentence):
        settings.save_bands(bands)
    assert database.history() == []
