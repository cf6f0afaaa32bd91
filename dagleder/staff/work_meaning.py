"""What an arbejdstid comes to, told beside the fields while it is typed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dagleder.base.dates import WORKDAYS, hours_text
from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.staff.pattern_words import PAIR, hours_words, workdays
from dagleder.staff.patterns import SLACK_MINUTES, Week, average_minutes, week_minutes

_COUNTS = ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing an entry means: the title says it, the text how it was reckoned.

    `icon` where it has its own, `opens` a feature where more can be seen. `paper` stands for a text that tells kinds of
    absence, which no paper does.
    """

    title: str
    text: str
    level: Level = Level.INFO
    icon: str = ""
    opens: str = ""
    rest: bool = False  # of what is not told one by one
    paper: str = ""


def average_meaning(weeks: Sequence[Week], agreed: int | None) -> Meaning:
    """Hours a week on average against the agreed ones. `weeks` as they are read: of two the even one first."""
    average = average_minutes(weeks)
    parts = _parts(weeks)
    if agreed is None:
        return Meaning(f"{hours_words(average)} timer i gennemsnit", parts or "Der er ingen aftalte timer.")
    over = average - agreed
    fits = abs(over) < SLACK_MINUTES
    said = "Passer med ansættelsen." if fits else _misfit(over, agreed)
    level = Level.OK if fits else Level.SHOULD
    return Meaning(f"{hours_words(average)} timer i gennemsnit", f"{parts} {said}".strip(), level)


def _parts(weeks: Sequence[Week]) -> str:
    if len(weeks) == 1:
        return ""
    sums = [hours_words(week_minutes(week)) for week in weeks]
    if len(weeks) == PAIR:
        return f"Lige uger {sums[0]} og ulige uger {sums[1]}."
    return f"Ugerne er på {'; '.join(sums)}."


def _misfit(over: int, agreed: int) -> str:
    size = "mere" if over > 0 else "mindre"
    return f"Ansættelsen er på {hours_text(agreed)} timer: {hours_text(abs(over))} {size} om ugen."


def day_price(weeks: Sequence[Week]) -> Decimal | None:
    """Holiday days that a single day off costs: 5 ÷ workdays a week on average; None without any workday.

    A week of holiday is five days however few of them are worked (ferie.md 1.15, from the rules of the law on deltid).
    """
    days = workdays(weeks)
    return (Decimal(WORKDAYS * len(weeks)) / days).quantize(_CENT, ROUND_HALF_UP) if days else None


def price_meaning(weeks: Sequence[Week]) -> Meaning | None:
    """What a single holiday day costs, and why; None without any workday."""
    price = day_price(weeks)
    if price is None:
        return None
    days, count = workdays(weeks), len(weeks)
    average = (Decimal(days) / count).quantize(_CENT, ROUND_HALF_UP).normalize()
    shown, cost = (_comma(number) for number in (average, price))
    if count == 1:
        how = f"{plural(days, 'arbejdsdag', 'arbejdsdage')} om ugen, og 5 : {shown} = {cost}."
    else:
        how = f"{plural(days, 'arbejdsdag', 'arbejdsdage')} på {_COUNTS[count]} uger er {shown} om ugen, "
        how += f"og 5 : {shown} = {cost}."
    whole = "En hel uge koster 5." if count == 1 else "En hel uge koster 5, uanset uge."
    return Meaning(f"En enkelt feriedag koster {cost}", f"{how} {whole}", icon="sun-medium")


def _comma(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")
