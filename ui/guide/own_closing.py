"""The lukkedage that are laid, as Indstillinger has them, and the panel where she types others of her own."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.guide.steps import FEATURE, Step
from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.settings.closing_rows import NewClosingPanel, PeriodLine, PeriodRow
from ui.settings.row_list import RowList

_DRAFTS = f"{FEATURE}/{Step.CALENDAR.value}/0"


class OwnClosing(QWidget):
    """Of one year. `add_button` stands wherever its owner puts it."""

    def __init__(self, context: Context, settings: SettingsService, year: int) -> None:
        super().__init__()
        self._settings, self._year, self._today = settings, year, context.clock.today
        self._kept = context.drafts
        self._form: Form | None = None  # whose half typed texts are kept
        self._drafts: FormDrafts | None = None
        look = Look(Kind.TEXT, "plus", compact=True)
        self.add_button = Button(context.theme, "Jeres egne lukkedage", self._begin, look)
        self.panel = NewClosingPanel(context, settings)
        self.periods = RowList(partial(PeriodRow, context, settings))
        self.panel.closed.connect(self._given_up)
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
        if self.panel.isHidden() and any(place.startswith(f"{_DRAFTS}/") for place in self._kept.left()):
            self._begin()

    def _begin(self) -> None:
        self.panel.begin_new(max(self._today(), date(self._year, 1, 2)))
        form = self.panel.form
        if form is not None and (self._drafts is None or self._form is not form):
            self._form, self._drafts = (
                form,
                FormDrafts(self._kept, form, lambda key: f"{_DRAFTS}/{key}", stored=lambda: False),
            )
        if self._drafts is not None:
            self._drafts.watch()

    def _given_up(self) -> None:
        """Or laid: there is nothing to be offered back."""
        if self._drafts is not None:
            self._drafts.drop()
            self._drafts.release()
