"""The page 'Importér medarbejdere'."""

from dagleder.base.text import plural
from dagleder.staff.import_values import ImportPlan
from ui.context import Context
from ui.kit import import_page
from ui.staff.import_view import StaffImport
from ui.staff.person_deeds import StaffServices


class ImportPage(import_page.ImportPage):
    feature = "staff_import"
    title = "Importér medarbejdere"
    home = "staff"
    back_name = "Tilbage til medarbejdere"
    file_words = "personaleliste excel hent"

    def __init__(self, context: Context, services: StaffServices) -> None:
        super().__init__(context, StaffImport(context, services.staff))

    def done_text(self, plan: object) -> str:
        return done_text(plan) if isinstance(plan, ImportPlan) else ""


def done_text(plan: ImportPlan) -> str:
    """'23 medarbejdere er oprettet, 2 er ændret'."""
    added = f"{plural(len(plan.added), 'medarbejder', 'medarbejdere')} er oprettet" if plan.added else ""
    changed = f"{len(plan.changed)} er ændret" if plan.changed else ""
    return ", ".join(part for part in (added, changed) if part) or "Intet er ændret"
