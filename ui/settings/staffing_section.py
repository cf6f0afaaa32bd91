"""Stuer og bemanding: stuer, the bands of the day, and how many must be there."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import span_text
from dagleder.settings.places import Band, Team, TeamDraft
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.settings.band_edges import NEW_NAME, with_new
from ui.settings.band_rows import BandRow
from ui.settings.needs_part import NeedsPart
from ui.settings.row_list import RowList
from ui.settings.section import Section
from ui.settings.services import SettingsServices
from ui.settings.team_rows import TeamLine, TeamRow

_NEW = "Ny stue"


class StaffingSection(Section):
    title = "Stuer og bemanding"
    deed = "Ret stuer og bemanding"
    icon = "door-open"
    words = "minimum normering tidsrum åbning lukning ikon rækkefølge pædagog ugedag"
    tables = frozenset({"team", "site", "band", "staffing_need"})

    def __init__(self, context: Context, services: SettingsServices) -> None:
        look = Look(Kind.TEXT, "plus", compact=True)
        super().__init__(context.theme, [Button(context.theme, _NEW, self._add_team, look)])
        self._context, self._settings = context, services.settings
        self.teams = RowList(partial(TeamRow, context, self._settings))
        self.bands = RowList(partial(BandRow, context, self._settings))
        self.needs = NeedsPart(context, self._settings)
        self._nobody = Label("Ingen stuer endnu. Tilføj den første med “Ny stue”.", "", "text2", wrap=True)
        self.add_block(self.teams, self._nobody)
        self.add_block(
            _headed(
                "Dagens tidsrum",
                "Bemandingen tælles i hvert tidsrum. Flytter du en grænse, følger naboen med.",
                Button(context.theme, NEW_NAME, self._add_band, look),
                self.bands,
            )
        )
        self.add_block(_headed("Hvor mange skal der være", "", None, self.needs))

    def load(self) -> None:
        lines = self._lines(self._settings.teams())
        self.teams.show_items({line.key: line for line in lines})
        self._nobody.setVisible(not lines)
        self.bands.show_items({band.id: band for band in self._settings.bands()})
        self.needs.load()

    def _lines(self, teams: tuple[Team, ...]) -> list[TeamLine]:
        sites, last, today = self._settings.sites(), len(teams) - 1, self._context.clock.today()
        return [TeamLine(team, sites, at == 0, at == last, today) for at, team in enumerate(teams)]

    def _add_team(self) -> None:
        taken = {team.name for team in self._settings.teams()}
        name = next(name for name in (_NEW, *(f"{_NEW} {n}" for n in range(2, 999))) if name not in taken)
        outcome = self._context.run(f"{name} er tilføjet", lambda: self._settings.add_team(TeamDraft(name)))
        row = next((row for key, row in self.teams.rows.items() if key[0] == outcome.value), None)
        if row is not None:
            row.begin()

    def _add_band(self) -> None:
        before = {band.id for band in self._settings.bands()}
        self._context.run("", lambda: self._settings.save_bands(with_new(self._settings.bands())))
        new = [band for band in self._settings.bands() if band.id not in before]
        self._tell_band(new)

    def _tell_band(self, new: list[Band]) -> None:
        for band in new:
            self._context.messages.tell(f"{NEW_NAME} {span_text(band.start, band.end)} er tilføjet")
            if row := self.bands.rows.get(band.id):
                row.begin()


def _headed(title: str, detail: str, button: Button | None, content: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    head = QHBoxLayout()
    head.addWidget(Label(title, "strong"))
    head.addSpacing(4)
    head.addWidget(Label(detail, "small", "text2", wrap=True), 1)
    if button:
        head.addWidget(button)
    column.addLayout(head)
    column.addWidget(content)
    return part
