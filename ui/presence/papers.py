"""Bemanding of a week on paper: in words or as a grid."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.clock import Clock
from dagleder.base.dates import monday_of, week_number
from dagleder.exchange.pdf import render_pdf
from dagleder.presence.reports import week_grid, week_in_words
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.paper_job import Options, PaperJob, PaperOffer
from ui.presence.services import PresenceServices

GRID, WORDS = "grid", "words"
_FORM = Field(
    "form",
    "Vis",
    FieldKind.RADIO,
    options=(
        Option(GRID, "Hele ugen", "Alle stuer med vagter og tal. Ingen ser, hvorfor nogen har fri."),
        Option(WORDS, "Ugen i ord", "Hvor der mangler nogen, værst først."),
    ),
)


def week_paper(services: PresenceServices, clock: Clock, monday: date, form: str) -> PaperJob:
    """The week shown; whether as a grid or in words can be changed beside the paper."""

    def pdf(options: Options) -> bytes:
        make = week_in_words if options["form"] == WORDS else week_grid
        return render_pdf(make(services.presence.week(monday), services.settings.house().name, clock.today()))

    number = f"{monday.isocalendar().year} uge {week_number(monday)}"
    return PaperJob("Udskriv bemanding", f"Bemanding {number}", pdf, (_FORM,), {"form": form})


def offered(context: Context, services: PresenceServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""

    def job() -> PaperJob:
        return week_paper(services, context.clock, monday_of(context.clock.today()), GRID)

    return [PaperOffer("Bemanding i denne uge", "Hele ugen som skema, eller ugen i ord", job, icon="clock")]
