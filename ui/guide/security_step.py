"""Trin 3: password before the staff are read in, the nøgleark, a second place for copies, and the kommune's leave."""

from datetime import date
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.guide.steps import Step
from dagleder.privacy import kommune
from dagleder.privacy.security import FORGOTTEN, SECOND_PLACE, SHORTEST, UNPROTECTED
from ui.guide.step import GuideParts, GuideStep, card
from ui.kit.buttons import Button, Look
from ui.kit.field_frame import FieldFrame
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.kit.secret_field import SecretField
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.work import Job, Lane, Progress
from ui.settings.papers import information_job, key_sheet_job, record_job
from ui.settings.place_line import PlaceLine

_TITLE = "Sikkerhed og kopier"
_TEXT = "Det tager to minutter, og det står før personalet: så er ingen oplysninger skrevet uden beskyttelse."
_PERMISSION = Field("permission", "Kommunen sagde ja den", FieldKind.DATE, span=4)


class SecurityStep(GuideStep):
    """A password set is kept at once; leaving it out is chosen, never just skipped."""

    step = Step.SECURITY

    def __init__(self, parts: GuideParts) -> None:
        super().__init__(_TITLE, _TEXT)
        self._parts, self._theme = parts, parts.context.theme
        self._security = parts.services.security
        self.with_button, self.without_button = (
            QRadioButton("Lås filen med en adgangskode"),
            QRadioButton("Uden adgangskode"),
        )
        self.password = SecretField(self._theme, "Adgangskode")
        self.repeated = SecretField(self._theme, "Adgangskoden igen")
        self._said = SentenceLine(self._theme)
        self._consequence = _indented(Label(UNPROTECTED, "small", "text2", wrap=True))
        self._fields = QWidget()
        self._set = Button(self._theme, "Sæt adgangskoden", self._set_password, Look(icon="lock"))
        self._protected, self._is_set = QWidget(), Label("", "", wrap=True)
        self._sheet_button = Button(self._theme, "Vis nøglearket…", self._show_sheet, Look(icon="key-round"))
        self._setting = False
        self._place, self.place_line = Label("", "small", "text2", wrap=True), PlaceLine(self._theme)
        self.choose_place_button = Button(self._theme, "Vælg mappe…", self._choose_place, Look(icon="folder-open"))
        self.papers: dict[str, Button] = {}
        self._form = Form(self._theme, (_PERMISSION,), today=parts.context.clock.today, save=self._save_permission)
        self.column.addWidget(self._password_card())
        self.column.addWidget(self._copies_card())
        self.column.addWidget(self._kommune_card())
        self.column.addStretch(1)
        if self._security.protected is False and parts.services.guide.progress().reached > Step.SECURITY:
            self.without_button.setChecked(True)  # she has chosen that before

    @property
    def permission(self) -> FieldFrame:
        """When the kommune said yes."""
        return self._form.frame("permission")

    @property
    def said(self) -> str:
        """What is said under the password."""
        return self._said.sentence.full

    def begin(self) -> None:
        where = self._sheet_button if self._security.protected else self.password
        (where if self.with_button.isChecked() or self._security.protected else self.without_button).setFocus()

    def lead_to_missing(self) -> None:
        if self._security.protected and self._security.sheet_printed_on is None:
            self._sheet_button.setFocus()
        else:
            self.permission.control.setFocus()

    # what is shown

    def _password_card(self) -> QFrame:
        frame, column = card("Adgangskode")
        group = QButtonGroup(self)
        for button in (self.with_button, self.without_button):
            group.addButton(button)
        self.with_button.setChecked(True)
        self.with_button.setAccessibleDescription(FORGOTTEN)
        self.without_button.setAccessibleDescription(UNPROTECTED)
        group.buttonToggled.connect(lambda *_: self._show_choice())
        column.addWidget(self.with_button)
        column.addWidget(self._password_fields())
        column.addWidget(self._protected_line())
        column.addWidget(self.without_button)
        column.addWidget(self._consequence)
        return frame

    def _password_fields(self) -> QWidget:
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(24, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(Label(f"{FORGOTTEN} Mindst {SHORTEST} tegn.", "small", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, label in ((self.password, "Adgangskode"), (self.repeated, "Den samme igen")):
            block = QVBoxLayout()
            block.setSpacing(4)
            block.addWidget(Label(label, "label"))
            block.addWidget(field)
            row.addLayout(block, 1)
            field.textChanged.connect(lambda _text: self._show_strength())
            field.returnPressed.connect(self.done)
        column.addLayout(row)
        column.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.addWidget(self._set)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return self._fields

    def _protected_line(self) -> QWidget:
        row = QHBoxLayout(self._protected)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "circle-check", "ok"))
        row.addWidget(self._is_set, 1)
        row.addWidget(self._sheet_button)
        return self._protected

    def _copies_card(self) -> QFrame:
        frame, column = card("Ekstra kopi et andet sted")
        column.addWidget(Label(SECOND_PLACE, "small", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._place, 1)
        row.addWidget(self.choose_place_button)
        column.addLayout(row)
        column.addWidget(self.place_line)
        return frame

    def _kommune_card(self) -> QFrame:
        frame, column = card("Kommunens ja")
        note = Note("kommune", Level.INFO, kommune.PERMISSION_HOW, kommune.PERMISSION_SENTENCE, closable=False)
        column.addWidget(NoteBar(self._theme, note))
        row = QHBoxLayout()
        row.setSpacing(8)
        privacy = self._parts.services.privacy
        for name, job in (
            ("Tekst til fortegnelsen…", record_job(privacy)),
            ("Information til personalet…", information_job(privacy)),
        ):
            show = partial(self._parts.context.show_paper, job)
            self.papers[name] = Button(self._theme, name, show, Look(icon="file-text"))
            row.addWidget(self.papers[name])
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._form)
        return frame

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_choice()  # the sheet may just have been printed

    def load(self) -> None:
        house = self._parts.services.settings.house()
        self._form.refresh({"permission": house.data_permission_on})
        self._place.setText(house.backup_place or "Intet sted valgt. Kopierne ligger kun på denne computer.")
        self.place_line.show_copies(house.backup_place)
        self._show_choice()

    def _show_choice(self) -> None:
        protected = self._security.protected
        self.with_button.setVisible(not protected)
        for widget in (self.without_button, self._consequence):
            widget.setVisible(not protected)
        self._fields.setVisible(not protected and self.with_button.isChecked())
        self._protected.setVisible(protected)
        if protected:
            sheet = (
                "Nøglearket er skrevet ud."
                if self._security.sheet_printed_on
                else "Nøglearket er ikke skrevet ud endnu."
            )
            self._is_set.setText(f"Adgangskoden er sat. {sheet}")
        self.changed.emit()

    def _show_strength(self) -> None:
        text = self.password.text()
        if not text:
            self._said.show_sentence(Sentence(""))
        elif len(text) < SHORTEST:
            self._said.show_sentence(Sentence(f"{len(text)} af mindst {SHORTEST} tegn.", "text2", bold=False))
        elif text != self.repeated.text():
            self._said.show_sentence(Sentence("Lang nok. Skriv den samme igen.", "text2", bold=False))
        else:
            self._said.show_sentence(Sentence("Lang nok, og de to er ens.", "ok", "check", bold=False))

    # what is done

    def next_name(self) -> str:
        leaves_out = not self._security.protected and self.without_button.isChecked()
        return "Gå videre uden adgangskode" if leaves_out else "Videre"

    def leave(self) -> bool:
        if not self._form.commit():
            return False
        if self._security.protected or self.without_button.isChecked():
            return True
        self._set_password()
        return False

    def _set_password(self) -> None:
        if self._setting:
            return
        self._setting = True
        text, again = self.password.text(), self.repeated.text()

        def run(_progress: Progress) -> object:
            return self._security.set_password(text, again)

        self._parts.context.work.start(Job("Låser filen", run, self._was_set, self._refused, lane=Lane.DATA))

    def _was_set(self, _receipt: object) -> None:
        self._setting = False
        for field in (self.password, self.repeated):
            field.clear()
        self._show_choice()
        self._show_sheet()

    def _refused(self, problem: UserProblem) -> None:
        self._setting = False
        self._said.show_sentence(Sentence(problem.sentence, "danger", "octagon-alert"))
        (self.repeated if problem.field == "repeated" else self.password).setFocus()

    def _show_sheet(self) -> None:
        self._parts.context.show_paper(key_sheet_job(self._security))

    def _choose_place(self) -> None:
        folder = self._parts.context.messages.folder("Hvor skal den ekstra kopi ligge?")
        if folder is not None:
            self._parts.context.run("Stedet er valgt", lambda: self._security.choose_second_place(str(folder)))
            self.load()

    def _save_permission(self, _key: str, value: object) -> None:
        self._security.note_permission(value if isinstance(value, date) else None)


def _indented(label: Label) -> Label:
    label.setContentsMargins(24, 0, 0, 0)
    return label
