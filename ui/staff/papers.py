"""The staff list as a paper to be shown, printed and saved."""

from collections.abc import Callable, Sequence

from dagleder.base.clock import Clock
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import render_xlsx
from dagleder.settings.service import SettingsService
from dagleder.staff.people import StaffRow
from dagleder.staff.reports import staff_list_paper, staff_list_sheet
from dagleder.staff.service import StaffService
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.paper_job import Options, PaperFormat, PaperJob, PaperOffer
from ui.staff.people import SHOWN_NAMES, Shown, is_shown
from ui.staff.person_deeds import StaffServices

_WHO = Field("who", "Hvem", FieldKind.CHOICE, options=tuple(Option(key, name) for key, name in SHOWN_NAMES.items()))


def staff_list(staff: StaffService, settings: SettingsService, clock: Clock, shown: Shown) -> PaperJob:
    """The list of those shown on the page; who it is can be changed beside the paper."""

    def rows(options: Options) -> list[StaffRow]:
        return [row for row in staff.staff_list(left=True) if is_shown(row, options["who"], clock.today())]

    def pdf(options: Options) -> bytes:
        return render_pdf(staff_list_paper(rows(options), settings.house().name, clock.today()))

    excel = PaperFormat("Excel", ".xlsx", _xlsx(rows))
    return PaperJob("Udskriv medarbejdere", "Medarbejdere", pdf, (_WHO,), {"who": shown}, (excel,))


def _xlsx(rows: Callable[[Options], Sequence[StaffRow]]) -> Callable[[Options], bytes]:
    return lambda options: render_xlsx([staff_list_sheet(rows(options))], title="Medarbejdere")


def offered(context: Context, services: StaffServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists."""

    def job() -> PaperJob:
        return staff_list(services.staff, services.settings, context.clock, Shown.ACTIVE)

    return [
        PaperOffer("Medarbejdere", "Alle med stue, stilling, timer og telefon", job, forms="PDF, Excel", icon="users")
    ]
