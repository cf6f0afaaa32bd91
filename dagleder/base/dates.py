"""Danish dates, weeks and times of day as text, and small arithmetic on dates.

Times of day are minutes after midnight (510 is 8.30); lengths are minutes.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WEEKDAYS_SHORT = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAY_MINUTES = 24 * 60
_TWO_HOURS = 2 * 60
YEARS = range(2000, 2100)  # what can be planned, listed and asked for
WORKDAYS = 5


def day_text(day: date, *, year: bool = False) -> str:
    """'12. marts', or '12. marts 2026' with the year."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def day_short(day: date, *, year: bool = False) -> str:
    """'12. mar', or '12. mar 2026' with the year: for tables."""
    text = f"{day.day}. {MONTHS_SHORT[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def day_digits(day: date) -> str:
    """'12-03-2026', as dates are typed in fields."""
    return day.strftime("%d-%m-%Y")


def period_text(first: date, last: date, *, year: bool = False) -> str:
    """'20. juli', '20.–21. juli', '28. juli–3. august'; years are told where they differ, or with `year`."""
    if first == last:
        return day_text(first, year=year)
    apart = first.year != last.year
    if not apart and first.month == last.month:
        return f"{first.day}.–{day_text(last, year=year)}"
    return f"{day_text(first, year=apart)}–{day_text(last, year=apart or year)}"


def weekday_text(day: date) -> str:
    """'torsdag'."""
    return WEEKDAYS[day.weekday()]


def long_day_text(day: date) -> str:
    """'torsdag 12. marts 2026'."""
    return f"{weekday_text(day)} {day_text(day, year=True)}"


def week_number(day: date) -> int:
    """The ISO week."""
    return day.isocalendar().week


def week_text(day: date) -> str:
    """'uge 11'."""
    return f"uge {week_number(day)}"


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def days_between(first: date, last: date) -> Iterator[date]:
    """Every date from `first` to `last`, both included; none when `last` is earlier."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def clock_text(minute: int) -> str:
    """'8.30', '13', as the house writes times in running text and shifts."""
    hours, rest = divmod(minute, 60)
    return f"{hours}.{rest:02d}" if rest else str(hours)


def clock_digits(minute: int) -> str:
    """'8.30', '13.00': always with minutes, for fields and lists."""
    hours, rest = divmod(minute, 60)
    return f"{hours}.{rest:02d}"


def clock_iso(minute: int) -> str:
    """'08:30', for machine-readable output."""
    hours, rest = divmod(minute, 60)
    return f"{hours:02d}:{rest:02d}"


def span_text(start: int, end: int) -> str:
    """'8.30–16'."""
    return f"{clock_text(start)}–{clock_text(end)}"


def hours_words(minutes: int) -> str:
    """'1 time', '1,5 time', '2 timer'."""
    return f"{hours_text(minutes)} {'timer' if minutes >= _TWO_HOURS else 'time'}"


def hours_text(minutes: int) -> str:
    """Minutes as hours with a decimal comma and no needless zeros: '37', '28,5', '6,25', '-1,5'."""
    whole, rest = divmod(round(abs(minutes) * 100 / 60), 100)
    sign = "-" if minutes < 0 else ""
    return sign + f"{whole},{rest:02d}".rstrip("0").rstrip(",")
