"""A block pasted onto the matrix: what it sets is one step; what cannot be used is told, and then nothing is set."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from dagleder.base.text import plural
from dagleder.competence.service import CompetenceService
from ui.context import Context
from ui.kit.matrix import Matrix
from ui.kit.messages import Choice

_MOST_TOLD = 2


def paste(context: Context, competence: CompetenceService, matrix: Matrix, text: str) -> None:
    """From the first cell that is chosen down and to the right."""
    chosen, content = matrix.chosen(), matrix.matrix
    if not chosen.rows:
        return
    people = [who for who in content.looks if isinstance(who, int)]
    columns = [column.key for column in content.columns if isinstance(column.key, int)]
    down = people[people.index(cast("int", chosen.rows[0])) :]
    right = columns[columns.index(cast("int", chosen.columns[0])) :]
    context.messages.clear_toast()  # of the block before, whatever comes of this one
    done = context.run("", partial(competence.paste, text, down, right)).value
    if done is not None:
        back = (Choice("Fortryd", context.undo),) if done.drafts and context.undo else ()
        context.messages.tell(_said(len(done.drafts), done.unchanged, done.warnings), back)


def _said(new: int, unchanged: int, warnings: Sequence[str]) -> str:
    same = f"{unchanged} stod der i forvejen" if unchanged else ""
    set_in = f"{plural(new, 'vurdering', 'vurderinger')} er sat ind"
    said = (f"{set_in}, {same}" if same else set_in) if new else f"Intet nyt: {same}." if same else "Intet nyt."
    told = " ".join(warnings[:_MOST_TOLD])
    more = " …" if len(warnings) > _MOST_TOLD else ""
    return f"{said.removesuffix('.')}. {told}{more}" if told else said
