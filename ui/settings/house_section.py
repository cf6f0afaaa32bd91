"""Institution og matrikler."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dagleder.settings.places import Site, SiteDraft
from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.settings.row_list import FormRow, RowList
from ui.settings.section import Section
from ui.settings.services import SettingsServices

_FIELDS = (
    Field("name", "Institutionens navn", required="Skriv institutionens navn.", span=6),
    Field("municipality", "Kommune", span=6),
    Field("leader_name", "Pædagogisk leder", span=6),
    Field(
        "counts_leader",
        "Lederen tæller med i bemandingen",
        FieldKind.CHECK,
        span=6,
        hint="Ellers tæller du kun, når du selv er sat på som vikar.",
    ),
)


class HouseSection(Section):
    title = "Institution og matrikler"
    icon = "house"
    words = "navn kommune leder adresse skovhus"
    tables = frozenset({"house", "site"})

    def __init__(self, context: Context, services: SettingsServices) -> None:
        add = Button(context.theme, "Ny matrikel", self._add_site, Look(Kind.TEXT, "plus", compact=True))
        super().__init__(context.theme, [add])
        self._context, self._settings = context, services.settings
        self._form = Form(context.theme, _FIELDS, today=context.clock.today, save=self._save)
        self.add_block(self._form)
        self.sites = RowList(lambda item: SiteRow(context, self._settings, item[0]))
        self.add_block(self.sites)

    def load(self) -> None:
        house = self._settings.house()
        self._form.refresh({field.key: getattr(house, field.key) for field in _FIELDS})
        sites = self._settings.sites()
        several = len(sites) > 1  # the last one cannot be removed
        self.sites.show_items({site.id: (site, several) for site in sites})

    def _save(self, key: str, value: object) -> None:
        changed: dict[str, Any] = {key: value}
        self._settings.save_house(replace(self._settings.house(), **changed))

    def _add_site(self) -> None:
        names = {site.name for site in self._settings.sites()}
        name = next(name for name in ("Ny matrikel", *(f"Ny matrikel {n}" for n in range(2, 99))) if name not in names)
        outcome = self._context.run(f"{name} er tilføjet", lambda: self._settings.add_site(SiteDraft(name)))
        if row := self.sites.rows.get(outcome.value):
            row.begin()


class SiteRow(FormRow):
    """One matrikel: its name and address, and the way out for one made by mistake."""

    def __init__(self, context: Context, settings: SettingsService, site: Site) -> None:
        super().__init__()
        self._context, self._settings, self._site = context, settings, site
        fields = (
            Field("name", "Matrikel", required="Skriv et navn.", span=5),
            Field("address", "Adresse", span=7),
        )
        self.form = Form(context.theme, fields, today=context.clock.today, save=self._save)
        self._remove = Button(context.theme, "", self._take_away, Look(Kind.QUIET, "x"), "Fjern")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignBottom)

    def show_item(self, item: tuple[Site, bool]) -> None:
        site, several = item
        self._site = site
        self._remove.setVisible(several)
        self.form.refresh({"name": site.name, "address": site.address})
        self._remove.rename(f"Fjern {site.name}")

    def _save(self, key: str, value: object) -> None:
        draft = SiteDraft(self._site.name, self._site.address)
        self._settings.change_site(self._site.id, replace(draft, **{key: str(value)}))

    def _take_away(self) -> None:
        self._context.run(f"{self._site.name} er fjernet", lambda: self._settings.remove_site(self._site.id))
