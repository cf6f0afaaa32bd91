"""A rule in Danish, as it stands beside the plan: '3. tirsdag · ikke i juli, uge 7, 42, 52 og 53'."""

from collections.abc import Sequence

from dagleder.base.dates import MONTHS, WEEKDAYS
from dagleder.base.text import and_list, capitalised
from dagleder.meetings.rules import LAST, Rule

_ALL_MONTHS = 12


def rule_text(rule: Rule) -> str:
    """The pattern without its exceptions: 'hver 4. onsdag', '1. torsdag i februar og april', 'sidste onsdag'."""
    days = and_list([WEEKDAYS[number] for number in rule.weekdays])
    if rule.nth:
        which = "sidste" if rule.nth == LAST else f"{rule.nth}."
        text = f"{which} {days}" if len(rule.weekdays) == 1 else f"{which} {days} på skift"
        return f"{text} i {and_list([MONTHS[month - 1] for month in rule.months])}" if rule.months else text
    if len(rule.weekdays) > 1:
        return f"{_every(rule.every_weeks)} uge på skift {days}"
    return f"{_every(rule.every_weeks)} {days}"


def _every(count: int) -> str:
    return {1: "hver", 2: "hver anden"}.get(count, f"hver {count}.")


def exceptions_text(rule: Rule) -> str:
    """'ikke i juli, uge 7, 42, 52 og 53', or '' where nothing is left out."""
    months = [MONTHS[month - 1] for month in rule.excluded_months]
    weeks = _week_list(rule.excluded_weeks)
    parts = ([f"i {and_list(months)}"] if months else []) + ([f"uge {weeks}"] if weeks else [])
    return f"ikke {', '.join(parts)}" if parts else ""


def _week_list(weeks: Sequence[int]) -> str:
    return and_list([str(week) for week in weeks])


def full_rule_text(rule: Rule) -> str:
    """'3. tirsdag · ikke i juli', for a line of its own."""
    exceptions = exceptions_text(rule)
    return capitalised(rule_text(rule)) + (f" · {exceptions}" if exceptions else "")
