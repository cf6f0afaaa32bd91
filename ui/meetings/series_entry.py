"""A series as it is entered: what stands in the form, and the draft it makes. No widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dagleder.base.dates import MONTHS, MONTHS_SHORT, WEEKDAYS
from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised
from dagleder.meetings.drafts import SeriesDraft, Times
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.rules import LAST, Rule
from dagleder.meetings.series import Series
from dagleder.settings.places import Team
from ui.kit.fields import Field, FieldKind, Option

NTH, WEEKS, PICKED = "nth", "weeks", "picked"
WHOLE_HOUSE = 0
_ALL_MONTHS = tuple(range(1, len(MONTHS) + 1))
_FEW_MONTHS = 6
_LAST_WEEK = 53
MONTH_OPTIONS = tuple(Option(number, MONTHS_SHORT[number - 1]) for number in _ALL_MONTHS)
DAY_OPTIONS = tuple(Option(number, WEEKDAYS[number][:3]) for number in range(len(WEEKDAYS)))
_NTHS = (Option(1, "1."), Option(2, "2."), Option(3, "3."), Option(4, "4."), Option(LAST, "Sidste"))
_WAYS = (
    Option(NTH, "Fast dag i måneden, fx 3. tirsdag"),
    Option(WEEKS, "Med faste uger imellem, fx hver anden onsdag"),
    Option(PICKED, "På datoer, du selv vælger"),
)


def parse_weeks(text: str) -> tuple[int, ...]:
    """'7, 42 og 52' as week numbers; UserProblem for anything else."""
    words = text.replace("og", " ").replace(",", " ").replace("uge", " ").split()
    found = [int(word) if word.isdecimal() else 0 for word in words]
    if any(not 1 <= week <= _LAST_WEEK for week in found):
        raise UserProblem("Skriv ugenumre mellem 1 og 53, fx 7, 42, 52.", field="excluded_weeks")
    return tuple(sorted(set(found)))


def weeks_text(weeks: Sequence[int]) -> str:
    return ", ".join(map(str, weeks))


def fields(kinds: Sequence[Kind], teams: Sequence[Team]) -> tuple[Field, ...]:
    """The form of a series; which of its fields are seen depends on the way it repeats."""
    whole = Option(WHOLE_HOUSE, "Hele huset")
    clock, choice, day = FieldKind.CLOCK, FieldKind.CHOICE, FieldKind.DATE
    of_kinds = tuple(Option(kind.id, kind.name) for kind in kinds)
    of_teams = (whole, *(Option(team.id, team.name) for team in teams))
    return (
        Field("kind_id", "Mødetype", choice, "Vælg en mødetype.", options=of_kinds, span=6),
        Field("title", "Hvad hedder mødet", hint="Tomt: mødetypens navn", span=6),
        Field("start", "Start", clock, "Skriv, hvornår mødet begynder.", span=3),
        Field("end", "Slut", clock, "Skriv, hvornår mødet slutter.", span=3),
        Field("place", "Sted", span=6),
        Field("team_id", "For", choice, "Vælg, hvem mødet er for.", options=of_teams, span=6),
        Field("way", "Gentages", FieldKind.RADIO, options=_WAYS),
        Field("nth", "Hvilken i måneden", choice, "Vælg 1., 2., 3., 4. eller sidste.", options=_NTHS, span=4),
        Field("every_weeks", "Hver så mange uger", FieldKind.STEPPER, span=4, low=1, high=26),
        Field("first", "Fra", day, "Skriv, hvornår rækken begynder.", span=4),
        Field("last", "Til", day, "Skriv, hvornår rækken slutter.", span=4),
        Field("excluded_weeks", "Ikke i uge", hint="Fx 7, 42, 52, 53", span=8, parse=parse_weeks, format=weeks_text),
    )


@dataclass(frozen=True)
class Repeated:
    """What stands beside the form: weekdays that take turns, months, and hand-picked days."""

    weekdays: tuple[int, ...] = (1,)
    months: tuple[int, ...] = _ALL_MONTHS
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class SeriesEntry:
    """The form's values and what stands beside it. `series_id`: the one that is changed, from `since` on."""

    values: Mapping[str, Any]
    repeated: Repeated = Repeated()
    series_id: int | None = None
    since: date | None = None

    @property
    def way(self) -> str:
        return str(self.values["way"])

    def draft(self) -> SeriesDraft:
        """As the service takes it. UserProblem at the field that makes none."""
        values = self.values
        team_id = values["team_id"] or None
        rule = None if self.way == PICKED else self._rule()
        draft = SeriesDraft(
            kind_id=values["kind_id"],
            times=Times(values["start"], values["end"]),
            rule=rule,
            days=self.repeated.days if rule is None else (),
            title=values["title"],
            place=values["place"],
            team_id=team_id,
        )
        draft.check()
        return draft

    def _rule(self) -> Rule:
        values, chosen = self.values, self.repeated.months
        monthly = self.way == NTH
        if not chosen:
            raise UserProblem("Vælg mindst én måned.", field="last")
        few = monthly and len(chosen) <= _FEW_MONTHS
        left_out = () if few else tuple(month for month in _ALL_MONTHS if month not in chosen)
        return Rule(
            first=values["first"],
            last=values["last"],
            weekdays=self.repeated.weekdays,
            nth=values["nth"] if monthly else 0,
            months=chosen if few else (),
            every_weeks=0 if monthly else values["every_weeks"],
            excluded_months=left_out,
            excluded_weeks=values["excluded_weeks"] or (),
        )


def new_entry(kind: Kind, today: date) -> SeriesEntry:
    """The first kind on the third Tuesday of the months to come, as many houses have it."""
    last = date(today.year if today.month < len(MONTHS) else today.year + 1, 12, 31)
    values = {
        **_common(kind, 17 * 60, 17 * 60 + kind.minutes, kind.place),
        "title": "",
        "team_id": WHOLE_HOUSE,
        "way": NTH,
        "nth": 3,
        "every_weeks": 4,
        "first": today,
        "last": last,
        "excluded_weeks": (7, 42, 52, 53),
    }
    return SeriesEntry(values, Repeated(months=tuple(month for month in _ALL_MONTHS if month != 7)))  # noqa: PLR2004 -- July


def entry_of(series: Series, meeting: Meeting, coming: Sequence[Meeting]) -> SeriesEntry:
    """A stored series as it goes on from one of its meetings; `coming` are those from then on."""
    rule = series.rule
    last = max((each.day for each in coming), default=meeting.day)
    values = {
        **_common(series.kind, meeting.start, meeting.end, meeting.place),
        "title": series.title,
        "team_id": series.team_id or WHOLE_HOUSE,
        "way": PICKED if rule is None else NTH if rule.nth else WEEKS,
        "nth": rule.nth if rule and rule.nth else 1,
        "every_weeks": rule.every_weeks if rule and rule.every_weeks else 4,
        "first": _turn_of(rule, meeting) if rule else meeting.day,
        "last": rule.last if rule else last,
        "excluded_weeks": rule.excluded_weeks if rule else (),
    }
    repeated = Repeated(days=tuple(each.day for each in coming))
    if rule:
        months = tuple(m for m in rule.months or _ALL_MONTHS if m not in rule.excluded_months)
        repeated = replace(repeated, weekdays=rule.weekdays, months=months)
    return SeriesEntry(values, repeated, series.id, meeting.day)


def _turn_of(rule: Rule, meeting: Meeting) -> date:
    """The first day of the rule: its weeks are counted, and its weekdays take turns, from there."""
    return rule.first if not rule.nth or len(rule.weekdays) > 1 else (meeting.original_day or meeting.day)


def _common(kind: Kind, start: int, end: int, place: str) -> dict[str, Any]:
    return {"kind_id": kind.id, "start": start, "end": end, "place": place}


def title_of(series: Series) -> str:
    """'Stuemøde · Egernet'."""
    return capitalised(f"{series.title} · {series.team}" if series.team else series.title)
