"""The lukkedage that are laid, as Indstillinger has them, and the panel where she types others of her own."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.settings.closing_rows import NewClosingPanel, PeriodLine, PeriodRow
from ui.settings.row_list import RowList


class OwnClosing(QWidget):
    """Of one year. `add_button` stands wherever its owner puts it."""

    def __init__(self, context: Context, settings: SettingsService, year: int) -> None:
        super().__init__()
        self._settings, self._year, self._today = settings, year, context.clock.today
        look = Look(Kind.TEXT, "plus", compact=True)
        self.add_button = Button(context.theme, "Jeres egne lukkedage", self._begin, look)
        self.panel = NewClosingPanel(context, settings)
        self.periods = RowList(partial(PeriodRow, context, settings))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.panel)
        column.addWidget(self.periods)

    def load(self) -> None:
        sites = self._settings.sites()
        names = {site.id: site.name for site in sites}
        lines = [
            PeriodLine(period, names.get(period.site_id or 0, ""))
            for period in self._settings.closing_periods(self._year)
        ]
        self.periods.show_items({line.period.days[0].id: line for line in lines})
        self.periods.setVisible(bool(lines))
        self.panel.show_sites(sites)

    def _begin(self) -> None:
        self.panel.begin_new(max(self._today(), date(self._year, 1, 2)))
