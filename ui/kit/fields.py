"""A field as data: what it is called, what may stand in it, and how that is read and shown. No widgets here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from dagleder.base.cpr import CPR_SENTENCE, has_cpr
from dagleder.base.dates import clock_digits, day_digits, hours_text
from dagleder.base.errors import Bug, UserProblem
from dagleder.base.parsing import (
    Doubt,
    birthday_text,
    doubt_mail,
    parse_birthday,
    parse_clock,
    parse_hours,
    parse_phone,
    parse_whole,
    phone_text,
)
from dagleder.base.text import squeezed
from dagleder.base.typed_dates import parse_coming_date, parse_past_date, parse_typed_date

COLUMNS = 12
"""A form is this many columns wide; a field's `span` counts them."""


class FieldKind(StrEnum):
    """What a field holds. Its value when empty: '' for texts, False for CHECK, None for all others."""

    TEXT = "text"
    MULTILINE = "multiline"
    MAIL = "mail"
    PHONE = "phone"  # eight digits, shown in pairs
    DATE = "date"
    COMING_DATE = "coming date"  # a deadline: also in words; without a year never one that is over
    PAST_DATE = "past date"  # of what has been: without a year the latest such day
    BIRTHDAY = "birthday"  # (day, month)
    CLOCK = "clock"  # minutes after midnight
    HOURS = "hours"  # minutes
    NUMBER = "number"
    STEPPER = "stepper"  # a small number with − and +
    CHOICE = "choice"  # a list that drops down
    RADIO = "radio"  # all options in view, each with a hint
    CHECK = "check"


_TEXTS = frozenset({FieldKind.TEXT, FieldKind.MULTILINE, FieldKind.MAIL, FieldKind.PHONE})
TYPED = _TEXTS | {
    FieldKind.DATE,
    FieldKind.COMING_DATE,
    FieldKind.PAST_DATE,
    FieldKind.BIRTHDAY,
    FieldKind.CLOCK,
    FieldKind.HOURS,
    FieldKind.NUMBER,
}
"""Kinds that are typed as text and read when the field is left."""


@dataclass(frozen=True)
class Option:
    """One of the values of a CHOICE or RADIO field."""

    key: object
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Field:
    """What a form needs to know about one field.

    `required` is the sentence told when it is left empty ('Skriv et navn.'); '' = may be empty.
    `parse` and `format` replace what the kind does by itself; `parse` gets text that is not empty and
    raises UserProblem. `doubt` looks at the value read: what it returns is shown, and still saved.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: str = ""
    span: int = COLUMNS
    hint: str = ""
    options: tuple[Option, ...] = ()
    low: int = 0
    high: int = 999
    lines: int = 3  # of a MULTILINE
    parse: Callable[[str], Any] | None = None
    format: Callable[[Any], str] | None = None
    doubt: Callable[[Any], Doubt | None] | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.span <= COLUMNS:
            raise Bug(f"field {self.key}: a span of {self.span} columns")
        if bool(self.options) != (self.kind in {FieldKind.CHOICE, FieldKind.RADIO}):
            raise Bug(f"field {self.key}: options belong to a choice")

    @property
    def empty(self) -> object:
        """The value of the field with nothing in it."""
        if self.kind in _TEXTS:
            return ""
        return False if self.kind is FieldKind.CHECK else None


def read(field: Field, raw: object, today: date) -> object:
    """The value of what stands in the field: text for typed kinds, an option's key, a bool or a number.

    Raises UserProblem for what cannot be kept. A CPR number is refused in one line of text; in running text
    it is marked instead, and kept.
    """
    if field.kind not in TYPED:
        if raw is None and field.required:
            raise UserProblem(field.required, field=field.key)
        if field.kind is FieldKind.STEPPER and isinstance(raw, str):  # a number that is not taken
            raise UserProblem(f"Skriv et antal mellem {field.low} og {field.high}.", field=field.key)
        return raw
    text = _tidied(field, str(raw))
    if not text:
        if field.required:
            raise UserProblem(field.required, field=field.key)
        return field.empty
    if field.kind is not FieldKind.MULTILINE and has_cpr(text):
        raise UserProblem(CPR_SENTENCE, field=field.key)
    return field.parse(text) if field.parse else _parsed(field, text, today)


def shown(field: Field, value: object) -> str:
    """The text of a value in a typed field; read back it gives the same value."""
    if value is None or value == "":
        return ""
    if field.format:
        return field.format(value)
    write = _FORMATS.get(field.kind)
    return write(value) if write else str(value)


def doubted(field: Field, value: object) -> Doubt | None:
    """What is odd about a value that may be saved all the same."""
    if value == field.empty:
        return None
    if field.doubt:
        return field.doubt(value)
    return doubt_mail(str(value)) if field.kind is FieldKind.MAIL else None


def _tidied(field: Field, text: str) -> str:
    if field.kind is FieldKind.MULTILINE:
        return text.replace("\r\n", "\n").rstrip()
    return squeezed(text)


def _parsed(field: Field, text: str, today: date) -> object:
    if field.kind is FieldKind.DATE:
        return parse_typed_date(text, today=today)
    if field.kind is FieldKind.COMING_DATE:
        return parse_coming_date(text, today=today)
    if field.kind is FieldKind.PAST_DATE:
        return parse_past_date(text, today=today)
    if field.kind is FieldKind.NUMBER:
        return parse_whole(text, low=field.low, high=field.high)
    parse = _PARSERS.get(field.kind)
    return parse(text) if parse else text


_PARSERS: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.PHONE: parse_phone,
    FieldKind.BIRTHDAY: parse_birthday,
    FieldKind.CLOCK: parse_clock,
    FieldKind.HOURS: parse_hours,
}
_FORMATS: dict[FieldKind, Callable[[Any], str]] = {
    FieldKind.PHONE: phone_text,
    FieldKind.DATE: day_digits,
    FieldKind.COMING_DATE: day_digits,
    FieldKind.PAST_DATE: day_digits,
    FieldKind.BIRTHDAY: lambda value: birthday_text(*cast("tuple[int, int]", value)),
    FieldKind.CLOCK: clock_digits,
    FieldKind.HOURS: hours_text,
}
