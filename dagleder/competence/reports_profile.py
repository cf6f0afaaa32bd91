"""One person's competence profile on paper and as a spreadsheet: made to be handed to her at the MUS."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from dagleder.base.dates import day_short, day_text
from dagleder.competence.facts import Assessed
from dagleder.competence.level_marks import HELD
from dagleder.competence.levels import ALONE, LEVEL_NAMES, SOURCE_NAMES, WISH_NAMES
from dagleder.competence.profile import Profile, ProfileLine
from dagleder.competence.profile_drawing import BAR_WIDTH, COURSE_WIDTH, UNKNOWN, course, level_bar
from dagleder.exchange.paper import Block, Cell, Column, Document, Heading, Note, Paragraph, Table, Title
from dagleder.exchange.paper_layout import lay_out
from dagleder.exchange.xlsx import Sheet, Value
from dagleder.staff.roles import role_name

TITLE: Final = "Kompetenceprofil"
_LEVELS_NOTE: Final = (
    " · ".join(f"{level} {name.lower()}" for level, name in enumerate(LEVEL_NAMES)) + f" · {UNKNOWN} ikke vurderet"
)
_MARKS_NOTE: Final = (
    "▼ er målet for stillingen. Under “selv” står medarbejderens egen vurdering. "
    "Forløb: linjen er leders, kursers og MUS’ vurderinger over tid, ringene er medarbejderens egne."
)
_OWN_WIDTH: Final = 40.0

_LEVEL_ROWS: Final = (22, 20, 18)  # points: lower where that saves a page


def profile_paper(profile: Profile) -> Document:
    """The competences by area, then what we see differently, and what courses came to."""
    papers = [_paper(profile, height) for height in _LEVEL_ROWS]
    pages = [len(lay_out(paper)) for paper in papers]
    return papers[pages.index(min(pages))]


def _paper(profile: Profile, row_height: float) -> Document:
    return Document(
        title=f"{TITLE}: {profile.person.name}",
        subtitle=TITLE,
        footer=TITLE,
        house_name=profile.house_name,
        printed_on=profile.day,
        confidential=True,
        blocks=tuple(_blocks(profile, row_height)),
    )


def _blocks(profile: Profile, row_height: float) -> Iterator[Block]:
    role = role_name(profile.person.role) if profile.person.role else ""
    told = (role, profile.team, profile.house_name, day_text(profile.day, year=True))
    yield Title(profile.person.name, " · ".join(part for part in told if part), kicker=TITLE)
    if not profile.lines:
        yield Paragraph("Der er ingen vurderinger, ønsker eller mål endnu.")
        return
    yield Note((_LEVELS_NOTE, _MARKS_NOTE), filled=True, size=8.4)
    for area, lines in profile.areas:
        yield Heading(area.name)
        yield from _tables(profile, lines, row_height)
    yield from _section("Her ser vi forskelligt på det", _differences(profile))
    yield from _section("Hvad kom der ud af kurser", _courses(profile))


def _tables(profile: Profile, lines: Iterable[ProfileLine], row_height: float) -> Iterator[Table]:
    """What has levels, and apart from it what is held or not."""
    first = min((each.day for line in profile.lines for each in line.history), default=profile.day)
    years = f"{first.year}–{profile.day.year}" if first.year < profile.day.year else str(first.year)
    levels, held = [], []
    for line in lines:
        if line.competence.certificate:
            held.append(_held_row(line, profile.day))
        else:
            levels.append(_level_row(line, first, profile.day))
    if levels:
        columns = _columns("Kompetence", "Niveau og mål", f"Forløb {years}")
        yield Table(columns, tuple(levels), size=9, row_height=row_height)
    if held:
        yield Table(_columns("Funktion eller certifikat", "", "Gælder til"), tuple(held), size=9, row_height=18)


def _columns(what: str, level: str, last: str) -> tuple[Column, ...]:
    return (
        Column(what, share=1.4, wraps=True),
        Column(level, width=BAR_WIDTH),
        Column("Selv", width=_OWN_WIDTH, wraps=True),
        Column("Aftalt mål og ønske", wraps=True),
        Column(last, width=COURSE_WIDTH, wraps=True),
    )


def _section(heading: str, lines: Iterable[str]) -> Iterator[Block]:
    told = tuple(lines)
    if told:
        yield Heading(heading)
        yield from (Paragraph(line, above=2) for line in told)


def _level_row(line: ProfileLine, first: date, last: date) -> tuple[Cell, ...]:
    own = UNKNOWN if line.own is None else str(line.own)
    over_time = course(line.history, first, last) if line.history else ""
    return (
        line.competence.name,
        level_bar(line.level if line.assessed else None, line.target),
        own,
        _aims(line),
        over_time,
    )


def _held_row(line: ProfileLine, day: date) -> tuple[Cell, ...]:
    counted = line.holding.counted
    own = UNKNOWN if line.own is None else _held_text(held=line.own >= ALONE)
    until = "" if counted is None else _until(counted, day)
    held = _held_text(held=line.level >= ALONE) if line.assessed else UNKNOWN
    return line.competence.name, held, own, _aims(line), until


def _held_text(*, held: bool) -> str:
    return f"{HELD} har det" if held else "har det ikke"


def _until(counted: Assessed, day: date) -> str:
    if counted.valid_until is None:
        return ""
    when = day_short(counted.valid_until, year=True)
    return f"{when} (udløbet)" if counted.lapsed(day) else when


def _aims(line: ProfileLine) -> str:
    """'Mål: 3 inden 1. juni 2026', and below it the wish."""
    said = []
    if goal := line.holding.goal:
        what = "har det" if line.competence.certificate else str(goal.level)
        said.append(f"Mål: {what}{f' inden {day_text(goal.due, year=True)}' if goal.due else ''}")
    if wish := line.holding.wish:
        said.append(WISH_NAMES[wish.wish].capitalize())
    return "\n".join(said)


def _differences(profile: Profile) -> Iterator[str]:
    for line in profile.lines:
        counted, own = line.holding.counted, line.holding.own
        if line.differs and counted and own:
            theirs = f"{counted.level} ({SOURCE_NAMES[counted.source]} {day_text(counted.day, year=True)})"
            yield f"{line.competence.name}: {own.level} efter egen vurdering, {theirs}."


def _courses(profile: Profile) -> Iterator[str]:
    """'3. februar 2026 · TRAS: 1 før, 3 nu. Grundkursus.'."""
    for competence, change in profile.courses:
        before = "ikke vurderet" if change.before is None else str(change.before)
        because = f" {change.because}." if change.because else ""
        yield f"{day_text(change.day, year=True)} · {competence.name}: {before} før, {change.after} nu.{because}"


# --- as a spreadsheet ----------------------------------------------------------------------------

_HEADINGS: Final = (
    *("Område", "Kompetence", "Niveau", "Mål for stillingen", "Egen vurdering", "Ønske", "Aftalt mål", "Inden"),
    *("Gælder til", "Vurderet", "Kilde"),
)


def profile_sheet(profile: Profile) -> Sheet:
    """One row per competence; what has lapsed counts 0, what nobody has assessed is empty."""
    rows = [_sheet_row(area.name, line) for area, lines in profile.areas for line in lines]
    return Sheet(TITLE, _HEADINGS, tuple(rows))


def _sheet_row(area: str, line: ProfileLine) -> tuple[Value, ...]:
    counted, goal, wish = line.holding.counted, line.holding.goal, line.holding.wish
    return (
        area,
        line.competence.name,
        line.level if line.assessed else None,
        line.target or None,
        line.own,
        WISH_NAMES[wish.wish] if wish else None,
        goal.level if goal else None,
        goal.due if goal else None,
        counted.valid_until if counted else None,
        counted.day if counted else None,
        SOURCE_NAMES[counted.source] if counted else None,
    )
