"""The bands of the day, one line each; saved together, since an edge belongs to two."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dagleder.settings.places import Band, BandDraft
from dagleder.settings.service import SettingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.settings.band_edges import drafts_of, with_end, with_start, without
from ui.settings.row_list import FormRow

_FIELDS = (
    Field("name", "Tidsrum", required="Skriv et navn.", span=5),
    Field("short_name", "Kort", required="Skriv et kort navn på 3–4 bogstaver.", span=2),
    Field("start", "Fra", FieldKind.CLOCK, "Skriv hvornår det begynder.", span=2),
    Field("end", "Til", FieldKind.CLOCK, "Skriv hvornår det slutter.", span=2),
)


class BandRow(FormRow):
    def __init__(self, context: Context, settings: SettingsService, band: Band) -> None:
        super().__init__()
        self._context, self._settings, self._band = context, settings, band
        self.form = Form(context.theme, _FIELDS, today=context.clock.today, save=self._save)
        self.remove = Button(context.theme, "", self._remove, Look(Kind.QUIET, "x"), "Fjern")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)

    def show_item(self, item: Band) -> None:
        self._band = item
        self.form.refresh({"name": item.name, "short_name": item.short_name, "start": item.start, "end": item.end})
        self.remove.rename(f"Fjern tidsrummet {item.name}")

    def _save(self, key: str, value: object) -> None:
        self._settings.save_bands(self._changed(self._settings.bands(), key, value))

    def _changed(self, bands: Sequence[Band], key: str, value: object) -> list[BandDraft]:
        if isinstance(value, int):
            return (with_start if key == "start" else with_end)(bands, self._band.id, value)
        text = {key: str(value)}
        return [
            replace(draft, **text) if draft.id == self._band.id else draft  # type: ignore[arg-type]  # name, short_name
            for draft in drafts_of(bands)
        ]

    def _remove(self) -> None:
        left = without(self._settings.bands(), self._band.id)
        self._context.run(f"{self._band.name} er fjernet", partial(self._settings.save_bands, left))
