"""Two pages on real services, as plain as pages can be."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dagleder.base.command import Json
from dagleder.settings.places import TeamDraft
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.label import Label
from ui.kit.page import Page
from ui.kit.rail import Waiting
from ui.pages import Offer, PageEntry, Waits


class TeamPage(Page):
    """The stuer, with a note in the making."""

    feature = "teams"
    title = "Stuer"
    tables = frozenset({"team"})

    def __init__(self, context: Context, services: Any) -> None:
        super().__init__(context)
        self._settings = services.settings
        self.opened: list[int] = []
        self.about: list[int] = []
        self.names = Label()
        self.filter = QLineEdit()
        self.filter.setAccessibleName("Filtrér")
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Note")
        self.header.add_filter(self.filter)
        self.header.set_primary(self.page_actions()[0])
        self.content.addWidget(self.names)
        self.content.addWidget(self.note)
        context.drafts.watch("teams/1/note", self.note)

    def load(self) -> None:
        self.names.setText(", ".join(team.name for team in self._settings.open_teams()))

    def open_record(self, record_id: int) -> None:
        self.opened.append(record_id)
        self.hints_changed.emit((Hint("Enter", "åbn"),))

    def open_about(self, employee_id: int) -> None:
        self.about.append(employee_id)

    def page_actions(self) -> Sequence[Action]:
        return (Action("Ny stue", self.add_team, Menu.FILE, "plus", "Ctrl+N"),)

    def panes(self) -> Sequence[QWidget]:
        return (self.filter, self.note)

    def place(self) -> dict[str, Json]:
        return {"cursor": self.note.textCursor().position()}

    def add_team(self) -> None:
        site = self._settings.sites()[0].id
        self.context.run("Stuen er oprettet", lambda: self._settings.add_team(TeamDraft("Mariehønen", site)))

    def add_nameless(self) -> None:
        self.context.run("", lambda: self._settings.add_team(TeamDraft("", self._settings.sites()[0].id)))


class PlainPage(Page):
    """Shows nothing, has no panel and nothing to filter."""

    feature = "plain"
    title = "Tom"


def teams(context: Context, services: Any) -> TeamPage:
    return TeamPage(context, services)


def plain(context: Context, _services: Any) -> PlainPage:
    return PlainPage(context)


def waiting(services: Any) -> Waiting:
    """The stuer, as if each of them waited."""
    return Waiting(len(services.settings.open_teams()))


HERE = "tests.ui.frame.some_pages"
TABLES = frozenset({"team"})
SOME_PAGES = (
    PageEntry("plain", "Tom", "square", 20, f"{HERE}:plain", foot=True),
    PageEntry(
        "teams",
        "Stuer",
        "door-open",
        10,
        f"{HERE}:teams",
        offers=(Offer("Ny stue", "plus", "gruppe"),),
        waits=Waits(f"{HERE}:waiting", f"{HERE}:TABLES"),
    ),
)
