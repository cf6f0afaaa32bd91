from argparse import Namespace
from datetime import date

from dagleder.settings.commands import COMMANDS
from dagleder.settings.places import SiteDraft, TeamDraft


def run(settings):
    (command,) = COMMANDS
    assert command.words == ("list", "teams")
    assert not command.writes
    return command.run(settings, Namespace())


def test_list_teams_gives_id_name_and_site(settings):
    forest = settings.add_site(SiteDraft("Skovhuset"))
    bug, owl = settings.add_team(TeamDraft("Mariehønen")), settings.add_team(TeamDraft("Uglen", forest))
    gone = settings.add_team(TeamDraft("Ræven"))
    settings.close_team(gone, date(2026, 3, 12))  # today
    answer = run(settings)
    assert answer.value == [
        {"id": bug, "name": "Mariehønen", "site": "Hovedhuset"},
        {"id": owl, "name": "Uglen", "site": "Skovhuset"},
    ]
    assert answer.lines == ("Mariehønen · Hovedhuset", "Uglen · Skovhuset")


def test_without_stuer_the_array_is_empty_and_people_are_told(settings):
    answer = run(settings)
    assert answer.value == []
    assert answer.lines == ("Der er ingen stuer endnu.",)
