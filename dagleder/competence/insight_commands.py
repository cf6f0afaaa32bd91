"""What the competences tell, on the command line: gaps, what is thin, and the papers."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from dagleder.base.command import Answer, Argument, Command, Json, day_value, out_argument
from dagleder.base.dates import long_day_text, period_text
from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised, plural
from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Facts
from dagleder.competence.files import overview_file, profile_file, vulnerability_file
from dagleder.competence.gaps import Gap, gap_counts, gaps
from dagleder.competence.insight import Insight
from dagleder.competence.over_time import Thin
from dagleder.competence.overview import Columns
from dagleder.competence.service import CompetenceService
from dagleder.competence.told import ToldThin, ToldVulnerable
from dagleder.competence.vulnerability import Vulnerable
from dagleder.exchange.save import save_by_rename


def without_named(competence: CompetenceService, read: Namespace) -> list[int]:
    """Whom `--without` names, if it was given; an empty name is nobody's."""
    return [] if read.without is None else [competence.insight.person_named(read.without)]


def list_gaps(competence: CompetenceService, read: Namespace) -> Answer:
    """Everybody's levels below the target of the role: one row for each, by person."""
    insight = competence.insight
    without = without_named(competence, read)
    facts = insight.facts(read.date, without=without)
    area = None if read.area is None else insight.area_named(read.area)
    found = gaps(facts, area_id=area)
    value: list[Json] = [
        {
            "employee": facts.people[each.employee_id].name,
            "employee_id": each.employee_id,
            "competence": facts.competences[each.competence_id].name,
            "competence_id": each.competence_id,
            "level": each.level,
            "target": each.target,
            "gap": each.levels,
            "assessed": each.assessed,
        }
        for each in found
    ]
    return Answer(value, (*_counts(facts, area), *_gap_lines(facts, found)))


def _gap_lines(facts: Facts, found: Iterable[Gap]) -> Iterator[str]:
    """Of each person what is below the target, and how much nobody has assessed."""
    for who, own in groupby(found, key=lambda each: each.employee_id):
        name, unknown = facts.people[who].name, 0
        for each in own:
            unknown += not each.assessed
            if each.assessed:
                yield f"{name} · {facts.competences[each.competence_id].name}: {each.level}, målet er {each.target}"
        if unknown:
            yield f"{name} · {plural(unknown, 'kompetence', 'kompetencer')} med mål er ikke vurderet"


def _counts(facts: Facts, area_id: int | None) -> tuple[str, ...]:
    counts = gap_counts(facts, area_id=area_id)
    teams = (f"{team.name if team else 'Uden stue'}: {count.text}" for team, count in counts.teams)
    return (f"Hele huset: {counts.house.text}", *teams)


def list_vulnerable(competence: CompetenceService, read: Namespace) -> Answer:
    """Where it is thin, worst first: now, on a date with those who are at work, or on the days of a period."""
    insight = competence.insight
    without = without_named(competence, read)
    if read.first or read.last:
        if read.date:
            raise UserProblem("Vælg enten --date eller --from og --to.")
        return _vulnerable_in(insight, insight.period(read.first, read.last), without)
    facts = insight.facts(read.date, without=without)
    found = insight.vulnerable_on(read.date, without=without) if read.date else insight.vulnerable(without=without)
    lines = [f"{'Nyt: ' if each.new else ''}{each.headline}. {each.text}".strip() for each in found]
    heading = (capitalised(long_day_text(read.date)),) if read.date else ()
    value: list[Json] = [_value(each, facts) for each in found]
    return Answer(value, (*heading, *(lines or [_nothing_thin(insight, facts, read.date)])))


def _vulnerable_in(insight: Insight, period: tuple[date, date], without: list[int]) -> Answer:
    """The days of a period on which it is thinner than anyway."""
    found, facts = insight.over_time(*period, without=without), insight.facts(period[0])
    lines = [f"{each.headline}. {each.text}".strip() for each in found]
    value: list[Json] = [_value_in(each, facts) for each in found]
    none = "Ingen dage er tyndere, end det er ellers."
    return Answer(value, (capitalised(period_text(*period, year=True)), *(lines or [none])))


def _value_in(each: ToldThin, facts: Facts) -> Json:
    thin = each.thin
    return {
        **_what(thin, facts),
        "people": list(each.at_work),
        "away": list(each.away),
        "days": thin.days,
        "fewest": thin.fewest,
        "stretches": [
            {"from": each.first.isoformat(), "to": each.last.isoformat(), "days": each.days} for each in thin.stretches
        ],
    }


def _what(thin: Vulnerable | Thin, facts: Facts) -> dict[str, Json]:
    return {
        "competence": thin.competence.name,
        "competence_id": thin.competence.id,
        "place": place_name(facts, thin.place),
        "team_id": thin.place.team_id,
        "site_id": thin.place.site_id,
        "wanted": thin.wanted,
        "state": thin.state,
    }


def _nothing_thin(insight: Insight, facts: Facts, day: date | None) -> str:
    if not facts.wanted:
        return "Der er ingen ønskede antal endnu, så intet kan være sårbart."
    if day:
        return "Huset er lukket den dag." if insight.is_closed(day) else "Intet er sårbart den dag."
    return "Intet er sårbart: I er så mange, som I har ønsket, og intet hænger på én."


def _value(each: ToldVulnerable, facts: Facts) -> Json:
    thin = each.thin
    return {
        **_what(thin, facts),
        "holders": len(thin.holders),
        "people": [facts.people[who].name for who in thin.holders],
        "away": [facts.people[who].name for who in thin.away],
        "learning": [facts.people[who].name for who in thin.learning],
        "date": facts.day.isoformat(),
        "new": each.new,
    }


def export_overview(competence: CompetenceService, read: Namespace) -> Answer:
    """Who can what, in the house or on one stue."""
    insight = competence.insight
    if read.area is not None and read.all:
        raise UserProblem("Vælg enten --area eller --all.")
    team = None if read.team is None else insight.team_named(read.team)
    area = None if read.area is None else insight.area_named(read.area)
    return _saved(read.out, overview_file(insight.overview(team, Columns(area, everything=read.all)), read.out))


def export_profile(competence: CompetenceService, read: Namespace) -> Answer:
    """One person's competences, to hand over."""
    insight = competence.insight
    found = insight.profile(insight.person_named(read.employee))
    return _saved(read.out, profile_file(found, read.out))


def export_vulnerability(competence: CompetenceService, read: Namespace) -> Answer:
    """What is thin now, and on the days of a period."""
    return _saved(
        read.out, vulnerability_file(competence.insight.vulnerability_report(read.first, read.last), read.out)
    )


def _saved(path: Path, content: bytes) -> Answer:
    save_by_rename(path, content)
    return Answer({"file": str(path)}, (f"Skrevet: {path}.",))


_OUT = out_argument(".pdf eller .xlsx")
_AREA = Argument(("--area",), {"metavar": "OMRÅDE", "help": "kun et område af kataloget"})
WHEN_AND_WITHOUT = (
    Argument(("--date",), {"type": day_value, "metavar": "DATO", "help": "som det er den dag"}),
    Argument(("--without",), {"metavar": "EMPLOYEE", "help": "som om vedkommende var stoppet"}),
)
_PERIOD = (
    Argument(
        ("--from",), {"type": day_value, "metavar": "DATO", "dest": "first", "help": "den første dag i en periode"}
    ),
    Argument(("--to",), {"type": day_value, "metavar": "DATO", "dest": "last", "help": "den sidste dag; ellers et år"}),
)

COMMANDS = (
    Command(
        ("competence", "gaps"),
        "hvem der er under målet for sin stilling, og hvor meget",
        list_gaps,
        (*WHEN_AND_WITHOUT, _AREA),
    ),
    Command(
        ("competence", "vulnerable"),
        "hvor huset er sårbart; med --date efter hvem der er på arbejde, med --from og --to på hvilke dage",
        list_vulnerable,
        (*WHEN_AND_WITHOUT, *_PERIOD),
    ),
    Command(
        ("export", "competence-overview"),
        "skriv kompetenceoverblikket som fil",
        export_overview,
        (
            Argument(("--team",), {"metavar": "STUE", "help": "kun en stue"}),
            _AREA,
            Argument(("--all",), {"action": "store_true", "help": "hele kataloget"}),
            _OUT,
        ),
    ),
    Command(
        ("export", "competence-profile"),
        "skriv en medarbejders kompetenceprofil som fil",
        export_profile,
        (Argument(("employee",), {"metavar": "EMPLOYEE", "help": "nummer, initialer eller hele navnet"}), _OUT),
    ),
    Command(
        ("export", "competence-vulnerability"),
        "skriv som fil, hvor huset er sårbart, med datoer",
        export_vulnerability,
        (*_PERIOD, _OUT),
    ),
)
