"""The stuer, one line each: name, matrikel, icon, order; closing one says first what hangs on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from dagleder.base.dates import day_text
from dagleder.settings.places import Site, Team, TeamDraft
from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.settings.panel import Panel
from ui.settings.row_list import FormRow

ICON_NAMES = {
    "flower": "Blomst",
    "bug": "Mariehøne",
    "squirrel": "Egern",
    "paw-print": "Pote",
    "bird": "Fugl",
    "rabbit": "Kanin",
    "turtle": "Skildpadde",
    "snail": "Snegl",
    "fish": "Fisk",
    "cat": "Kat",
    "dog": "Hund",
    "sun": "Sol",
    "star": "Stjerne",
    "rainbow": "Regnbue",
    "trees": "Skov",
    "tree-pine": "Gran",
    "sprout": "Spire",
    "leaf": "Blad",
}


@dataclass(frozen=True)
class TeamLine:
    """A stue as its line shows it."""

    team: Team
    sites: Sequence[Site]
    first: bool
    last: bool
    today: date

    @property
    def key(self) -> object:
        """Another matrikel to choose from makes another line."""
        return self.team.id, tuple((site.id, site.name) for site in self.sites)


class TeamRow(FormRow):
    def __init__(self, context: Context, settings: SettingsService, line: TeamLine) -> None:
        super().__init__()
        self._context, self._settings, self._line = context, settings, line
        theme = context.theme
        self.form = Form(theme, _fields(line.sites), today=context.clock.today, save=self._save)
        self.icon = Button(theme, "", None, Look(icon=line.team.icon), "Ikon")
        self._menu = QMenu(self.icon)
        self.up = Button(theme, "", partial(self._move, -1), Look(Kind.QUIET, "chevron-up"), "Flyt op")
        self.down = Button(theme, "", partial(self._move, 1), Look(Kind.QUIET, "chevron-down"), "Flyt ned")
        self.close_or_open = Button(theme, "Luk…", self._close_or_open, Look(Kind.QUIET))
        self.delete = Button(theme, "", self._delete, Look(Kind.QUIET, "x"), "Slet")
        self._state = Label("", "small", "warn")
        self.closing = ClosingPanel(context, settings)
        self._build()

    def _build(self) -> None:
        for icon, name in ICON_NAMES.items():
            action = self._menu.addAction(self._context.theme.icon(icon, "text"), name)
            action.triggered.connect(partial(self._choose_icon, icon))
        self.icon.setMenu(self._menu)
        row = QHBoxLayout()
        row.setSpacing(4)
        low = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.icon, 0, low)
        row.addSpacing(4)
        row.addWidget(self.form, 1)
        row.addWidget(self._state, 0, low)
        for button in (self.up, self.down, self.close_or_open, self.delete):
            row.addWidget(button, 0, low)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.closing)

    def show_item(self, item: TeamLine) -> None:
        self._line, team = item, item.team
        self.form.refresh({"name": team.name, "site_id": team.site_id})
        self.form.frame("name").control.setAccessibleName(f"Navn på stuen {team.name}")
        self.icon.show_icon(team.icon)
        self.icon.rename(f"Ikon for {team.name}: {ICON_NAMES.get(team.icon, 'andet')}")
        for button, said, off in ((self.up, "op", item.first), (self.down, "ned", item.last)):
            button.rename(f"Flyt {team.name} {said}")
            button.setEnabled(not off)
        self._state.setText(f"lukket fra {day_text(team.closed_on, year=True)}" if team.closed_on else "")
        self._state.setVisible(team.closed_on is not None)
        self.close_or_open.setText("Åbn igen" if team.closed_on else "Luk…")
        self.close_or_open.setAccessibleName(f"Åbn {team.name} igen" if team.closed_on else f"Luk {team.name}")
        self.delete.rename(f"Slet {team.name}")
        self.closing.show_team(team)

    def _save(self, key: str, value: object) -> None:
        team = self._line.team
        changed: dict[str, Any] = {key: value}
        self._settings.change_team(team.id, replace(TeamDraft(team.name, team.site_id, team.icon), **changed))

    def _choose_icon(self, icon: str) -> None:
        self._context.run("", partial(self._save, "icon", icon))

    def _move(self, step: int) -> None:
        ids = [team.id for team in self._settings.teams()]
        at = ids.index(self._line.team.id)
        ids[at], ids[at + step] = ids[at + step], ids[at]
        self._context.run("", partial(self._settings.order_teams, ids))

    def _close_or_open(self) -> None:
        team = self._line.team
        if team.closed_on:
            self._context.run(f"{team.name} er åben igen", partial(self._settings.reopen_team, team.id))
        else:
            self.closing.begin_closing()

    def _delete(self) -> None:
        team = self._line.team
        self._context.run(f"{team.name} er slettet", partial(self._settings.delete_team, team.id))


class ClosingPanel(Panel):
    """From which day a stue is no more, and what that means for those who belong to it."""

    def __init__(self, context: Context, settings: SettingsService) -> None:
        super().__init__(context.theme, "Luk stuen")
        self._context, self._settings = context, settings
        self._team: Team | None = None
        self._day = context.clock.today()
        field = Field("closed_on", "Lukket fra", FieldKind.DATE, "Skriv den første dag uden stuen.", span=4)
        self.form = Form(context.theme, (field,), today=context.clock.today, save=self._take)
        self.means = Label("", "table", wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self.means)
        self.confirmed.connect(self._close_team)

    def show_team(self, team: Team) -> None:
        self._team = team
        self.setAccessibleName(f"Luk {team.name}")
        if team.closed_on:
            self.hide()

    def begin_closing(self) -> None:
        self.form.load({"closed_on": self._day})
        self._show_meaning()
        self.begin(self.form.frame("closed_on").control)

    def _take(self, _key: str, value: object) -> None:
        if isinstance(value, date):
            self._day = value
            self._show_meaning()

    def _show_meaning(self) -> None:
        if self._team is not None:
            self.means.setText(self._settings.closing_means(self._team.id, self._day))

    def _close_team(self) -> None:
        values = self.form.read_all()
        if values is not None and self._team is not None:
            team = self._team
            said = f"{team.name} er lukket fra {day_text(self._day)}"
            self._context.run(said, partial(self._settings.close_team, team.id, self._day), at=self)


def _fields(sites: Sequence[Site]) -> tuple[Field, ...]:
    name = Field("name", "Stue", required="Skriv et navn.", span=7 if len(sites) > 1 else 12)
    if len(sites) == 1:
        return (name,)
    options = tuple(Option(site.id, site.name) for site in sites)
    return name, Field("site_id", "Matrikel", FieldKind.CHOICE, span=5, options=options)
