"""From one day to another: the order every period has to be in."""

from datetime import date

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem


def check_order(first: date, last: date, field: str = "last") -> None:
    """Raises UserProblem at `field` where the period ends before it begins, with as many days after it suggested."""
    if last < first:
        later = day_digits(first + (first - last))
        raise UserProblem(f"Slutdatoen ligger før startdatoen. Mente du {later}?", field=field, suggestion=later)
