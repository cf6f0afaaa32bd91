"""Bemanding of a week on paper, in words and as a grid. No kind of absence stands on it: 'Fri' only."""

from collections.abc import Iterator, Sequence
from datetime import date

from dagleder.base.dates import WEEKDAYS_SHORT, day_short, span_text, weekday_text
from dagleder.base.findings import Level
from dagleder.base.text import and_list, capitalised
from dagleder.exchange.paper import (
    A4_LANDSCAPE,
    Align,
    Block,
    Column,
    Document,
    Group,
    Heading,
    Note,
    Paragraph,
    Run,
    Spacer,
    Table,
    Title,
    Tone,
)
from dagleder.presence.count import PlaceDay
from dagleder.presence.day_view import DayView
from dagleder.presence.gaps import Gap, Lack
from dagleder.presence.person_day import PersonDay
from dagleder.presence.views import PersonWeek, TeamWeek, WeekView
from dagleder.presence.words import band_number, untimed_text, work_text
from dagleder.staff.roles import role_short

OWN_PLAN_NOTE = "Det er jeres egen bemandingsplan. Loven sætter ikke et antal for en stue på en bestemt dag."
LOWEST_NOTE = "Antal er det laveste på samme tid i {bands}."
MARKS_NOTE = "! = under jeres minimum. M = møde i vagten."
NOT_TOLD_NOTE = "– = kan ikke siges: der er kun nogen uden mødetid."
_LEVEL_WORDS = {Level.MUST: "Mangler", Level.SHOULD: "Under det ønskede", Level.INFO: "Lige på"}
_CLOSED = "lukket"
_NO_TIMES = "Uden mødetid"


def week_in_words(week: WeekView, house_name: str, printed_on: date) -> Document:
    """'Ugen i ord': what lacks, worst first, and that the rest is covered."""
    blocks: list[Block] = [_title(week, house_name), *_notes(week.days)]
    for heading in (*_LEVEL_WORDS.values(), _NO_TIMES):
        gaps = [gap for gap in week.gaps if _heading(gap) == heading]
        if gaps:
            first, *rest = [_gap_paragraph(gap) for gap in gaps]
            blocks += [Group((Heading(heading), first)), *rest]
    ending = (Spacer(6), *_untimed(week), Paragraph(week.rest.text), Note((OWN_PLAN_NOTE,)))
    blocks.append(Group(ending))
    return Document(
        title=f"Bemanding {week.title}",
        subtitle="Ugen i ord",
        footer="Bemanding",
        house_name=house_name,
        printed_on=printed_on,
        blocks=tuple(blocks),
        text_size=9.6,
    )


def week_grid(week: WeekView, house_name: str, printed_on: date) -> Document:
    """Everybody by stue and day, under the numbers of the stue."""
    bands = and_list([f"{band.name.lower()} {span_text(band.start, band.end)}" for band in week.days[0].bands])
    told = [MARKS_NOTE, *([NOT_TOLD_NOTE] if week.untimed else []), OWN_PLAN_NOTE]
    tables = [_team_table(team, week.days) for team in week.teams if team.people]
    return Document(
        title=f"Bemanding {week.title}",
        subtitle=f"Hele ugen, {week.only or 'alle stuer'}",
        footer="Bemanding",
        house_name=house_name,
        printed_on=printed_on,
        page=A4_LANDSCAPE,
        blocks=(
            _title(week, house_name),
            *_notes(week.days),
            Paragraph(LOWEST_NOTE.format(bands=bands)),
            *_untimed(week),
            Spacer(4),
            *tables,
            Note((" ".join(told),)),
        ),
    )


def _title(week: WeekView, house_name: str) -> Title:
    of = f" · {week.only}" if week.only else ""
    return Title("Bemanding", subtitle=f"{house_name} · {week.title}{of}")


def _notes(days: Sequence[DayView]) -> Iterator[Block]:
    """What is special about the days: holidays, lukkedage, special days."""
    lines = tuple(f"{capitalised(weekday_text(view.day))} · {note}" for view in days for note in view.notes)
    if lines:
        yield Note(lines, filled=True)


def _untimed(week: WeekView) -> Iterator[Block]:
    """Who is in no number of a band."""
    if text := untimed_text(week.untimed):
        yield Paragraph(text)


def _heading(gap: Gap) -> str:
    return _NO_TIMES if gap.lack is Lack.TIMES else _LEVEL_WORDS[gap.level]


def _gap_paragraph(gap: Gap) -> Paragraph:
    return Paragraph((Run(f"{gap.headline}\n", Tone.STRONG), Run(gap.paper)), above=5)


def _team_table(team: TeamWeek, days: Sequence[DayView]) -> Group:
    heads = [f"{capitalised(WEEKDAYS_SHORT[view.day.weekday()])} {day_short(view.day)}" for view in days]
    columns = (
        Column(team.name, share=1.5, tone=Tone.STRONG),
        Column("", width=50, tone=Tone.MUTED),
        *(Column(head, share=1.3, align=Align.CENTRE) for head in heads),
    )
    bands = " · ".join(band.short_name for band in days[0].bands)  # says which number is which
    numbers = [(bands, "antal", *map(_numbers, team.days, days))] if any(team.days) else []
    if team.counts_days:
        numbers.append(("Hele dagen", "", *map(_day_number, team.days, days)))
    names = {team_id: name for view in days for team_id, name in view.team_names.items()}
    rows = [(line.name, role_short(line.role), *_cells(line, team, names)) for line in team.people]
    return Group((Table(columns, (*numbers, *rows), row_height=16, zebra=True), Spacer(8)))


def _numbers(place: PlaceDay | None, view: DayView) -> str:
    """'1 · 3! · –': a mark where it is below the house's own minimum."""
    if place is None or _is_closed(place, view):
        return _CLOSED if place else ""
    return " · ".join(f"{band_number(place, band)}{'!' * (band.level is Level.MUST)}" for band in place.bands)


def _is_closed(place: PlaceDay, view: DayView) -> bool:
    return view.closed or bool(view.standing.closing_of(place.place.team_id))


def _day_number(place: PlaceDay | None, view: DayView) -> str:
    """'5', '2! (mindst 3)'."""
    if place is None or _is_closed(place, view):
        return ""
    asked = f" (mindst {place.need.minimum})" if place.need.minimum else ""
    return f"{place.present}{'!' * (place.day_level is Level.MUST)}{asked}"


def _cells(line: PersonWeek, team: TeamWeek, names: dict[int, str]) -> Iterator[str]:
    for day in line.days:
        yield _cell(day, team.team.id if team.team else None, names) if day else ""


def _cell(day: PersonDay, team_id: int | None, names: dict[int, str]) -> str:
    """'8–15.30', '8–15.30 M', 'på Egernet', 'Fri'."""
    if not day.shift and not day.stints:
        return "Fri"
    if not day.on(team_id):
        elsewhere = {team for _, _, team in day.stints} | ({day.team_id} if day.untimed else set())
        told = [names[team] for team in elsewhere if team in names]
        away = any(absence.whole_days for absence in day.absences)
        return f"på {told[0]}" if told else "M" if day.engagements and not away else "Fri"
    return _hours(day, team_id)


def _hours(day: PersonDay, team_id: int | None) -> str:
    """A shift that only a meeting lies in stands whole, with M; what else takes of it is left out of it."""
    text = work_text(day, team_id)
    if day.untimed or not day.engagements:
        return text
    if day.shift and day.shift.span and not (day.absences or day.loans or day.substitute):
        whole = span_text(*day.shift.span)
        return whole if text == whole else f"{whole} M"
    return f"{text} M"
