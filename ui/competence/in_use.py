"""Competences taken in use: each gets the number of people the house's proposal has for it, or two."""

from collections.abc import Iterable, Mapping
from functools import partial

from dagleder.base.text import plural
from dagleder.competence.facts import Facts
from dagleder.competence.import_values import ImportPlan
from dagleder.competence.proposal import proposed
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from ui.context import Context

_USUAL = 2  # so that it does not hang on one person


def wanted_numbers(facts: Facts, competence_ids: Iterable[int]) -> Mapping[tuple[int, Place], int]:
    """How many should be able to do each alone, in the house."""
    known = {each.competence.id: each.wanted for each in proposed(facts)}
    return {(key, HOUSE): known.get(key, _USUAL) for key in competence_ids}


def unused(facts: Facts, plan: ImportPlan) -> tuple[int, ...]:
    """What a sheet has told about and the matrix does not open on, in the order of the catalogue."""
    told = {cell.competence_id for cell in plan.cells}
    made = {new.draft.name for new in plan.new_competences}
    used = {each.id for each in facts.in_use()}
    found = (each.id for each in facts.competences.values() if each.id in told or each.name in made)
    return tuple(key for key in found if key not in used)


def take_in_use(context: Context, service: CompetenceService, competence_ids: Iterable[int]) -> None:
    numbers = wanted_numbers(service.facts(), competence_ids)
    said = f"{plural(len(numbers), 'kompetence', 'kompetencer')} er i brug"
    context.run(said, partial(service.set_wanted, dict(numbers)))
