"""The kinds of meeting, one line each; 'Ret' opens the fields under it."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from dagleder.base.dates import hours_text
from dagleder.base.text import and_list
from dagleder.meetings.kinds import LENGTHS, Audience, Kind, KindDraft
from dagleder.meetings.service import MeetingsService
from dagleder.staff.roles import ROLES
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.settings.opening_row import ItemEditor, OpeningRow, RoleTicks

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
_LETTER = 34


def draft_of(kind: Kind) -> KindDraft:
    """What of a kind can be changed."""
    values: dict[str, Any] = {name: getattr(kind, name) for name in _DRAFTED}
    return KindDraft(**values)


class KindRow(OpeningRow):
    def __init__(self, context: Context, meetings: MeetingsService, kind: Kind) -> None:
        self._letter = Label("", "strong")
        self._letter.setMinimumWidth(context.theme.px(_LETTER))
        super().__init__(context.theme, lambda: KindEditor(context, self._save), self._turn_hidden, self._letter)
        self._context, self._meetings, self._kind = context, meetings, kind

    def show_item(self, item: Kind) -> None:
        self._kind = item
        self._letter.setText(item.letter)
        self.show_kind(item, kind_text(item))

    def _save(self, key: str, value: object) -> None:
        changed: dict[str, Any] = {key: value}
        self._meetings.change_kind(self._kind.id, replace(draft_of(self._kind), **changed))

    def _turn_hidden(self) -> None:
        kind = self._kind
        said = f"{kind.name} er med igen" if kind.hidden else f"{kind.name} er skjult. Møder, der er lagt, bliver"
        self._context.run(said, partial(self._meetings.hide_kind, kind.id, hidden=not kind.hidden))


class KindEditor(ItemEditor):
    def __init__(self, context: Context, save: Callable[[str, object], None]) -> None:
        super().__init__(Form(context.theme, _FIELDS, today=context.clock.today, save=save))
        self._context, self._save = context, save
        self._roles: frozenset[str] = frozenset()
        self.roles = RoleTicks()
        self.roles.left.connect(self._save_roles)
        self.column.addWidget(Label("Stillinger, der er med", "label"))
        self.column.addWidget(self.roles)

    def show_kind(self, kind: Kind) -> None:
        self.form.refresh({field.key: getattr(kind, field.key) for field in _FIELDS})
        self._roles = kind.roles
        self.roles.show_roles(kind.roles)

    def _save_roles(self) -> None:
        outcome = self._context.run("", partial(self._save, "roles", self.roles.chosen()))
        if not outcome.ok:  # the last one cannot go while the meeting is for certain stillinger
            self.roles.show_roles(self._roles)


def kind_text(kind: Kind) -> str:
    """'3 timer · Fællesrummet · alle ansatte'."""
    roles = and_list([role.name.lower() for role in ROLES if role.key in kind.roles])
    who = kind.who or (roles if kind.audience is Audience.ROLES else AUDIENCES[kind.audience].lower())
    on_closing = "også på lukkedage" if kind.on_closing_day else ""
    return " · ".join(part for part in (_length(kind.minutes), kind.place, who, on_closing) if part)


def _length(minutes: int) -> str:
    return f"{minutes} min." if minutes < 60 else f"{hours_text(minutes)} t"  # noqa: PLR2004 -- an hour
