"""Which of several views of one person and one competence counts. Pure."""

from collections.abc import Sequence

from dagleder.competence.facts import Assessed


def that_counts(views: Sequence[Assessed]) -> Assessed:
    """Of the views of others, or of her own, newest first: the newest, unless a date stands beside what it says.

    'Har det' without a date says nothing of how long: the certificate told before it counts, where it held that day and
    nothing else was told in between.
    """
    newest, *earlier = views
    if newest.valid_until is not None:
        return newest
    told = (each for each in earlier if each.valid_until is not None or each.level != newest.level)
    before = next(told, None)
    return before if before is not None and before.stands_beside(newest.level, newest.day) else newest
