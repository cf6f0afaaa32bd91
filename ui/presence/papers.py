"""Bemanding of a week on paper: in words or as a grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.clock import Clock
from dagleder.base.dates import week_number
from dagleder.calendars.weeks import week_ahead
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


@dataclass(frozen=True)
class PaperWeek:
    """Of all stuer, or of one."""

    monday: date
    team_id: int | None = None


def week_paper(services: PresenceServices, clock: Clock, of: PaperWeek, form: str) -> PaperJob:
    """The week shown; whether as a grid or in words can be changed beside the paper."""

    def pdf(options: Options) -> bytes:
        from dagleder.exchange.pdf import render_pdf  # noqa: PLC0415 -- Bemanding is the first page of a start
        from dagleder.presence.reports import week_grid, week_in_words  # noqa: PLC0415 -- as above

        make = week_in_words if options["form"] == WORDS else week_grid
        week = services.presence.week(of.monday, of.team_id)
        return render_pdf(make(week, services.settings.house().name, clock.today()))

    number = f"{of.monday.isocalendar().year} uge {week_number(of.monday)}"
    team = next((f" {team.name}" for team in services.settings.teams() if team.id == of.team_id), "")
    return PaperJob("Udskriv bemanding", f"Bemanding{team} {number}", pdf, (_FORM,), {"form": form})


def offered(context: Context, services: PresenceServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""

    def job() -> PaperJob:
        return week_paper(services, context.clock, PaperWeek(week_ahead(today)), GRID)

    today = context.clock.today()
    when = "næste uge" if today < week_ahead(today) else "denne uge"
    return [PaperOffer(f"Bemanding i {when}", "Hele ugen som skema, eller ugen i ord", job, icon="clock")]
