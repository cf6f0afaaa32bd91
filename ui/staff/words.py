"""Small texts of the staff pages."""

import re
from datetime import date, datetime, timedelta

from dagleder.base.dates import clock_digits, day_text

_NO_BREAK = re.compile(r"(?<=\d\.) |(?<!·) (?=\d)| (?=timer\b|·)")


def unbroken(text: str) -> str:
    """Lines do not break within '1. juni 2024', 'kl. 17.00' and '37 timer', and none begins with '·'."""
    return _NO_BREAK.sub("\N{NO-BREAK SPACE}", text)


def moment_text(at: datetime, today: date) -> str:
    """'i dag kl. 10.42', 'i går kl. 14.10', '3. marts kl. 9.05'."""
    days = {today: "i dag", today - timedelta(days=1): "i går"}
    day = days.get(at.date()) or day_text(at.date(), year=at.year != today.year)
    return f"{day} kl. {clock_digits(at.hour * 60 + at.minute)}"
