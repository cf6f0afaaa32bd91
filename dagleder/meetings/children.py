"""Who is with the children while a meeting is held: a stue's numbers against what the house asks for. Pure.

The minimum of the bands holds for the meeting's own hours, that of the whole day for everybody counted that day. Where
neither is written, or only people without clock times could tell, the answer is that nobody can say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dagleder.base.findings import Level
from dagleder.base.text import and_list, plural
from dagleder.meetings.lending import Loan
from dagleder.presence.views import Remaining

_LEFT = "tilbage hos børnene"


@dataclass(frozen=True, slots=True)
class Cover:
    """How a stue stands. `level` is OK, MUST (too few), SHOULD (cannot be told), or INFO.

    INFO: nothing is asked for, or what lacks can be borrowed (then `lack` says from whom).

    `count` is for a column ('2 af mindst 3'); `lack` is what a finding says, '' where there is nothing to tell.
    """

    team_id: int
    name: str
    level: Level
    count: str
    lack: str = ""


def is_short(left: Remaining) -> bool:
    """Whether the stue may lack somebody."""
    return bool(_short_hours(left) or _short_day(left))


def cover(left: Remaining, loan: Loan | None = None) -> Cover:
    """The stue against the bands the meeting touches, else against the day as a whole.

    `loan`: what it can borrow meanwhile, where that is asked.
    """
    short = _short_hours(left) or _short_day(left)
    if short:
        return _short_cover(left, short, loan)
    untimed = f", {left.without_times} uden mødetid" if left.without_times else ""
    day = left.day.need
    if left.minimum or left.pedagogues_asked:
        return Cover(left.team_id, left.name, Level.OK, f"{left.present} af mindst {left.minimum}{untimed}")
    if day.minimum or day.pedagogues:
        return Cover(left.team_id, left.name, Level.OK, f"{left.day.present} på dagen af mindst {day.minimum}")
    there = f"{left.present} tilbage{untimed}" if left.present or not untimed else untimed.removeprefix(", ")
    return Cover(left.team_id, left.name, Level.INFO, f"{there}, intet minimum")


def _short_cover(left: Remaining, short: tuple[Level, str, str], loan: Loan | None) -> Cover:
    """What can be borrowed is no alarm: it is told with who. What cannot be told is not made worse than it is."""
    level, count, lack = short
    if loan and loan.enough:
        return Cover(left.team_id, left.name, Level.INFO, f"{count}, {len(loan.people)} kan lånes", loan.text)
    if loan and level is Level.MUST:
        lack = f"{lack}, og {'kun ' * bool(loan.people)}{loan.text}"
    return Cover(left.team_id, left.name, level, count, lack)


def fine_text(covers: Sequence[Cover]) -> str:
    """What is said when nothing is found: no more about the children than is known."""
    unasked = [each.name for each in covers if each.level is Level.INFO and not each.lack]
    if not covers:
        return "Intet er i vejen: ingen er væk."
    if not unasked:
        return "Intet er i vejen: ingen er væk, og der er nok hos børnene."
    which = "nogen stue" if len(unasked) == len(covers) else and_list(unasked)
    why = f"Om der er nok hos børnene, kan ikke siges: I har ikke skrevet et minimum for {which}."
    return f"Ingen er væk. {why}"


def short_of(covers: Iterable[Cover], team_ids: frozenset[int | None]) -> list[Cover]:
    """Those of some stuer with something to tell."""
    return [each for each in covers if each.lack and each.team_id in team_ids]


def _short_hours(left: Remaining) -> tuple[Level, str, str] | None:
    """Below what the bands ask for, unless those without clock times may be there."""
    missing = left.minimum - left.present
    untrained = left.pedagogues_asked - left.pedagogues
    if missing <= 0 and untrained <= 0:
        return None
    asked = str(left.minimum) if missing > 0 else plural(left.pedagogues_asked, "pædagog", "pædagoger")
    untimed = f"{left.without_times} uden mødetid"
    if missing <= left.without_times and untrained <= left.day.hours.untimed_pedagogues:
        lack = f"om der er mindst {asked} {_LEFT}, kan ikke regnes ud: {untimed}"
        return Level.SHOULD, f"Kan ikke regnes ud: {untimed}", lack
    there = str(left.present) if missing > 0 else plural(left.pedagogues, "pædagog", "pædagoger")
    least = left.minimum if missing > 0 else left.pedagogues_asked
    also = f", {untimed}" if left.without_times else ""
    return Level.MUST, f"{there} af mindst {least}{also}", f"{there} {_LEFT}, mindst {least}{also}"


def _short_day(left: Remaining) -> tuple[Level, str, str] | None:
    """Below what the day as a whole asks for."""
    day = left.day
    if day.present < day.need.minimum:
        count, asked = str(day.present), day.need.minimum
    elif day.pedagogues < day.need.pedagogues:
        count, asked = plural(day.pedagogues, "pædagog", "pædagoger"), day.need.pedagogues
    else:
        return None
    return Level.MUST, f"{count} på dagen af mindst {asked}", f"{count} af dagens personale {_LEFT}, mindst {asked}"
