"""Trin 2: what the institution is called, and where the file lies. The file is made when she goes on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from dagleder.base.paths import houses_folder
from dagleder.base.text import squeezed
from dagleder.guide.steps import Step
from dagleder.settings.places import SiteDraft
from dagleder.storage.house_place import is_network
from ui.guide.kept_facts import KeptFacts
from ui.guide.making import HouseFacts, file_for
from ui.guide.step import GuideStep, card
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.settings.place_line import PlaceLine
from ui.theme.theme import Theme

_TITLE = "Din institution"
_TEXT = "Navnet står øverst i vinduet og på alt, du skriver ud. Alt kan rettes senere i Indstillinger."
_FIELDS = (
    Field("name", "Institutionens navn", required="Skriv institutionens navn.", span=7),
    Field("municipality", "Kommune", span=5),
    Field("leader_name", "Dit navn", span=7, hint="Står på breve og på nøglearket."),
    Field(
        "first_site",
        "Matrikel",
        required="Skriv, hvad huset hedder.",
        span=7,
        hint="Har I kun ét hus, så lad feltet stå, som det er.",
    ),
    Field("second_site", "Endnu en matrikel", span=5, hint="Fx et skovhus. Flere kan tilføjes i Indstillinger."),
)
_SITE_FIELDS = ("first_site", "second_site")
MAIN_SITE = "Hovedhuset"


@dataclass(frozen=True)
class NewHouse:
    """What the step works with before there is a house."""

    make: Callable[[HouseFacts], None]
    ask_folder: Callable[[str], Path | None]
    kept: KeptFacts


class HouseStep(GuideStep):
    """Before there is a house it is made of what was typed; after that the fields are saved as they are left."""

    step = Step.HOUSE

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date],
        *,
        new: NewHouse | None = None,
        services: Any = None,
    ) -> None:
        super().__init__(_TITLE, _TEXT)
        self._new, self._services, self._folder = new, services, houses_folder()
        frame, column = card()
        self.form = Form(theme, _FIELDS, today=today, save=self._save if services else None)
        column.addWidget(self.form)
        self.column.addWidget(frame)
        self._where = Label("", "small", "text2", wrap=True)
        self.place_button = Button(theme, "Læg filen i en anden mappe…", self._choose_folder, Look(Kind.LINK))
        self.place_line = PlaceLine(theme)
        self.column.addWidget(self._where)
        self.column.addWidget(self.place_line)
        self.column.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.place_button.setVisible(new is not None)
        self.column.addStretch(1)
        self.form.edited.connect(lambda _key: self._typed())
        if new:
            texts = new.kept.texts()
            self._folder = Path(texts.pop("folder", str(self._folder)))
            self.form.load({"first_site": MAIN_SITE, **texts})
        for frame_ in self.form.frames():
            frame_.control.returnPressed.connect(self.done)  # type: ignore[union-attr]  # all are lines of text
        self._show_where()

    def next_name(self) -> str:
        return "Opret institutionen" if self._new else "Videre"

    def begin(self) -> None:
        self.form.frame("name").control.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        if self._services is None:
            return
        house, sites = self._services.settings.house(), [site.name for site in self._services.settings.sites()]
        first, second, *_ = [*sites, "", ""]
        texts = {"name": house.name, "municipality": house.municipality, "leader_name": house.leader_name}
        self.form.refresh({**texts, "first_site": first, "second_site": second})

    def leave(self) -> bool:
        if self._new is None:
            return self.form.commit()
        values = self.form.read_all()
        if values is None:
            return False
        if is_network(self._folder):
            self.place_button.setFocus()  # the reason stands above it
            return False
        texts = {key: str(value) for key, value in values.items()}
        self._new.make(HouseFacts(**texts, folder=self._folder))
        return False  # the guide is built anew when the house is there

    def _path(self) -> Path:
        if self._services is not None:
            path: Path = self._services.database.path
            return path
        return file_for(self._folder, self.form.frame("name").text)

    def _show_where(self) -> None:
        said = "Filen ligger på denne computer" if self._services else "Alt gemmes i én fil på denne computer"
        path = self._path()
        self._where.setText(f"{said}: {path}")
        self.place_line.show_house(path)

    def _typed(self) -> None:
        self._show_where()
        if self._new:
            texts = {frame.field.key: frame.text for frame in self.form.frames()}
            self._new.kept.keep({**texts, "folder": str(self._folder)})

    def _choose_folder(self) -> None:
        folder = self._new.ask_folder("Hvor skal filen ligge?") if self._new else None
        if folder is not None:
            self._folder = folder
            self._typed()

    def _save(self, key: str, value: object) -> None:
        settings, text = self._services.settings, squeezed(str(value))
        if key in _SITE_FIELDS:
            self._save_site(_SITE_FIELDS.index(key), text)
        else:
            settings.save_house(replace(settings.house(), **{key: text}))

    def _save_site(self, place: int, name: str) -> None:
        settings = self._services.settings
        sites = settings.sites()
        if place >= len(sites):
            if name:
                settings.add_site(SiteDraft(name))
        elif name:
            settings.change_site(sites[place].id, SiteDraft(name, sites[place].address))
        else:
            settings.remove_site(sites[place].id)
