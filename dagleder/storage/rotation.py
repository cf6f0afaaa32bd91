"""Which backups are kept: the newest of each of 12 days, 10 weeks and 9 months."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

DAYS = 12
WEEKS = 10
MONTHS = 9


def worth_keeping(moments: Iterable[datetime]) -> frozenset[datetime]:
    """The moments to keep. Only days with a backup count, so that a long holiday takes none away."""
    newest_first = sorted(moments, reverse=True)
    return (
        _newest_of_each(newest_first, lambda at: at.date(), DAYS)
        | _newest_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKS)
        | _newest_of_each(newest_first, lambda at: (at.year, at.month), MONTHS)
    )


def _newest_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], Hashable], count: int
) -> frozenset[datetime]:
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        newest.setdefault(period(moment), moment)
    return frozenset(list(newest.values())[:count])
