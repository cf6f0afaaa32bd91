"""What stands on the page of a house that lacks something: what it is, and where it is entered."""

from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState


def no_teams(context: Context) -> EmptyState:
    way = Button(context.theme, "Opret stuer", lambda: context.open("settings"), Look(icon="settings"))
    text = "Bemandingen vises stue for stue. Skriv, hvilke stuer I har, og hvor mange I vil være."
    return EmptyState(context.theme, "Ingen stuer endnu", text, "house", (way,))


def no_people(context: Context) -> EmptyState:
    way = Button(context.theme, "Gå til Medarbejdere", lambda: context.open("staff"), Look(icon="users"))
    text = "Tast den første, eller hent personalelisten fra Excel. Så kan du se, hvem der er på arbejde hvornår."
    return EmptyState(context.theme, "Ingen medarbejdere endnu", text, "users", (way,))
