"""Minimum staffing: a stue or matrikel, a weekday, from when; the numbers themselves stand in the panel."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import WEEKDAYS, WORKDAYS, monday_of
from dagleder.base.text import capitalised
from dagleder.settings.service import SettingsService
from dagleder.settings.staffing import NeedDraft, Place
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.settings.need_panel import NeedPanel
from ui.settings.need_rows import Plan


class NeedsPart(QWidget):
    """`load` brings it up to date; what is chosen stays chosen."""

    def __init__(self, context: Context, settings: SettingsService) -> None:
        super().__init__()
        self._context, self._settings = context, settings
        self._place = Place()
        self._from = monday_of(context.clock.today())
        self._offered: tuple[Option, ...] = ()
        self.panel = NeedPanel(context.theme)
        self.panel.changed.connect(self._save)
        self.weekday = Segment("Ugedag", [Part(str(day), capitalised(WEEKDAYS[day][:3])) for day in range(WORKDAYS)])
        self.weekday.chosen.connect(lambda _key: self.load())
        self.form: Form | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(self._column, 1)
        row.addWidget(self.panel, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(Label("Ugedag", "label"))
        self._column.addWidget(self.weekday)
        self._column.addWidget(Label("Vælg ugedag, når dagene skal have hver sit tal.", "small", "text2", wrap=True))
        self._column.addStretch(1)

    def load(self) -> None:
        self._offer_places()
        plan = Plan(self._place, self._from, self._settings.bands(), self._settings.needs())
        name = next((option.text for option in self._offered if option.key == self._place), "")
        self.panel.show_plan(plan, name, int(self.weekday.key))

    def _offer_places(self) -> None:
        teams, sites = self._settings.open_teams(), self._settings.sites()
        places = [Option(Place(team_id=team.id), team.name) for team in teams]
        places += [Option(Place(site_id=site.id), f"Hele {site.name}") for site in sites]
        if tuple(places) != self._offered:
            self._offered = tuple(places)
            self._make_form(places)
        if self._place not in {option.key for option in places}:
            self._place = Place() if not places else _place(places[0].key)
        if self.form:
            self.form.refresh({"place": self._place, "from": self._from})

    def _make_form(self, places: Sequence[Option]) -> None:
        """The list of places is another: so is the field."""
        if self.form:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        fields = (
            Field("place", "Stue eller matrikel", FieldKind.CHOICE, options=tuple(places), span=7),
            Field("from", "Gælder fra", FieldKind.DATE, "Skriv en dato.", span=5, hint="Fra mandagen i den uge."),
        )
        self.form = Form(self._context.theme, fields, today=self._context.clock.today, save=self._choose)
        self._column.insertWidget(0, self.form)

    def _choose(self, key: str, value: object) -> None:
        if isinstance(value, date):
            self._from = monday_of(value)
        elif key == "place":
            self._place = _place(value)
        self.load()

    def _save(self, drafts: Sequence[NeedDraft]) -> None:
        self._context.run("", partial(self._settings.set_needs, list(drafts)), at=self.panel)


def _place(key: Any) -> Place:
    """A choice's key, which the fields carry as any object."""
    return key if isinstance(key, Place) else Place()
