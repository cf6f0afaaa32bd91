"""Om Dagleder: version, where the files lie, and the licences of what the program is made of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from dagleder.base.paths import log_folder, resource
from ui.about import licences, version
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.desktop import Desktop
from ui.settings.section import Section, Setting, SettingLine
from ui.settings.services import SettingsServices

_FREE = "Fri software under MPL-2.0. Alt bliver på din computer; intet sendes nogen steder hen"
_HIGH = 260


class AboutSection(Section):
    title = "Om Dagleder"
    icon = "info"
    words = "version licens filer mappe log"

    def __init__(self, context: Context, services: SettingsServices, desktop: Desktop | None = None) -> None:
        super().__init__(context.theme)
        self._context, self._desktop = context, desktop or Desktop()
        self.licences = QPlainTextEdit()
        self.licences_button = self._button("Vis licenser", self._turn_licences)
        self.add_line(SettingLine(self.theme, Setting(f"Dagleder {version()}", _FREE), [self.licences_button]))
        self._build_licences()
        shelf, _ = services.database.shelves()
        house = services.database.path
        self._add_place("Huset", house, house.parent)
        self._add_place("Sikkerhedskopier", shelf.folder, shelf.folder)
        self._add_place("Programmets log (ingen navne)", log_folder(), log_folder())

    def _build_licences(self) -> None:
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName("Licenser")
        self.licences.setFixedHeight(self.theme.px(_HIGH))
        self.licences.hide()
        self.add_inside(self.licences)

    def _add_place(self, title: str, path: Path, folder: Path) -> None:
        copy = self._button("Kopiér sti", partial(self._copy, path))
        show = self._button("Åbn mappe", partial(self._desktop.show_folder, folder))
        copy.setAccessibleName(f"Kopiér stien: {title}")
        show.setAccessibleName(f"Åbn mappen: {title}")
        self.add_line(SettingLine(self.theme, Setting(title, str(path)), [copy, show]))

    def _button(self, text: str, run: Callable[[], None]) -> Button:
        return Button(self.theme, text, run, Look(compact=True))

    def _copy(self, path: Path) -> None:
        QGuiApplication.clipboard().setText(str(path))
        self._context.messages.tell("Stien er kopieret")

    def _turn_licences(self) -> None:
        """Read when they are asked for: it takes a moment."""
        if not self.licences.toPlainText():
            self.licences.setPlainText(licences(resource()))
        shown = self.licences.isHidden()
        self.licences.setVisible(shown)
        self.licences_button.setText("Skjul licenser" if shown else "Vis licenser")
