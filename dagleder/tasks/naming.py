"""How the name of a competence stands in Danish: in facts, sentences, reasons and papers alike.

Names may begin with a verb ('Planlægge og gennemføre …') and are never bent into a sentence. A level stands behind one
as behind a label ('Sprogvurdering 3'); in a clause it is quoted ('er på 3 i “Sprogvurdering”'). What is held or not
goes as everywhere else: 'har Førstehjælp', 'er brandansvarlig'.
"""

from collections.abc import Iterable

from dagleder.base.text import and_list
from dagleder.competence.facts import Competence
from dagleder.competence.functions import held_text


def quoted(name: str) -> str:
    return f"“{name}”"


def labelled(competence: Competence, level: int) -> str:
    """'Sprogvurdering 3'."""
    return f"{competence.head} {level}"


def at_levels(levels: Iterable[tuple[Competence, int]]) -> str:
    """'er på 4 i “Sprogvurdering” og 2 i “TRAS”', or ''."""
    told = [f"{level} i {quoted(competence.head)}" for competence, level in levels]
    return f"er på {and_list(told)}" if told else ""


def holds(competence: Competence, level: int, *, over: bool = False) -> str:
    """'har Førstehjælp', 'er på 3 i “TRAS”'; when it is over 'havde Førstehjælp', 'var på 3 i “TRAS”'."""
    now = held_text(competence, held=True) if competence.certificate else at_levels([(competence, level)])
    if not over:
        return now
    verb, _, rest = now.partition(" ")
    return f"{'var' if verb == 'er' else 'havde'} {rest}"
