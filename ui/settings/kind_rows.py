"""The kinds of meeting, one line each; 'Ret' opens the fields under it."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import hours_text
from dagleder.base.text import and_list
from dagleder.meetings.kinds import LENGTHS, Audience, Kind, KindDraft
from dagleder.meetings.service import MeetingsService
from dagleder.staff.roles import ROLES
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.buttons import Kind as ButtonKind
from ui.kit.choice_inputs import CheckInput
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.line import Line
from ui.settings.row_list import ItemRow

AUDIENCES = {
    Audience.ALL: "Alle ansatte",
    Audience.TEAM: "Stuens personale",
    Audience.ROLES: "Bestemte stillinger",
    Audience.NAMED: "Dem, du vælger til mødet",
}
_FIELDS = (
    Field("name", "Mødetype", required="Skriv hvad mødet hedder.", span=6),
    Field("letter", "Bogstav", required="Vælg et bogstav.", span=2),
    Field(
        "minutes",
        "Minutter",
        FieldKind.NUMBER,
        "Skriv hvor længe det varer.",
        low=LENGTHS.start,
        high=LENGTHS[-1],
        span=2,
    ),
    Field("place", "Sted", span=6),
    Field(
        "audience",
        "Hvem deltager",
        FieldKind.CHOICE,
        span=6,
        options=tuple(Option(audience, name) for audience, name in AUDIENCES.items()),
    ),
    Field("who", "Deltagere i ord, som de står på planen", span=8),
    Field("on_closing_day", "Må ligge på en lukkedag", FieldKind.CHECK, span=4),
)
_DRAFTED = {field.name for field in fields(KindDraft)}
_LETTER, _BESIDE = 34, 3


def draft_of(kind: Kind) -> KindDraft:
    """What of a kind can be changed."""
    values: dict[str, Any] = {name: getattr(kind, name) for name in _DRAFTED}
    return KindDraft(**values)


class KindRow(ItemRow):
    def __init__(self, context: Context, meetings: MeetingsService, kind: Kind) -> None:
        super().__init__()
        self._context, self._meetings, self._kind = context, meetings, kind
        theme = context.theme
        self._letter, self._name = Label("", "strong"), Label("", "name")
        self._detail = Label("", "small", "text2", wrap=True)
        look = Look(ButtonKind.QUIET, compact=True)
        self.edit = Button(theme, "Ret", self.begin, look)
        self.hide_button = Button(theme, "Skjul", self._turn_hidden, look)
        self.editor: KindEditor | None = None
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(self._letter)
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.hide_button)
        self._letter.setMinimumWidth(theme.px(_LETTER))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._column.addWidget(Line())

    def begin(self) -> None:
        """Open the fields, or close them again."""
        if self.editor is None:
            self.editor = KindEditor(self._context, self._save)
            self._column.insertWidget(1, self.editor)
            self.editor.hide()
        opened = self.editor.isHidden()
        self.editor.setVisible(opened)
        self.edit.setText("Luk felterne" if opened else "Ret")
        if opened:
            self.editor.show_kind(self._kind)
            self.editor.form.frame("name").control.setFocus()

    def show_item(self, item: Kind) -> None:
        self._kind = item
        self._letter.setText(item.letter)
        self._name.setText(item.name)
        self._detail.setText(kind_text(item))
        self.edit.setAccessibleName(f"Ret {item.name}")
        self.hide_button.setText("Vis igen" if item.hidden else "Skjul")
        self.hide_button.setAccessibleName(f"Vis {item.name} igen" if item.hidden else f"Skjul {item.name}")
        if self.editor is not None and not self.editor.isHidden():
            self.editor.show_kind(item)

    def _save(self, key: str, value: object) -> None:
        changed: dict[str, Any] = {key: value}
        self._meetings.change_kind(self._kind.id, replace(draft_of(self._kind), **changed))

    def _turn_hidden(self) -> None:
        kind = self._kind
        said = f"{kind.name} er med igen" if kind.hidden else f"{kind.name} er skjult. Møder, der er lagt, bliver"
        self._context.run(said, partial(self._meetings.hide_kind, kind.id, hidden=not kind.hidden))


class KindEditor(QFrame):
    """The fields of one kind; each is saved when it is left."""

    def __init__(self, context: Context, save: Callable[[str, object], None]) -> None:
        super().__init__()
        self._context, self._save = context, save
        self._roles: frozenset[str] = frozenset()
        self.setProperty("kind", "panel")
        self.form = Form(context.theme, _FIELDS, today=context.clock.today, save=save)
        self.ticks: dict[str, CheckInput] = {}
        ticks = QWidget()
        grid = QGridLayout(ticks)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, role in enumerate(ROLES):
            tick = CheckInput(role.name)
            tick.left.connect(self._save_roles)
            self.ticks[role.key] = tick
            grid.addWidget(tick, place // _BESIDE, place % _BESIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(Label("Stillinger, der er med", "label"))
        column.addWidget(ticks)

    def show_kind(self, kind: Kind) -> None:
        self.form.refresh({field.key: getattr(kind, field.key) for field in _FIELDS})
        self._roles = kind.roles
        for key, tick in self.ticks.items():
            tick.show_raw(key in kind.roles)

    def _save_roles(self) -> None:
        roles = frozenset(key for key, tick in self.ticks.items() if tick.raw())
        outcome = self._context.run("", partial(self._save, "roles", roles))
        if not outcome.ok:  # the last one cannot go while the meeting is for certain stillinger
            for key, tick in self.ticks.items():
                tick.show_raw(key in self._roles)


def kind_text(kind: Kind) -> str:
    """'3 timer · Fællesrummet · alle ansatte'."""
    roles = and_list([role.name.lower() for role in ROLES if role.key in kind.roles])
    who = kind.who or (roles if kind.audience is Audience.ROLES else AUDIENCES[kind.audience].lower())
    on_closing = "også på lukkedage" if kind.on_closing_day else ""
    return " · ".join(part for part in (_length(kind.minutes), kind.place, who, on_closing) if part)


def _length(minutes: int) -> str:
    return f"{minutes} min." if minutes < 60 else f"{hours_text(minutes)} t"  # noqa: PLR2004 -- an hour
