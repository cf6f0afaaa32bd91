"""The page 'Importér kompetencer'."""

from dagleder.competence.import_values import ImportPlan
from ui.competence.import_rows import done_text
from ui.competence.import_view import CompetenceImport
from ui.competence.services import CompetenceServices
from ui.context import Context
from ui.kit.import_page import ImportPage


class CompetenceImportPage(ImportPage):
    feature = "competence_import"
    title = "Importér kompetencer"
    home = "competence"
    back_name = "Tilbage til kompetencer"
    file_words = "kompetencer hvem kan hvad excel hent"

    def __init__(self, context: Context, services: CompetenceServices) -> None:
        super().__init__(context, CompetenceImport(context, services.competence))

    def done_text(self, plan: object) -> str:
        return done_text(plan) if isinstance(plan, ImportPlan) else ""
