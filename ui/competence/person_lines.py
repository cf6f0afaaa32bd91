"""The competences of one person as lines of a table: level beside the role's target, her own view, and the course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import day_digits
from dagleder.base.text import capitalised, plural
from dagleder.competence.facts import NOTHING_KNOWN, Assessed, Facts
from dagleder.competence.levels import ALONE, WISH_NAMES
from dagleder.competence.profile import ProfileLine, profile_line
from dagleder.competence.profile_drawing import course, level_bar
from dagleder.exchange.drawing import Drawing
from ui.competence.wording import assessed_text, cell_text, goal_text, origin_text
from ui.kit.table_values import CellLook, Column, Group, Grouping, Mark

DIFFERS = Mark("info", "messages-square", bold=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One competence of hers; the drawings of all lines begin on the same day.

    `known` is what is in use or told of her; the rest only her role asks for.
    """

    line: ProfileLine
    area: str
    first: date
    today: date
    spoken: str
    known: bool

    @property
    def id(self) -> int:
        return self.line.competence.id


def lines_of(facts: Facts, who: int, history: Sequence[Assessed]) -> list[Line]:
    """What is in use, what is known of her, and what her role should have, area by area."""
    used = {each.id for each in facts.in_use()}
    first = min((each.day for each in history), default=facts.day)
    found = []
    for area in facts.areas:
        for competence in facts.competences.values():
            known = competence.id in used or facts.holding(who, competence.id) != NOTHING_KNOWN
            if competence.area_id == area.id and (known or facts.target(who, competence.id)):
                line, spoken = profile_line(facts, who, competence, history), cell_text(facts, who, competence.id)
                found.append(Line(line, area.name, first, facts.day, spoken, known))
    return found


def differences_text(lines: Sequence[Line]) -> str:
    """'I ser forskelligt på 2 kompetencer: emner til MUS.'; '' where you see alike."""
    count = sum(each.line.differs for each in lines)
    if not count:
        return ""
    return f"I ser forskelligt på {plural(count, 'kompetence', 'kompetencer')}: tag det op til MUS."


# what each column says


def _level_text(each: Line) -> str:
    line = each.line
    if not line.assessed:
        return f"Ikke vurderet{f' (mål {line.target})' if line.target and not line.competence.certificate else ''}"
    if not line.competence.certificate:
        return f"{line.level}{f' (mål {line.target})' if line.target else ''}"
    counted = line.holding.counted
    if counted is not None and counted.level and counted.lapsed(each.today):
        return "Udløbet"
    return "Har det" if line.level >= ALONE else "Har det ikke"


def _level_shape(each: Line) -> Drawing | Mark:
    line = each.line
    if not line.competence.certificate:
        return level_bar(line.level if line.assessed else None, line.target)
    if line.level >= ALONE:
        return Mark("ok", "check")
    return Mark("danger", "clock-alert") if _level_text(each) == "Udløbet" else Mark("text2")


def _own_text(each: Line) -> str:
    own = each.line.own
    if own is None:
        return ""
    if each.line.competence.certificate:
        return "ja" if own >= ALONE else "nej"
    return str(own)


def _aims(each: Line) -> str:
    holding = each.line.holding
    goal = goal_text(holding.goal, each.line.competence, each.today).replace("niveau ", "") if holding.goal else ""
    wish = WISH_NAMES[holding.wish.wish] if holding.wish else ""
    return " · ".join(capitalised(part) for part in (goal, wish) if part)


def _course_text(each: Line) -> str:
    counted = each.line.holding.counted
    if each.line.competence.certificate:
        return _until(counted, each.today) if counted is not None else ""
    return course(each.line.history, each.first, each.today).description if each.line.history else ""


def _until(counted: Assessed, today: date) -> str:
    """In figures: a month in letters and a year do not fit. The tip tells it in words."""
    if counted.valid_until is None or not counted.level:
        return ""
    return f"{'Udløb' if counted.lapsed(today) else 'Til'} {day_digits(counted.valid_until)}"


def _course_shape(each: Line) -> Drawing | Mark | None:
    if each.line.competence.certificate:
        return Mark("danger") if _level_text(each) == "Udløbet" else None
    return course(each.line.history, each.first, each.today) if each.line.history else None


def _course_tip(each: Line) -> str:
    """Each step with its day and where it comes from, the newest first."""
    steps = (
        f"{capitalised(assessed_text(step, each.line.competence, each.today))} · {origin_text(step, each.today)}"
        for step in each.line.history
    )
    return "\n".join(steps)


def _tip(each: Line) -> str:
    return f"{each.line.competence.name}: {each.spoken}"


COLUMNS: tuple[Column, ...] = (
    Column("name", "Kompetence", lambda each: each.line.competence.head, wraps=True, tip=_tip),
    Column("level", "Niveau og mål", _level_text, look=CellLook.DRAWING, shape=_level_shape, width=108),
    Column(
        "own",
        "Selv",
        _own_text,
        look=CellLook.MARK,
        shape=lambda each: DIFFERS if each.line.differs else None,
        width=54,
        tip=lambda each: "I ser forskelligt på det: tag det op til MUS." if each.line.differs else "",
    ),
    Column("aims", "Mål og ønske", _aims, width=100, wraps=True),
    Column("course", "Forløb", _course_text, look=CellLook.DRAWING, shape=_course_shape, width=124, tip=_course_tip),
)
GROUPING = Grouping(lambda each: each.area, Group)
