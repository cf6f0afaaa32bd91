"""Lukkedage og særlige dage, a year at a time."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.findings import Finding, Level
from dagleder.base.text import plural
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.settings.closing_rows import NewClosingPanel, PeriodLine, PeriodRow
from ui.settings.row_list import RowList
from ui.settings.section import Section
from ui.settings.services import SettingsServices
from ui.settings.special_days import SpecialDays

_UNCLEAR = "En dag, der ikke er afklaret, regnes som arbejdsdag. Spørg løn eller HR, hvad jeres aftaler siger."
_LIMIT = Field(
    "closing_days_max",
    "Højst antal lukkedage om året",
    FieldKind.NUMBER,
    high=100,
    span=5,
    hint="Jeres eget tal. Der er ingen grænse i loven. Tomt: ingen grænse.",
)


class ClosingSection(Section):
    title = "Lukkedage og særlige dage"
    short = "Lukkedage"
    deed = "Ret lukkedage og særlige dage"
    icon = "calendar-off"
    words = "lukkeuge ferie grundlovsdag juleaften nytår 1. maj påske fri helligdag grænse"
    tables = frozenset({"closing_day", "special_day_status", "site", "house"})

    def __init__(self, context: Context, services: SettingsServices) -> None:
        self._year = context.clock.today().year
        theme = context.theme
        self.earlier = Button(
            theme, "", partial(self._turn, -1), Look(Kind.QUIET, "chevron-left", compact=True), "År før"
        )
        self.later = Button(
            theme, "", partial(self._turn, 1), Look(Kind.QUIET, "chevron-right", compact=True), "År efter"
        )
        add = Button(theme, "Nye lukkedage", self._begin_new, Look(Kind.TEXT, "plus", compact=True))
        super().__init__(theme, [self.earlier, self.later, add])
        self._context, self._settings = context, services.settings
        self._head, self._none = Label("", "strong"), Label("", "", "text2", wrap=True)
        self.periods = RowList(partial(PeriodRow, context, self._settings))
        self.panel = NewClosingPanel(context, self._settings)
        self.findings = QVBoxLayout()
        self.form = Form(theme, (_LIMIT,), today=context.clock.today, save=self._save)
        self.special = SpecialDays(context, self._settings)
        self.special_findings = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.panel)
        column.addWidget(self.periods)
        column.addWidget(self._none)
        column.addLayout(self.findings)
        column.addWidget(self.form)
        self.add_block(top)
        self._special_head = Label("", "strong")
        foot = QWidget()
        foot.setLayout(self.special_findings)
        self.special_findings.setContentsMargins(0, 0, 0, 0)
        note = Label(f"Følger jeres aftaler, ikke loven. {_UNCLEAR}", "small", "text2", wrap=True)
        self.add_block(self._special_head, note, self.special, foot)

    def load(self) -> None:
        settings, year = self._settings, self._year
        sites = {site.id: site.name for site in settings.sites()}
        periods = settings.closing_periods(year)
        lines = [PeriodLine(period, sites.get(period.site_id or 0, "")) for period in periods]
        self.periods.show_items({line.period.days[0].id: line for line in lines})
        counted = plural(sum(period.counts for period in periods), "dag tæller", "dage tæller")
        self._head.setText(f"Lukkedage {year} · {counted}" if periods else f"Lukkedage {year}")
        self._none.setText(f"Ingen lukkedage i {year} endnu.")
        self._none.setVisible(not periods)
        self._special_head.setText(f"Særlige dage for personalet {year}")
        self.earlier.rename(f"Lukkedage {year - 1}")
        self.later.rename(f"Lukkedage {year + 1}")
        self.panel.show_sites(settings.sites())
        self.form.refresh({"closing_days_max": settings.house().closing_days_max})
        self.special.show_year(year)
        self._show_findings()

    def _show_findings(self) -> None:
        """Of the days that are not clear yet the grid says enough, until they come near."""
        days, special = self._settings.closing_findings(self._year), self._settings.special_day_findings(self._year)
        special = [finding for finding in special if finding.level is Level.SHOULD]
        self._fill(self.findings, days)
        self._fill(self.special_findings, special)
        self.set_attention(sum(finding.level in {Level.MUST, Level.SHOULD} for finding in [*days, *special]))

    def _fill(self, column: QVBoxLayout, findings: Iterable[Finding]) -> None:
        while (item := column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            source = f" ({finding.source})" if finding.source else ""
            note = Note("finding", finding.level, f"{finding.text}{source}", f"{finding.subject}:", closable=False)
            column.addWidget(NoteBar(self.theme, note, flat=True))

    def _turn(self, step: int) -> None:
        self._year += step
        self.load()

    def _begin_new(self) -> None:
        today = self._context.clock.today()
        self.panel.begin_new(today if self._year == today.year else date(self._year, 1, 2))

    def _save(self, _key: str, value: object) -> None:
        limit = value if isinstance(value, int) else None
        self._settings.save_house(replace(self._settings.house(), closing_days_max=limit))
