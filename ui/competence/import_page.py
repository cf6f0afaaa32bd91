"""The page 'Importér kompetencer'."""

from functools import partial

from dagleder.base.text import plural
from dagleder.competence.import_values import ImportPlan
from ui.competence.import_rows import done_text
from ui.competence.import_view import CompetenceImport
from ui.competence.in_use import take_in_use, unused
from ui.competence.services import CompetenceServices
from ui.context import Context
from ui.kit.import_page import ImportPage
from ui.kit.messages import Choice


class CompetenceImportPage(ImportPage):
    feature = "competence_import"
    title = "Importér kompetencer"
    home = "competence"
    back_name = "Tilbage til kompetencer"
    file_words = "kompetencer hvem kan hvad excel hent"

    def __init__(self, context: Context, services: CompetenceServices) -> None:
        super().__init__(context, CompetenceImport(context, services.competence))
        self._competence = services.competence

    def done_text(self, plan: object) -> str:
        if not isinstance(plan, ImportPlan):
            return ""
        rest = len(self._unused(plan))
        said = f". {plural(rest, 'kompetence', 'kompetencer')} er ikke i brug endnu" if rest else ""
        return f"{done_text(plan)}{said}"

    def ways_after(self, plan: object) -> tuple[Choice, ...]:
        if not isinstance(plan, ImportPlan) or not (rest := self._unused(plan)):
            return ()
        name = "Tag den i brug" if len(rest) == 1 else "Tag dem i brug"
        return (Choice(name, partial(take_in_use, self.context, self._competence, rest)),)

    def _unused(self, plan: ImportPlan) -> tuple[int, ...]:
        return unused(self._competence.facts(), plan)
