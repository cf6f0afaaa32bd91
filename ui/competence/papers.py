"""The papers about competences: the overview, one person's profile, and where the house is thin."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dagleder.competence.facts import Facts
from dagleder.competence.files import overview_file, profile_file, vulnerability_file
from dagleder.competence.insight import Insight
from dagleder.competence.overview import EVERYTHING, IN_USE, Columns
from ui.competence.services import CompetenceServices
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.paper_job import Options, PaperFormat, PaperJob, PaperOffer

_ALL = Option(None, "Hele huset")
_COLUMNS = Option(IN_USE, "I brug"), Option(EVERYTHING, "Alle")
_NOBODY = "Opret først en medarbejder."
_Made = Callable[[Options, Path], bytes]


def overview_paper(insight: Insight, facts: Facts, team_id: int | None) -> PaperJob:
    """Who can what, in the house or on a stue."""
    options = (_ALL, *(Option(team.id, team.name) for team in facts.teams))
    where = Field("where", "For", FieldKind.CHOICE, options=options)
    areas = (Option(Columns(area.id), area.name) for area in facts.areas)
    columns = Field("columns", "Kompetencer", FieldKind.CHOICE, options=(*_COLUMNS, *areas))

    def made(chosen: Options, path: Path) -> bytes:
        return overview_file(insight.overview(chosen["where"], chosen["columns"]), path)

    begins_with = {"where": team_id, "columns": IN_USE}
    return _job(("Udskriv kompetenceoverblik", "Kompetenceoverblik"), made, (where, columns), begins_with)


def profile_paper(insight: Insight, facts: Facts, employee_id: int | None) -> PaperJob:
    """One person's competences, to hand over."""
    options = tuple(Option(person.id, person.name) for person in facts.people.values())
    who = Field("who", "Hvem", FieldKind.CHOICE, _NOBODY, options=options)

    def made(chosen: Options, path: Path) -> bytes:
        return profile_file(insight.profile(chosen["who"]), path)

    first = employee_id if employee_id is not None else next(iter(facts.people))
    return _job(("Udskriv kompetenceprofil", "Kompetenceprofil"), made, (who,), {"who": first})


def vulnerability_paper(insight: Insight, first: date | None = None, last: date | None = None) -> PaperJob:
    """Where it is thin now, and on the days of a period: without one, as far ahead as the house looks."""
    begins, ends = insight.period(first, last)
    days = tuple(
        Field(key, name, FieldKind.COMING_DATE, "Skriv en dag.", span=6)
        for key, name in (("first", "Fra"), ("last", "Til og med"))
    )

    def made(chosen: Options, path: Path) -> bytes:
        return vulnerability_file(insight.vulnerability_report(chosen["first"], chosen["last"]), path)

    return _job(("Udskriv sårbarhed", "Sårbarhed"), made, days, {"first": begins, "last": ends})


def _job(names: tuple[str, str], made: _Made, fields: Sequence[Field], options: Options) -> PaperJob:
    title, file_name = names
    return PaperJob(
        title,
        file_name,
        lambda chosen: made(chosen, Path(f"{file_name}.pdf")),
        tuple(fields),
        options,
        (PaperFormat("Excel", ".xlsx", lambda chosen: made(chosen, Path(f"{file_name}.xlsx"))),),
    )


def offered(_context: Context, services: CompetenceServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""
    competence = services.competence
    insight, forms = competence.insight, "PDF, Excel"
    found = [
        PaperOffer(
            "Kompetenceoverblik",
            "Hvem kan hvad, for huset eller en stue",
            lambda: overview_paper(insight, competence.facts(), None),
            "grid-3x3",
            forms,
        ),
        PaperOffer(
            "Sårbarhed",
            "Hvor I er for få, og på hvilke dage",
            lambda: vulnerability_paper(insight),
            "triangle-alert",
            forms,
        ),
    ]
    if competence.facts().people:
        profile = PaperOffer(
            "Kompetenceprofil",
            "Én medarbejders niveauer, mål og ønsker",
            lambda: profile_paper(insight, competence.facts(), None),
            "user",
            forms,
        )
        found.insert(1, profile)
    return found
