"""What stands beside somebody in the list of the staff: coming, leaving, away, or something to be looked at. Pure."""

from collections.abc import Iterable
from datetime import date

from dagleder.base.dates import day_text
from dagleder.base.findings import Level
from dagleder.staff.employment import Employment, facts_day
from dagleder.staff.patterns import pattern_findings
from dagleder.staff.places import Mark
from dagleder.staff.roles import ROLE_BY_KEY


def status(employment: Employment, today: date, marks: Iterable[Mark] = ()) -> Mark | None:
    """The one thing most worth seeing; the others stand in its tip. `marks` are those of the features above."""
    found = [*_coming_and_going(employment, today), *marks, *_to_look_at(employment, today)]
    if not found:
        return None
    first, *rest = found
    tip = ". ".join(text for text in (first.tip, *(other.tip or other.text for other in rest)) if text)
    return Mark(first.text, first.level, first.icon, tip)


def _coming_and_going(employment: Employment, today: date) -> list[Mark]:
    start, end = employment.start, employment.end
    if end is not None and end < today:
        return [Mark(f"Fratrådt {_day(end, today)}")]
    found = []
    if start is not None and start > today:
        found.append(Mark(f"Starter {_day(start, today)}", Level.INFO, "log-in"))
    if end is not None:
        found.append(Mark(f"Fratræder {_day(end, today)}", Level.SHOULD, "log-out"))
    return found


def _to_look_at(employment: Employment, today: date) -> list[Mark]:
    """What the house needs to know to reckon with somebody; of those who have left nothing more is needed."""
    if employment.end is not None and employment.end < today:
        return []
    day = facts_day(today, employment.start, employment.end)
    minutes, pattern = employment.minutes_on(day), employment.pattern_on(day)
    found = []
    if not employment.role:
        found.append(_doubt("Stilling mangler", "Stillingen er ikke oplyst, så hun eller han tæller ikke som pædagog"))
    if minutes is None and pattern is None and (not employment.role or ROLE_BY_KEY[employment.role].fixed_hours):
        found.append(_doubt("Timer mangler", "Timer pr. uge er ikke oplyst, så bemandingen regner med 0 timer"))
    odd = pattern_findings(pattern, minutes, employment.name, employment.employee_id) if pattern else ()
    found += [_doubt("Timer passer ikke", finding.text.rstrip(".")) for finding in odd]
    return found


def _doubt(text: str, tip: str) -> Mark:
    return Mark(text, Level.SHOULD, "triangle-alert", tip)


def _day(day: date, today: date) -> str:
    return day_text(day, year=day.year != today.year)
