"""The hand-over plan as a paper to be shown, printed and saved."""

from datetime import date

from dagleder.departure.service import DepartureService
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import render_xlsx
from ui.kit.paper_job import PaperFormat, PaperJob


def handover_job(service: DepartureService, employee_id: int, name: str, day: date | None) -> PaperJob:
    """Of one person and the day she chose; without one the day the service takes."""
    title = f"Overdragelsesplan {name}"

    def sheet() -> bytes:
        return render_xlsx([service.handover_sheet(employee_id, day)], title=title)

    return PaperJob(
        "Udskriv overdragelsesplan",
        title,
        lambda _options: render_pdf(service.handover_paper(employee_id, day)),
        formats=(PaperFormat("Excel", ".xlsx", lambda _options: sheet()),),
    )
