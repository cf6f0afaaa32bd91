"""What somebody can of a competence, in words: read aloud, in tips and beside the matrix."""

from datetime import date
from typing import Final

from dagleder.base.dates import MONTHS, day_text
from dagleder.competence.facts import Assessed, Competence, Facts, Goal
from dagleder.competence.levels import ALONE, LEVEL_NAMES, NOT_YET, SOURCE_NAMES, WISH_NAMES, Source

_FROM: Final = {
    Source.LEADER: "vurderet af leder",
    Source.SELF: "egen vurdering",
    Source.COURSE: "efter kursus",
    Source.TALK: "vurderet i MUS",
}
NOTHING_KNOWN: Final = "ikke vurderet"


def level_text(level: int, competence: Competence) -> str:
    """'niveau 4, kan vejlede andre'; of a certificate 'har det', 'har det ikke'."""
    if competence.certificate:
        return "har det" if level >= ALONE else "har det ikke"
    return f"niveau {level}, {LEVEL_NAMES[level].lower()}"


def date_in(day: date, today: date) -> str:
    """The year only where it is another."""
    return day_text(day, year=day.year != today.year)


def assessed_text(assessed: Assessed | None, competence: Competence, today: date) -> str:
    """'niveau 4, kan vejlede andre', 'har det til 4. juni', 'udløb 1. marts'."""
    if assessed is None:
        return NOTHING_KNOWN
    if assessed.valid_until and assessed.level:
        when = date_in(assessed.valid_until, today)
        return f"udløb {when}" if assessed.lapsed(today) else f"{level_text(assessed.level, competence)} til {when}"
    return level_text(assessed.level, competence)


def origin_text(assessed: Assessed, today: date) -> str:
    """'vurderet i MUS 3. marts'."""
    return f"{_FROM[assessed.source]} {date_in(assessed.day, today)}"


def goal_text(goal: Goal, competence: Competence, today: date) -> str:
    """'mål: niveau 3 til juni', 'mål: at få det', 'mål: niveau 3, skulle være nået i maj'."""
    what = "at få det" if competence.certificate else f"niveau {goal.level}"
    if goal.due is None:
        return f"mål: {what}"
    year = "" if goal.due.year == today.year else f" {goal.due.year}"
    month = f"{MONTHS[goal.due.month - 1]}{year}"
    return f"mål: {what}, skulle være nået i {month}" if goal.due < today else f"mål: {what} til {month}"


def target_text(target: int, competence: Competence) -> str:
    """What a role is expected to have: '3'; of a certificate 'at have det'."""
    return "at have det" if competence.certificate else str(target)


def cell_text(facts: Facts, who: int, competence_id: int) -> str:
    """All that a cell shows, as it is read aloud."""
    holding, competence = facts.holding(who, competence_id), facts.competences[competence_id]
    counted, own = holding.counted, holding.own
    parts = [assessed_text(counted, competence, facts.day)]
    if counted and counted.source is Source.SELF:
        parts.append(SOURCE_NAMES[Source.SELF])
    elif own and counted and own.level != counted.level:
        parts.append(f"egen vurdering {own.level if not competence.certificate else level_text(own.level, competence)}")
    if holding.goal:
        parts.append(goal_text(holding.goal, competence, facts.day))
    if holding.wish:
        parts.append(WISH_NAMES[holding.wish.wish])
    if counted and counted.note:
        parts.append("har en note")
    target = facts.target(who, competence_id)
    if facts.level(who, competence_id) < target:
        parts.append(f"stillingens mål er {target_text(target, competence)}")
    return ", ".join(parts)


def short_text(facts: Facts, who: int, competence_id: int) -> str:
    """'Karen Ulvdal · TRAS · niveau 4': the rest stands beside the matrix."""
    holding, competence = facts.holding(who, competence_id), facts.competences[competence_id]
    said = assessed_text(holding.counted, competence, facts.day).partition(",")[0]
    return f"{facts.people[who].name} · {competence.head} · {said}"


def level_choices(competence: Competence) -> tuple[tuple[int, str], ...]:
    """The levels it has, each in words."""
    if competence.certificate:
        return (NOT_YET, "Har det ikke"), (ALONE, "Har det")
    return tuple((level, f"{level} · {name}") for level, name in enumerate(LEVEL_NAMES))
