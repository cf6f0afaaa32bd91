"""What the tasks put on paper: the list, how they are spread, and why somebody got one."""

from collections.abc import Sequence
from datetime import date

from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import render_xlsx
from dagleder.tasks.delegation import Delegated
from dagleder.tasks.reports import EVERYBODY, Whose
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.paper_job import Options, PaperFormat, PaperJob, PaperOffer
from ui.tasks.services import TaskServices


def list_job(services: TaskServices, whose: Whose = EVERYBODY) -> PaperJob:
    """What the list shows, or for everybody, a stue or one of the staff; that can be changed beside the paper."""
    stuer = [Whose(team.name, team_id=team.id) for team in services.settings.open_teams()]
    staff = [Whose(row.name, employee_id=row.id) for row in services.staff.staff_list()]
    options = [Option(each, each.name or "Alle") for each in (EVERYBODY, *stuer, *staff)]
    if whose not in [option.key for option in options]:
        options.insert(0, Option(whose, "Som listen viser"))
    field = Field("whose", "For", FieldKind.CHOICE, options=tuple(options))

    def pdf(chosen: Options) -> bytes:
        return render_pdf(services.tasks.list_paper(chosen["whose"]))

    def xlsx(chosen: Options) -> bytes:
        return render_xlsx([services.tasks.list_sheet(chosen["whose"])], title="Opgaver")

    excel = PaperFormat("Excel", ".xlsx", xlsx)
    return PaperJob("Udskriv opgaver", "Opgaver", pdf, (field,), {"whose": whose}, (excel,))


def spread_job(services: TaskServices, first: date, last: date) -> PaperJob:
    """Who has which tasks between two days."""

    def pdf(_chosen: Options) -> bytes:
        return render_pdf(services.tasks.spread_paper(first, last))

    def xlsx(_chosen: Options) -> bytes:
        return render_xlsx([services.tasks.spread_sheet(first, last)], title="Hvem har hvilke opgaver")

    excel = PaperFormat("Excel", ".xlsx", xlsx)
    return PaperJob("Udskriv spredning", "Hvem har hvilke opgaver", pdf, formats=(excel,))


def why_job(services: TaskServices, given: Delegated) -> PaperJob:
    """What answers somebody who asks."""

    def pdf(_chosen: Options) -> bytes:
        return render_pdf(services.delegation.why_paper(given.id))

    name = f"Hvorfor {given.called} {'lærer med' if given.learns else 'fik opgaven'}"
    return PaperJob(why(given), name, pdf)


def why(given: Delegated) -> str:
    """'Hvorfor fik Otto den?', 'Hvorfor lærer Nanna med?'."""
    return f"Hvorfor lærer {given.called} med?" if given.learns else f"Hvorfor fik {given.called} den?"


def offered(_context: Context, services: TaskServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""

    def job() -> PaperJob:
        return list_job(services)

    return [PaperOffer("Opgaver", "Efter frist, for alle, en stue eller én", job, "list-checks", "PDF, Excel")]
