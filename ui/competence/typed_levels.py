"""Levels by keys in the matrix: a figure sets what is chosen, at once and in one step."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from dagleder.base.text import plural
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.functions import held_or_not
from dagleder.competence.levels import ALONE, CERTIFICATE_LEVELS, LEVELS, Source
from dagleder.competence.service import CompetenceService
from ui.context import Context

Pair = tuple[int, int]
_HOW: Final = "tast 3 for ja og 0 for nej."


def typed_level(text: str) -> int | None:
    """The level a key means; None for any other key."""
    return int(text) if text.isdecimal() and text.isascii() and int(text) in LEVELS else None


class TypedLevels:
    """`lay` is True when the cursor may go on; False where something is to be told first."""

    def __init__(self, context: Context, competence: CompetenceService) -> None:
        self._context, self._competence = context, competence

    def why_not(self, facts: Facts, pairs: Sequence[Pair], level: int) -> str:
        """The reason the level cannot be set, or ''."""
        held = _first_held(facts, pairs)
        return f"{held_or_not(held)}: {_HOW}" if held and level not in CERTIFICATE_LEVELS else ""

    def asks_for_date(self, facts: Facts, pairs: Sequence[Pair], level: int) -> bool:
        """Whether a day is to be entered first: of one certificate that lapses, and is now held."""
        competence = facts.competences[pairs[0][1]]
        return len(pairs) == 1 and level == ALONE and competence.certificate and competence.months is not None

    def lay_own(self, facts: Facts, pair: Pair, level: int) -> bool:
        """What she says of herself, as she told it today."""
        draft = AssessmentDraft(*pair, level, self._context.clock.today(), Source.SELF).over(facts.holding(*pair).own)
        return self._context.run("", partial(self._competence.assess, draft)).ok

    def lay(self, facts: Facts, pairs: Sequence[Pair], level: int) -> bool:
        drafts = [self._draft(facts, pair, level) for pair in pairs]
        if len(drafts) == 1:
            return self._context.run("", partial(self._competence.assess, drafts[0])).ok
        name = f"Sæt {plural(len(drafts), 'vurdering', 'vurderinger')} til {level}"
        said = f"{plural(len(drafts), 'vurdering', 'vurderinger')} er sat til {level}"
        return self._context.run(said, partial(self._competence.assess_many, drafts, name)).ok

    def _draft(self, facts: Facts, pair: Pair, level: int) -> AssessmentDraft:
        """Today's, by the leader, for as long as it holds; what she wrote earlier the same day stays."""
        competence, today = facts.competences[pair[1]], self._context.clock.today()
        until = competence.valid_until_from(today) if competence.certificate and level == ALONE else None
        return AssessmentDraft(*pair, level, today, valid_until=until).over(facts.holding(*pair).by_others)


def _first_held(facts: Facts, pairs: Sequence[Pair]) -> Competence | None:
    found = (facts.competences[what] for _, what in pairs)
    return next((competence for competence in found if competence.certificate), None)
