"""Sikkerhed: password, lock, nøgleark, and the kommune's leave."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.base.text import and_list, plural
from dagleder.privacy.kommune import PERMISSION_HOW, PERMISSION_SENTENCE
from dagleder.privacy.security import SHEET_VOID, SHORTEST, UNPROTECTED, SecurityService
from dagleder.settings.house import LOCK_MINUTES, HouseSettings
from dagleder.storage.backup_rewrite import RewriteReceipt
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.choice_inputs import CheckInput, ChoiceInput
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.messages import Answer, Choice, Note, Question
from ui.kit.work import Job, Lane
from ui.settings.papers import information_job, key_sheet_job, record_job
from ui.settings.password_panel import PasswordPanel
from ui.settings.section import Section, Setting, SettingLine
from ui.settings.services import SettingsServices
from ui.settings.sheet_panel import SheetPanel

_NOTE = "copies-not-reached"
_NO_LOCK = "Kræver en adgangskode: uden den er der intet at låse."
_NO_KEY = "Kræver en adgangskode: uden den kan alle åbne filen."
_REMOVE = Question(
    "Fjern adgangskoden?",
    UNPROTECTED,
    (Answer("remove", "Fjern adgangskoden", "danger"), Answer("", "Behold den", "primary")),
    note="Sikkerhedskopierne skrives om på samme måde, og nøglearket gælder ikke mere.",
)
_PERMISSION = Field("data_permission_on", "Kommunen sagde ja", FieldKind.DATE, span=12)


class SecuritySection(Section):
    title = "Sikkerhed"
    deed = "Sæt eller skift adgangskode"
    icon = "shield-check"
    words = "adgangskode kode kryptering lås skærm minutter nøgleark pengeskab kommune gdpr dataansvarlig tilladelse"
    tables = frozenset({"house"})

    def __init__(self, context: Context, services: SettingsServices, security: SecurityService) -> None:
        super().__init__(context.theme)
        self._context, self._services, self._security = context, services, security
        self._busy = False
        self.password_panel = PasswordPanel(context.theme, self._set_password)
        self.sheet_panel = SheetPanel(context, security)
        self.sheet_panel.passed.connect(self.load)
        self._add_password()
        self._add_lock()
        self._add_sheet()
        self._add_kommune()

    # how it is built

    def _add_password(self) -> None:
        self.set_button = self._button("Sæt…", self._begin_password)
        self.remove_button = self._button("Fjern…", self._ask_removal)
        setting = Setting("Adgangskode", UNPROTECTED, "lock-open", "warn")
        self._password = self._line(setting, [self.remove_button, self.set_button])
        self.add_inside(self.password_panel)

    def _add_lock(self) -> None:
        minutes = [Option(each, f"Efter {each} min.") for each in LOCK_MINUTES]
        self.minutes = ChoiceInput(minutes)
        self.minutes.left.connect(self._save_minutes)
        self.with_computer = CheckInput("")
        self.with_computer.left.connect(lambda: self._save(lock_with_computer=self.with_computer.raw()))
        self._lock = self._line(Setting("Lås, når jeg er væk", _NO_LOCK, "clock"), [self.minutes])
        self._computer = self._line(
            Setting("Lås med det samme, når computeren låses", "Anbefales på delte computere", "lock"),
            [self.with_computer],
        )

    def _add_sheet(self) -> None:
        self.try_button = self._button("Prøv arket…", lambda: self.sheet_panel.begin(self.sheet_panel.field))
        self.print_button = self._button("Udskriv nyt…", self._print_sheet)
        setting = Setting("Nøgleark til pengeskabet", _NO_KEY, "key-round")
        self._sheet = self._line(setting, [self.try_button, self.print_button])
        self.add_inside(self.sheet_panel)

    def _add_kommune(self) -> None:
        self.paper_buttons = self._papers()
        self._kommune = self._line(Setting("Kommunens tilladelse", PERMISSION_SENTENCE, "scale"), self.paper_buttons)
        today = self._context.clock.today
        fields = (replace(_PERMISSION, hint=PERMISSION_HOW, span=7),)
        self.permission = Form(self._context.theme, fields, today=today, save=self._note_permission)
        self.add_inside(self.permission, indented=True)

    def _papers(self) -> Sequence[Button]:
        privacy = self._services.privacy
        if privacy is None:
            return ()
        show = self._context.show_paper
        return [
            self._button("Tekst til fortegnelsen…", lambda: show(record_job(privacy))),
            self._button("Information til personalet…", lambda: show(information_job(privacy))),
        ]

    def _button(self, text: str, run: Any) -> Button:
        return Button(self._context.theme, text, run, Look(compact=True))

    def _line(self, setting: Setting, controls: Sequence[QWidget]) -> SettingLine:
        line = SettingLine(self._context.theme, setting, controls)
        self.add_line(line)
        return line

    # what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()  # the sheet may just have been printed

    def load(self) -> None:
        house, protected, printed = (
            self._services.settings.house(),
            self._security.protected,
            self._security.sheet_printed_on,
        )
        self._show_password(protected=protected)
        self._show_lock(house, protected=protected)
        self._show_sheet(printed, protected=protected)
        self._show_permission(house)
        missing = (not protected, protected and printed is None, house.data_permission_on is None)
        self.set_attention(sum(missing))

    def _show_password(self, *, protected: bool) -> None:
        self.set_button.setText("Skift…" if protected else "Sæt…")
        self.set_button.setAccessibleName("Skift adgangskode" if protected else "Sæt adgangskode")
        self.remove_button.setAccessibleName("Fjern adgangskoden")
        self.remove_button.setVisible(protected)
        for button in (self.set_button, self.remove_button):
            button.setEnabled(not self._busy)
        if protected:
            self._password.show_detail(f"Filen og kopierne er krypteret. Mindst {SHORTEST} tegn", "lock", "ok")
        else:
            self._password.show_detail(UNPROTECTED, "lock-open", "warn")

    def _show_lock(self, house: HouseSettings, *, protected: bool) -> None:
        self.minutes.show_raw(house.lock_minutes)
        self.with_computer.show_raw(house.lock_with_computer)
        self.minutes.setEnabled(protected)
        self.with_computer.setEnabled(protected)
        self._lock.show_detail("Skærmen skjules, og filen lukkes. Alt er gemt" if protected else _NO_LOCK)

    def _show_sheet(self, printed: date | None, *, protected: bool) -> None:
        self.try_button.setEnabled(protected)
        self.print_button.setEnabled(protected)
        if not protected:
            self._sheet.show_detail(_NO_KEY, "key-round", "text2")
        elif printed is None:
            self._sheet.show_detail("Ikke udskrevet, siden koden blev sat. Læg det i pengeskabet", "key-round", "warn")
        else:
            tried = self._security.sheet_tried_on
            how = f"Prøvet {day_text(tried, year=True)}" if tried else "Prøv, at det passer"
            self._sheet.show_detail(f"Udskrevet {day_text(printed, year=True)}. {how}", "key-round", "ok")

    def _show_permission(self, house: HouseSettings) -> None:
        self.permission.refresh({"data_permission_on": house.data_permission_on})
        self._kommune.show_detail(PERMISSION_SENTENCE, "scale", "warn" if house.data_permission_on is None else "ok")

    # what is done

    def _save(self, **changed: Any) -> None:
        settings = self._services.settings
        self._context.run("", lambda: settings.save_house(replace(settings.house(), **changed)))

    def _save_minutes(self) -> None:
        self._save(lock_minutes=self.minutes.raw())

    def _note_permission(self, _key: str, value: object) -> None:
        self._security.note_permission(value if isinstance(value, date) else None)

    def _begin_password(self) -> None:
        self.password_panel.begin_new(change=self._security.protected)

    def _set_password(self, text: str, repeated: str) -> None:
        said = "Adgangskoden er skiftet" if self._security.protected else "Adgangskoden er sat"
        self._in_background("Sætter adgangskoden", partial(self._security.set_password, text, repeated), said)

    def _ask_removal(self) -> None:
        if self._context.messages.ask(_REMOVE) == "remove":
            self._in_background("Fjerner adgangskoden", self._security.remove_password, "Adgangskoden er fjernet")

    def _in_background(self, name: str, call: Any, said: str) -> None:
        self._busy = True
        self.load()
        job = Job(name, lambda _progress: call(), partial(self._done, said), self._failed, lane=Lane.DATA)
        self._context.work.start(job)

    def _done(self, said: str, receipt: RewriteReceipt) -> None:
        self._busy = False
        self.load()
        copies = plural(receipt.rewritten, "kopi er skrevet om", "kopier er skrevet om")
        told = f"{said}. {copies}. {SHEET_VOID}" if self._security.protected else f"{said}. {copies}"
        choices = (Choice("Udskriv nøgleark", self._print_sheet),) if self._security.protected else ()
        self._context.messages.tell(told, choices)
        self._tell_unreached(receipt)

    def _tell_unreached(self, receipt: RewriteReceipt) -> None:
        self._context.messages.clear_note(_NOTE)
        if receipt.not_reached:
            text = f"{and_list(receipt.not_reached)} har stadig den gamle kode. Slet dem, eller tilslut drevet."
            self._context.messages.note(Note(_NOTE, Level.SHOULD, text, "Ikke alt blev nået."))

    def _failed(self, problem: UserProblem) -> None:
        self._busy = False
        self.load()
        self._context.messages.problem(problem)

    def _print_sheet(self) -> None:
        self._context.show_paper(key_sheet_job(self._security))
