"""Levels by keys in the matrix: a figure sets what is chosen, at once and in one step."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dagleder.base.dates import day_text
from dagleder.base.text import plural
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.functions import held_or_not
from dagleder.competence.levels import ALONE, CERTIFICATE_LEVELS, GUIDES, LEVELS, NOT_YET, Source
from dagleder.competence.service import CompetenceService
from ui.context import Context

Pair = tuple[int, int]
_HOW: Final = "tast 3 eller x for ja og 0 for nej."
_NO_LEVEL: Final = f"Et niveau er et tal fra {NOT_YET} til {GUIDES}."
_TICKS: Final = frozenset("xj")


def typed_level(text: str, *, held: bool = False) -> int | None:
    """The level a key means, or a figure that is none; None for any other key.

    Of what is `held` or not, a cross and the j of 'ja' say the same as 3.
    """
    if held and text.casefold() in _TICKS:
        return ALONE
    return int(text) if text.isdecimal() and text.isascii() else None


class RestOfWord(QObject):
    """Lets one letter pass unheard in a widget when it is the next: the a of 'ja', whose j has said it all."""

    def __init__(self, where: QWidget, letter: str) -> None:
        super().__init__(where)
        self._letter = letter
        where.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        watched.removeEventFilter(self)
        self.deleteLater()
        return event.text().casefold() == self._letter


class TypedLevels:
    """What is typed is laid at once, unless there is a reason against it or a day to ask for first."""

    def __init__(self, context: Context, competence: CompetenceService) -> None:
        self._context, self._competence = context, competence

    def why_not(self, facts: Facts, pairs: Sequence[Pair], level: int) -> str:
        """The reason the level cannot be set, or ''."""
        if level not in LEVELS:
            return _NO_LEVEL
        held = _first_held(facts, pairs)
        return f"{held_or_not(held)}: {_HOW}" if held and level not in CERTIFICATE_LEVELS else ""

    def asks_for_date(self, facts: Facts, pairs: Sequence[Pair], level: int) -> bool:
        """Whether a day is to be entered first: of a certificate that lapses, and is now held by one or several."""
        competence, alike = facts.competences[pairs[0][1]], len({what for _, what in pairs}) == 1
        return alike and level == ALONE and competence.certificate and competence.months is not None

    def lay_own(self, facts: Facts, pair: Pair, level: int) -> None:
        """What she says of herself, as she told it today."""
        draft = AssessmentDraft(*pair, level, self._context.clock.today(), Source.SELF).over(facts.holding(*pair).own)
        self._context.run("", partial(self._competence.assess, draft))

    def lay(self, facts: Facts, pairs: Sequence[Pair], level: int) -> None:
        drafts = [self._draft(facts, pair, level) for pair in pairs]
        if len(drafts) == 1:
            self._context.run("", partial(self._competence.assess, drafts[0]))
            return
        count = plural(len(drafts), "vurdering", "vurderinger")
        set_to = f"{count} er sat til {_called(facts, pairs, level)}"
        said = ". ".join((set_to, *_until_told(facts, drafts)))
        name = f"Sæt {count} til {_called(facts, pairs, level)}"
        self._context.run(said, partial(self._competence.assess_many, drafts, name))

    def _draft(self, facts: Facts, pair: Pair, level: int) -> AssessmentDraft:
        """Today's, by the leader, for as long as it holds; what she wrote earlier the same day stays."""
        competence, today = facts.competences[pair[1]], self._context.clock.today()
        until = competence.valid_until_from(today) if competence.certificate and level == ALONE else None
        return AssessmentDraft(*pair, level, today, valid_until=until).over(facts.holding(*pair).by_others)


def _first_held(facts: Facts, pairs: Sequence[Pair]) -> Competence | None:
    found = (facts.competences[what] for _, what in pairs)
    return next((competence for competence in found if competence.certificate), None)


def _called(facts: Facts, pairs: Sequence[Pair], level: int) -> str:
    """'3'; 'ja' and 'nej' where all of them are held or not."""
    held = all(facts.competences[what].certificate for _, what in pairs)
    return str(level) if not held else "ja" if level else "nej"


def _until_told(facts: Facts, drafts: Sequence[AssessmentDraft]) -> Iterator[str]:
    """'Førstehjælp gælder til 12. marts 2028': a day nobody has typed is told."""
    until = {draft.competence_id: draft.valid_until for draft in drafts if draft.valid_until}
    for competence_id, last in until.items():
        yield f"{facts.competences[competence_id].head} gælder til {day_text(last, year=True)}"
