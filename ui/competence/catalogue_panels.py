"""Opens the panels about the catalogue: what is in use, how many are wanted, what a competence is called."""

from collections.abc import Callable
from functools import partial

from dagleder.competence.drafts import CompetenceDraft
from dagleder.competence.facts import Facts
from dagleder.competence.service import CompetenceService
from ui.competence.add_panel import AddPanel
from ui.competence.name_panel import NamePanel
from ui.competence.needs_panel import NeedsPanel
from ui.competence.panels import Panels
from ui.context import Context


class CataloguePanels:
    """`facts` reads what is known now, also right after a change."""

    def __init__(
        self, context: Context, service: CompetenceService, panels: Panels, facts: Callable[[], Facts]
    ) -> None:
        self._context, self._service, self._panels, self._facts = context, service, panels, facts

    def add(self) -> None:
        panel = AddPanel(self._context, self._service, self._facts)
        panel.needs_wanted.connect(self.needs)
        panel.new_wanted.connect(lambda searched: self._name(None, searched))
        self._panels.open(panel)

    def needs(self, competence_id: int) -> None:
        competence = self._facts().competences[competence_id]
        rename = partial(self._name, competence_id)
        self._panels.open(NeedsPanel(self._context, self._service, competence, self._facts, rename))

    def _name(self, competence_id: int | None, searched: str = "") -> None:
        """A new competence, called what she searched for in vain, or another name for one there is."""
        facts = self._facts()
        competence = facts.competences[competence_id] if competence_id is not None else None
        panel = NamePanel(self._context.theme, facts.areas, self._context.clock.today, competence)
        if searched:
            panel.propose(searched)
        panel.confirmed.connect(partial(self._keep, panel, competence_id))
        self._panels.open(panel)

    def _keep(self, panel: NamePanel, competence_id: int | None, draft: CompetenceDraft) -> None:
        if competence_id is None:
            outcome = self._context.run(
                f"{draft.name} er oprettet", partial(self._service.add_competence, draft), panel
            )
            competence_id = outcome.value
        else:
            change = partial(self._service.change_competence, competence_id, draft)
            if not self._context.run(f"{draft.name} er rettet", change, panel).ok:
                return
        if competence_id is not None:
            self.needs(competence_id)
