"""What a staff list may hold: how its columns are headed, and how their values look."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dagleder.base.errors import UserProblem
from dagleder.base.parsing import MOST_WEEKLY_MINUTES, parse_birthday, parse_date, parse_hours, parse_phone
from dagleder.exchange.tables_values import ByValues, CellValue, Target, TargetField, cell_text
from dagleder.staff.roles import read_role

_NAME = re.compile(r"[^\W\d_][\w.’'`´-]*(?:,? +[\w.’'`´()-]+){1,5}")
_WORD = re.compile(r"[^\W\d_][\w .’'`´()/-]*")
_NUMBER = re.compile(r"[A-Za-z]{0,3}\d{2,10}")
_MAIL = re.compile(r"\S+@\S+")
_ANY_DAY = date(2000, 1, 1)


def _reads(parse: Callable[[CellValue], object]) -> Callable[[CellValue], bool]:
    @lru_cache(maxsize=4096)
    def fits(value: CellValue) -> bool:
        try:
            return parse(value) is not None
        except UserProblem:
            return False

    return fits


def _matches(pattern: re.Pattern[str]) -> Callable[[CellValue], bool]:
    return lambda value: bool(pattern.fullmatch(cell_text(value).strip()))


def _date(value: CellValue) -> date | None:
    # A bare number of hours would pass for a spreadsheet's day number.
    return None if isinstance(value, int | float) else parse_date(value, today=_ANY_DAY)


def _hours(value: CellValue) -> int | None:
    return None if (minutes := parse_hours(value)) > MOST_WEEKLY_MINUTES else minutes


def _phone(value: CellValue) -> str | None:
    return None if isinstance(value, date) else parse_phone(value)


def _is_name(value: CellValue) -> bool:
    return isinstance(value, str) and bool(_NAME.fullmatch(" ".join(value.split()))) and read_role(value) is None


STAFF_TARGET = Target(
    fields=(
        TargetField(
            "name",
            "Navn",
            ("navn", "medarbejder", "fulde navn", "navn og efternavn", "medarbejdernavn", "for- og efternavn"),
            _is_name,
            by_values=ByValues.ALWAYS,
        ),
        TargetField("first_name", "Fornavn", ("fornavn", "fornavne", "for navn"), _matches(_WORD)),
        TargetField("last_name", "Efternavn", ("efternavn", "efternavne", "efter navn"), _matches(_WORD)),
        TargetField(
            "number",
            "Medarbejdernummer",
            (
                "medarbejdernr",
                "medarbejdernummer",
                "nr",
                "nummer",
                "lønnr",
                "lønnummer",
                "tjenestenr",
                "tjenestenummer",
                "medarb.nr",
                "ansættelsesnr",
                "ansættelsesnummer",
                "id",
            ),
            _matches(_NUMBER),
        ),
        TargetField(
            "role",
            "Stilling",
            ("stilling", "stillingsbetegnelse", "titel", "funktion", "rolle", "faggruppe", "uddannelse", "jobtitel"),
            _reads(lambda value: read_role(cell_text(value))),
            by_values=ByValues.ALWAYS,
        ),
        TargetField(
            "team",
            "Stue",
            ("stue", "afdeling/stue", "afdeling", "afd", "gruppe", "team", "stue/gruppe", "stuer", "børnegruppe"),
            _matches(_WORD),
        ),
        TargetField(
            "hours",
            "Timer pr. uge",
            (
                "timer",
                "timer pr. uge",
                "timer/uge",
                "ugentligt timetal",
                "timetal",
                "ugetimer",
                "ugentlige timer",
                "timeantal",
                "norm",
                "ugenorm",
                "beskæftigelsesgrad timer",
            ),
            _reads(_hours),
        ),
        TargetField(
            "start",
            "Ansat fra",
            (
                "startdato",
                "start",
                "ansættelsesdato",
                "ansat fra",
                "ansat",
                "ansat den",
                "tiltrådt",
                "tiltrædelse",
                "tiltrædelsesdato",
                "ansættelse",
                "første dag",
                "dato for ansættelse",
            ),
            _reads(_date),
        ),
        TargetField(
            "end",
            "Sidste dag",
            (
                "slutdato",
                "sidste dag",
                "fratrådt",
                "fratrædelse",
                "fratrædelsesdato",
                "ansat til",
                "ophør",
                "ophørsdato",
                "stopper",
            ),
            _reads(_date),
        ),
        TargetField(
            "birthday",
            "Fødselsdag",
            ("fødselsdag", "fødselsdato", "født", "fødselsdage", "fød.dag", "fødselsd"),
            _reads(parse_birthday),
        ),
        TargetField(
            "mail",
            "E-mail",
            ("e-mail", "mail", "mailadresse", "e-mailadresse", "arbejdsmail", "e-post"),
            _matches(_MAIL),
            by_values=ByValues.ALWAYS,
        ),
        TargetField(
            "phone",
            "Telefon",
            (
                "telefon",
                "tlf",
                "mobil",
                "telefonnummer",
                "telefonnr",
                "mobilnummer",
                "mobilnr",
                "tlf.nr",
                "tlfnr",
                "mobiltelefon",
                "mobil tlf",
            ),
            _reads(_phone),
            by_values=ByValues.WITHOUT_HEADING,
        ),
        TargetField("initials", "Initialer", ("initialer", "init", "ini")),
        TargetField("known_as", "Kaldes", ("kaldes", "kaldenavn", "kælenavn", "kaldet")),
        TargetField(
            "notes",
            "Note",
            ("bemærkninger", "bemærkning", "noter", "note", "kommentar", "kommentarer", "andet", "bem"),
        ),
    ),
    needed=("name", "first_name", "last_name"),
    missing="Dagleder kan ikke finde en kolonne med navne i “{name}”. Skriv “Navn” over den, og prøv igen.",
)
FIELD_TITLES = {field.key: field.name for field in STAFF_TARGET.fields}
