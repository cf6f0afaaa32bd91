"""Reads what people type or keep in spreadsheets: dates, birthdays, hours, clock times, phones, mail addresses.

What cannot be read raises UserProblem with a sentence and, where one is near, a suggestion that
would have been accepted. What can be read but looks odd gives a `Doubt` beside it: the form and
the import decide whether to let it pass. No sentence ever repeats a CPR number.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NoReturn

from dagleder.base.cpr import CPR_SENTENCE, has_cpr
from dagleder.base.dates import DAY_MINUTES, MONTHS, WEEKDAYS, clock_digits, day_digits, hours_text
from dagleder.base.errors import UserProblem
from dagleder.base.law import full_time
from dagleder.base.text import capitalised, squeezed

Cell = str | int | float | Decimal | date | time | timedelta | None
"""What a field or a spreadsheet cell can hold (a datetime is a date)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something readable that is probably not meant: told, but it may be saved."""

    sentence: str
    suggestion: str = ""


# --- dates ---------------------------------------------------------------------------------------

FIRST_YEAR, LAST_YEAR = 1900, 2100
_YEARS_AHEAD = 10  # a two-digit year is never read as later than this
_SPREADSHEET_DAY_0 = date(1899, 12, 30)
_LAST_SERIAL = (date(LAST_YEAR, 12, 31) - _SPREADSHEET_DAY_0).days
_A_LEAP_YEAR = 2000
_CENTURY = 100

_WEEKDAY = re.compile(rf"^(?:{'|'.join(f'{w[:3]}[a-zø]*' for w in WEEKDAYS)})[.,]?\s+|^d(?:en|\.)\s*", re.IGNORECASE)
_CLOCK_TAIL = re.compile(r"[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?$")
_ISO = re.compile(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$")
_DIGITS = re.compile(r"^(\d{1,2})\s*[-./ ]\s*(\d{1,2})\.?(?:\s*[-./ ]\s*|\s+)'?(\d{4}|\d{2})$")
_NAMED = re.compile(r"^(\d{1,2})[.\s-]*([a-zA-ZæøåÆØÅ]{3,9})[.,\s-]*(?:'?(\d{4}|\d{2}))?$")
_PACKED = re.compile(r"^(\d{2})(\d{2})(\d{4}|\d{2})$")
_YEARLESS = re.compile(r"^(\d{1,2})\s*[-./]\s*(\d{1,2})\.?$")
_ENGLISH_MONTHS = {"may": 5, "oct": 10, "march": 3, "june": 6, "july": 7, "october": 10}


def parse_date(value: Cell, *, today: date) -> date:
    """The day meant by '17-08-2020', '17/8 20', '17. august 2020', '17082020' or a spreadsheet's day number.

    Day comes before month. Two-digit years lie in the hundred years that end ten years from
    `today`. Without a year it is refused, with the one in `today`'s year as suggestion.
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    serial = _serial(value)
    if serial is not None:
        return serial
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv en dato.")
    day, month, year = day_month_year(text)
    if year is None:
        meant = exact_day(day, month, today.year, text)
        raise UserProblem(f"Året mangler. Mente du {day_digits(meant)}?", suggestion=day_digits(meant))
    return exact_day(day, month, _full_year(year, today), text)


def parse_birthday(value: Cell) -> tuple[int, int]:
    """Day and month of a birthday, from the same forms with or without a year; the year is not kept."""
    if isinstance(value, date):
        return value.day, value.month
    serial = _serial(value)
    if serial is not None:
        return serial.day, serial.month
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv en fødselsdag, fx 16/9.")
    day, month, _ = day_month_year(text)
    try:
        exact_day(day, month, _A_LEAP_YEAR, text)
    except UserProblem as problem:
        refuse(text, "er ikke en fødselsdag. Skriv den som 16/9.", problem.suggestion[:5].replace("-", "/"))
    return day, month


def birthday_text(day: int, month: int) -> str:
    """'16. september': read back by `parse_birthday`."""
    return f"{day}. {MONTHS[month - 1]}"


def _serial(value: Cell) -> date | None:
    """A spreadsheet's day number; only for numbers, since typed digits are day, month and year."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return _SPREADSHEET_DAY_0 + timedelta(days=int(value)) if 1 <= value <= _LAST_SERIAL else None


def day_month_year(text: str) -> tuple[int, int, str | None]:
    """As written, with its year where it has one."""
    bare = _CLOCK_TAIL.sub("", text)
    while (shorter := _WEEKDAY.sub("", bare)) != bare:
        bare = shorter
    if match := _ISO.match(bare):
        return int(match[3]), int(match[2]), match[1]
    if match := _DIGITS.match(bare) or _PACKED.match(bare):
        return int(match[1]), int(match[2]), match[3]
    if match := _YEARLESS.match(bare):
        return int(match[1]), int(match[2]), None
    match = _NAMED.match(bare)
    month = _month_number(match[2]) if match else None
    if match is None or month is None:
        refuse(text, "er ikke en dato. Skriv den som 17-08-2026.")
    return int(match[1]), month, match[3]


def _month_number(word: str) -> int | None:
    word = word.casefold()
    if word in _ENGLISH_MONTHS:
        return _ENGLISH_MONTHS[word]
    # 'sept' and 'aug' are beginnings of the name; so is every short form we print.
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), None)


def _full_year(digits: str, today: date) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 -- written out
        return year
    latest = today.year + _YEARS_AHEAD
    return latest - (latest - year) % _CENTURY


def exact_day(day: int, month: int, year: int, text: str) -> date:
    """The date, or the problem with the nearest date that exists."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        refuse(text, f"er ikke en dato, vi kan bruge. Året skal ligge mellem {FIRST_YEAR} og {LAST_YEAR}.")
    try:
        return date(year, month, day)
    except ValueError:
        pass
    if 1 <= day <= 12 < month <= 31:  # noqa: PLR2004 -- months and days: the American order
        meant = day_digits(date(year, day, month)) if _exists(month, day, year) else ""
        refuse(text, "er ikke en dato. Dagen kommer før måneden.", meant)
    if not 1 <= month <= 12:  # noqa: PLR2004 -- the months of a year
        refuse(text, "er ikke en dato. Måneden går fra 1 til 12.")
    last = _last_day(month, year)
    name = capitalised(MONTHS[month - 1])
    if day == 0:
        refuse(text, f"er ikke en dato. {name} begynder med den 1.")
    has = f"{name} {year} har kun {last} dage."
    raise UserProblem(
        f"{has} Mente du {day_digits(last_date := date(year, month, last))}?", suggestion=day_digits(last_date)
    )


def _exists(day: int, month: int, year: int) -> bool:
    return day <= _last_day(month, year)


def _last_day(month: int, year: int) -> int:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return (first_of_next - timedelta(days=1)).day


# --- hours ---------------------------------------------------------------------------------------

LEAST_WEEKLY_MINUTES, MOST_WEEKLY_MINUTES = 60, 7 * 24 * 60
_SURELY_WRONG = 60 * 60

_HOURS_UNIT = re.compile(r"\s*(?:t|tim|timer?|h)\.?(?:\s*(?:/|pr\.?|om)\s*(?:uge|ugen|u)\.?)?$", re.IGNORECASE)
_HOURS_MINUTES = re.compile(r"^(\d+)\s*(?::|t\.?|timer?)\s*(\d{1,2})\s*(?:m|min\.?|minutter)?$", re.IGNORECASE)
_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d+$")


def parse_hours(value: Cell) -> int:
    """Minutes from '35,0 t', '37', 28.5, '28,5 timer', '28½', '28:30' or '28 t 30 min' (a decimal point is a comma)."""
    if isinstance(value, timedelta):
        return round(value.total_seconds() / 60)
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv et antal timer.")
    if (match := _HOURS_MINUTES.match(text)) and int(match[2]) < 60:  # noqa: PLR2004 -- minutes of an hour
        return int(match[1]) * 60 + int(match[2])
    number = _HOURS_UNIT.sub("", text).replace("½", ",5")
    if _THOUSANDS.match(number):
        number = number.replace(".", "")
    return int((_decimal(number, text) * 60).to_integral_value(ROUND_HALF_UP))


def doubt_weekly_hours(minutes: int) -> Doubt | None:
    """What is odd about so many hours a week: over 37 or under 1, with the number that was probably meant.

    So many may be agreed with a leader: they are taken as they stand, unless a week has not got them.
    """
    if LEAST_WEEKLY_MINUTES <= minutes <= full_time():
        return None
    said = f"{hours_text(minutes)} timer om ugen er"
    if minutes > MOST_WEEKLY_MINUTES:
        text = f"{said} flere, end der er i en uge."
    elif minutes > full_time():
        text = f"{said} mere end fuld tid, {hours_text(full_time())}. De bruges, som de står."
    else:
        text = f"{said} mindre end 1. De bruges, som de står."
    meant = _misplaced_comma(minutes)
    return Doubt(f"{text} Mente du {meant}?" if meant else text, meant)


def _misplaced_comma(minutes: int) -> str:
    if full_time() < minutes < _SURELY_WRONG:
        return ""  # 40 hours may well be meant; nobody means 4
    for factor in (10, 100):
        shifted, rest = divmod(minutes, factor) if minutes > full_time() else (minutes * factor, 0)
        if not rest and LEAST_WEEKLY_MINUTES <= shifted <= full_time():
            return hours_text(shifted)
    return ""


def _decimal(number: str, text: str) -> Decimal:
    try:
        read = Decimal(number.replace(",", ".").strip())
    except InvalidOperation:
        refuse(text, "er ikke et antal timer. Skriv fx 37 eller 28,5.")
    if not read.is_finite() or read < 0:
        refuse(text, "er ikke et antal timer. Skriv fx 37 eller 28,5.")
    return read


# --- clock times ---------------------------------------------------------------------------------

_CLOCK = re.compile(r"^(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:,]\s*(\d{1,2})(?::00)?)?$", re.IGNORECASE)
_CLOCK_PACKED = re.compile(r"^(\d{1,2})(\d{2})$")


def parse_clock(value: Cell) -> int:
    """Minutes after midnight from '8.30', '8:30', '830', '0830', '8', '13'; 24.00 is the end of the day.

    A spreadsheet's time (a part of a day) is read too. '8.5' is refused, since it may be 8.05, 8.30 or 8.50.
    """
    if isinstance(value, datetime | time):
        return value.hour * 60 + value.minute
    if isinstance(value, float) and 0 < value < 1:
        return round(value * DAY_MINUTES)
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv et klokkeslæt.")
    match = _CLOCK.match(text) or _CLOCK_PACKED.match(text)
    if match is None:
        refuse(text, "er ikke et klokkeslæt. Skriv fx 8.30.")
    hour, digits = int(match[1]), match[2] or "00"
    if len(digits) == 1:
        meant = clock_digits(hour * 60 + (30 if digits == "5" else int(digits) * 10)) if digits < "6" else ""
        refuse(text, "er ikke et klokkeslæt: minutterne er to cifre.", meant if hour * 60 < DAY_MINUTES else "")
    minutes = hour * 60 + int(digits)
    if int(digits) >= 60 or minutes > DAY_MINUTES:  # noqa: PLR2004 -- minutes of an hour
        refuse(text, "er ikke et klokkeslæt. Skriv fra 0.00 til 24.00.")
    return minutes


# --- phones, mail, whole numbers -----------------------------------------------------------------

_PHONE_FILL = re.compile(r"[\s.\-/()\u2010-\u2013]")
_PHONE = re.compile(r"^(?:\+45|0045|45(?=\d{8}$))?([1-9]\d{7})$")
_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$")


def parse_phone(value: Cell) -> str:
    """The eight digits of a Danish number; '+45', blanks, dots and dashes are taken away."""
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv et telefonnummer.")
    match = _PHONE.match(_PHONE_FILL.sub("", text))
    if match is None:
        refuse(text, "er ikke et telefonnummer. Skriv otte cifre, fx 20 00 00 14.")
    return match[1]


def phone_text(digits: str) -> str:
    """'20 00 00 14' from '20000014'."""
    return " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))


def doubt_mail(address: str) -> Doubt | None:
    """What is odd about a mail address. It is kept as written: only the receiving end knows what is right."""
    if not address or _MAIL.match(address):
        return None
    _, at, place = address.partition("@")
    if any(c.isspace() for c in address):
        missing = "har mellemrum"
    elif not at:
        missing = "mangler et @"
    elif "." in place:
        missing = "mangler noget efter punktummet"
    else:
        missing = "mangler noget efter @"
    return Doubt(f"Adressen {missing}. Den gemmes, som den er.")


def parse_whole(value: Cell, *, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    text = cell_text(value)
    if not text:
        raise UserProblem("Skriv et tal.")
    if not re.fullmatch(r"-?\d{1,9}", text) or not low <= int(text) <= high:
        refuse(text, f"kan ikke bruges. Skriv et helt tal fra {low} til {high}.")
    return int(text)


# --- shared --------------------------------------------------------------------------------------

_LONGEST_QUOTE = 40


def cell_text(value: Cell) -> str:
    """The cell as somebody would have typed it: 37.0 from a spreadsheet is '37'. A CPR number is refused at once."""
    if value is None:
        return ""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else squeezed(str(value))
    if has_cpr(text):
        raise UserProblem(CPR_SENTENCE)
    return text


def refuse(text: str, why: str, suggestion: str = "") -> NoReturn:
    """Raises the problem with what was written, shortened, before it."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rstrip() + "…"
    meant = f" Mente du {suggestion}?" if suggestion else ""
    raise UserProblem(f"“{shown}” {why}{meant}", suggestion=suggestion)
