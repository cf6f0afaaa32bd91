"""The settings' part of the command line."""

from argparse import Namespace

from dagleder.base.command import Answer, Command
from dagleder.settings.service import SettingsService


def list_teams(settings: SettingsService, _: Namespace) -> Answer:
    """The stuer there are today, in the leader's order."""
    teams = settings.open_teams()
    if not teams:
        return Answer([], ("Der er ingen stuer endnu.",))
    lines = [f"{team.name} · {team.site}" for team in teams]
    return Answer([{"id": team.id, "name": team.name, "site": team.site} for team in teams], tuple(lines))


COMMANDS = (Command(("list", "teams"), "stuerne og deres matrikel", list_teams),)
