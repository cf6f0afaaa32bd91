"""Lukkedage, one line a period: when, how many count, what it is called."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from dagleder.base.dates import period_text, weekday_text
from dagleder.base.text import capitalised
from dagleder.settings.closing_days import ClosingDraft, ClosingPeriod
from dagleder.settings.places import Site
from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.settings.panel import Panel
from ui.settings.row_list import FormRow

_WHEN, _COUNTS = 190, 80
_EVERYWHERE = 0  # in place of a matrikel's id


@dataclass(frozen=True)
class PeriodLine:
    """A period as its line shows it; `site` is '' where every matrikel is closed."""

    period: ClosingPeriod
    site: str


class PeriodRow(FormRow):
    def __init__(self, context: Context, settings: SettingsService, line: PeriodLine) -> None:
        super().__init__()
        self._context, self._settings, self._line = context, settings, line
        field = Field("name", "Navn", required="Skriv hvad dagen hedder, fx Lukkedag.")
        self.form = Form(context.theme, (field,), today=context.clock.today, save=self._save)
        self._when, self._detail = Label("", "name"), Label("", "small", "text2")
        self._counts = Label("", "table", "text2")
        self.remove = Button(context.theme, "", self._remove, Look(Kind.QUIET, "x"), "Fjern")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._when, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._detail, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._counts, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.form, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.remove, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(0, context.theme.px(_WHEN))
        grid.setColumnMinimumWidth(1, context.theme.px(_COUNTS))
        grid.setColumnStretch(2, 1)

    def show_item(self, item: PeriodLine) -> None:
        self._line, period = item, item.period
        when = period_text(period.first, period.last)
        self._when.setText(when)
        self._detail.setText(_days_text(period) + (f" · {item.site}" if item.site else ""))
        self._counts.setText("tæller ikke" if not period.counts else f"tæller {period.counts}")
        self.form.refresh({"name": period.name})
        self.form.frame("name").control.setAccessibleName(f"Navn på lukkedagene {when}")
        self.remove.rename(f"Fjern {period.name} {when}")

    def show_labels(self, *, shown: bool) -> None:  # noqa: ARG002 -- the section's own head says it
        super().show_labels(shown=False)

    def _ids(self) -> list[int]:
        return [day.id for day in self._line.period.days]

    def _save(self, _key: str, value: object) -> None:
        self._settings.rename_closing_days(self._ids(), str(value))

    def _remove(self) -> None:
        said = f"{self._line.period.name} er fjernet"
        self._context.run(said, partial(self._settings.remove_closing_days, self._ids()))


class NewClosingPanel(Panel):
    """From, to and name of new lukkedage."""

    def __init__(self, context: Context, settings: SettingsService) -> None:
        super().__init__(context.theme, "Læg lukkedage")
        self._context, self._settings = context, settings
        self._sites: tuple[Site, ...] = ()
        self.form: Form | None = None
        self.setAccessibleName("Nye lukkedage")
        self.confirmed.connect(self._add)

    def show_sites(self, sites: tuple[Site, ...]) -> None:
        """With more than one matrikel she can say which is closed."""
        if self.form is not None and sites == self._sites:
            return
        self._sites = sites
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.deleteLater()
        self.form = Form(self._context.theme, _new_fields(sites), today=self._context.clock.today)
        self.body.addWidget(self.form)

    def begin_new(self, first: date) -> None:
        if self.form is not None:
            self.form.load({"first": first, "last": first, "name": "Lukkedag", "site_id": _EVERYWHERE})
            self.begin(self.form.frame("first").control)

    def finish(self) -> bool:
        """As if she confirmed; False when what stands there must be mended first. True when it is closed."""
        if self.isVisible():
            self._add()
        return self.isHidden()

    def _add(self) -> None:
        values = self.form.read_all() if self.form else None
        if values is None or self.form is None:
            return
        first, last = values["first"], values["last"]
        if not isinstance(first, date) or not isinstance(last, date):
            return
        site = values.get("site_id") or None
        draft = ClosingDraft(first, last, str(values["name"]), site if isinstance(site, int) else None)
        said = f"{draft.name} {period_text(first, last, year=True)} er lagt"
        outcome = self._context.run(said, partial(self._settings.add_closing_days, draft), at=self.form)
        if outcome.ok:
            self.close_panel()


def _new_fields(sites: tuple[Site, ...]) -> tuple[Field, ...]:
    fields = [
        Field("first", "Fra", FieldKind.DATE, "Skriv den første dag.", span=3),
        Field("last", "Til og med", FieldKind.DATE, "Skriv den sidste dag.", span=3),
        Field("name", "Navn", required="Skriv hvad dagen hedder, fx Lukkedag.", span=3),
    ]
    if len(sites) > 1:
        options = (Option(_EVERYWHERE, "Hele huset"), *(Option(site.id, site.name) for site in sites))
        fields.append(Field("site_id", "Hvor", FieldKind.CHOICE, span=3, options=options))
    return tuple(fields)


def _days_text(period: ClosingPeriod) -> str:
    if period.first == period.last:
        return capitalised(weekday_text(period.first))
    return f"{capitalised(weekday_text(period.first))}–{weekday_text(period.last)}"
