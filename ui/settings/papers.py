"""The papers of settings and privacy: the nøgleark, and what the kommune and the staff are told."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.errors import UserProblem
from dagleder.exchange.pdf import render_pdf
from dagleder.privacy.erasing import EraseReceipt
from dagleder.privacy.reports import receipt_paper
from dagleder.privacy.security import SecurityService
from dagleder.privacy.service import PrivacyService
from ui.context import Context
from ui.kit.paper_job import PaperJob, PaperOffer
from ui.settings.services import SettingsServices


def key_sheet_job(security: SecurityService) -> PaperJob:
    """It counts as printed when it has gone to a printer or into a file."""
    return PaperJob(
        "Udskriv nøgleark",
        "Nøgleark",
        lambda _options: render_pdf(security.key_sheet()),
        printed=lambda _options: security.note_sheet_printed(),
    )


def record_job(privacy: PrivacyService) -> PaperJob:
    return PaperJob(
        "Til kommunens fortegnelse", "Tekst til fortegnelsen", lambda _options: render_pdf(privacy.record_paper())
    )


def information_job(privacy: PrivacyService) -> PaperJob:
    return PaperJob(
        "Information til personalet",
        "Information til personalet",
        lambda _options: render_pdf(privacy.staff_information()),
    )


def receipts_job(receipts: list[EraseReceipt], house_name: str, today: date) -> PaperJob:
    """The receipts of those who were erased, one after the other."""
    return PaperJob(
        "Kvittering for sletning",
        f"Kvittering for sletning {today:%d-%m-%Y}",
        lambda _options: render_pdf(*(receipt_paper(receipt, house_name) for receipt in receipts)),
    )


def offered(_context: Context, services: SettingsServices) -> Sequence[PaperOffer]:
    """What 'Udskriv og eksport' lists; the nøgleark only where there is a password."""
    offers = []
    if (privacy := services.privacy) is not None:
        offers += [
            PaperOffer(
                "Tekst til kommunens fortegnelse", "Færdigt afsnit om behandlingen", lambda: record_job(privacy)
            ),
            PaperOffer(
                "Information til personalet", "Hvad der står om dem, og hvor længe", lambda: information_job(privacy)
            ),
        ]
    if (security := services.security) is not None:
        offers.append(
            PaperOffer(
                "Nøgleark", "Åbner huset, når adgangskoden er glemt", lambda: _key_sheet(security), icon="key-round"
            )
        )
    return offers


def _key_sheet(security: SecurityService) -> PaperJob:
    if not security.protected:
        raise UserProblem("Huset har ingen adgangskode, så der er ingen nøgle. Sæt først en under Sikkerhed.")
    return key_sheet_job(security)
