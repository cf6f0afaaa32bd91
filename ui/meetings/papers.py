"""The mødeplan as a paper to be shown, printed and saved: the year on one page, or the list by month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dagleder.exchange.pdf import render_pdf
from dagleder.meetings.files import plan_ics, plan_xlsx
from dagleder.meetings.plan import WHOLE, MeetingPlan
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.reports import list_report, year_report
from dagleder.presence.facts import Person
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.paper_job import Options, PaperFormat, PaperJob, PaperOffer
from ui.meetings.services import MeetingServices

YEAR, LIST, BOTH = "year", "list", "both"
ALL, TEAM, PERSON = "all", "team", "person"
_FORM = Field(
    "form",
    "Vis",
    FieldKind.RADIO,
    options=(
        Option(YEAR, "Hele året på én side", "Til opslagstavlen, A4 liggende"),
        Option(LIST, "Liste pr. måned", "Med sted, tid, ændringer og timer"),
        Option(BOTH, "Begge dele", "Først året, så listen"),
    ),
)
_VERSION = Field(
    "version",
    "Gem som ny version",
    FieldKind.CHECK,
    hint="Når du udskriver eller gemmer. Så kan næste udgave sige, hvad der er ændret siden. Kan fortrydes.",
)


@dataclass(frozen=True)
class _Plans:
    """The plan of the year as it is chosen beside the paper."""

    services: MeetingServices
    year: PlanYear

    def chosen(self, options: Options) -> MeetingPlan:
        plan = self.services.meetings.plan(self.year)
        if options.get("version"):
            plan = plan.given_out()
        whose, number = options["whose"]
        if whose == TEAM:
            return plan.for_team(number)
        return plan.for_person(number) if whose == PERSON else plan

    def pdf(self, options: Options) -> bytes:
        plan = self.chosen(options)
        reports = {YEAR: (year_report,), LIST: (list_report,), BOTH: (year_report, list_report)}
        return render_pdf(*(report(plan) for report in reports[options["form"]]))

    def issue(self, options: Options) -> None:
        """The plan has left the house: it counts as a version where she asked for one and something is new."""
        plan = self.services.meetings.plan(self.year)
        if options.get("version") and plan.meetings and plan.version is None:
            self.services.meetings.issue_version(self.year.year)

    def made(self, build: Callable[[MeetingPlan], bytes]) -> Callable[[Options], bytes]:
        return lambda options: build(self.chosen(options))


def plan_paper(services: MeetingServices, year: PlanYear, people: tuple[Person, ...]) -> PaperJob:
    """`people`: those who may have a plan of their own. Versions are kept of calendar years only."""
    plans = _Plans(services, year)
    teams = [Option((TEAM, team.id), team.name) for team in services.settings.open_teams()]
    everybody = [Option((PERSON, person.id), person.name) for person in people]
    whose = Field("whose", "For", FieldKind.CHOICE, options=(Option((ALL, 0), WHOLE), *teams, *everybody))
    fields = (_FORM, whose, _VERSION) if year.first_month == 1 else (_FORM, whose)
    return PaperJob(
        "Udskriv mødeplan",
        f"Mødeplan {year.label.replace('/', '-')}",
        plans.pdf,
        fields,
        {"form": YEAR, "whose": (ALL, 0), "version": False},
        (
            PaperFormat("Excel", ".xlsx", plans.made(plan_xlsx)),
            PaperFormat("kalenderfil", ".ics", plans.made(plan_ics), "calendar-arrow-down"),
        ),
        printed=plans.issue,
        remark=lambda pages: "Passer på én side. Kan læses i sort-hvid." if pages == 1 else "",
    )


def offered(_context: Context, services: MeetingServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""

    def job() -> PaperJob:
        year = PlanYear(services.meetings.default_year())
        return plan_paper(services, year, tuple(services.meetings.plan(year).people.values()))

    detail = "Hele året på én side, eller liste pr. måned"
    return [PaperOffer("Mødeplan", detail, job, icon="calendar-days", forms="PDF, Excel, kalenderfil")]
