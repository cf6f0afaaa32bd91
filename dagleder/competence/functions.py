"""Danish for what is held or not: a function one is, a certificate one has."""

from typing import Final

from dagleder.competence.facts import Competence

_FUNCTIONS: Final = ("ansvarlig", "repræsentant", "vejleder", "ressourceperson", "mentor")
"""What the words end in that say what somebody is."""


def function_of(competence: Competence) -> str:
    """'brandansvarlig': what one is who holds it; '' of what one has ('Førstehjælp')."""
    names = (name for name in (competence.head, competence.name) if competence.certificate and _says_who(name))
    name = next(names, "")
    return f"{name[:1].casefold()}{name[1:]}"


def held_text(competence: Competence, *, held: bool) -> str:
    """'er brandansvarlig', 'har Førstehjælp', 'er ikke brandansvarlig': what follows a name."""
    function, no = function_of(competence), "" if held else " ikke"
    return f"er{no} {function}" if function else f"har{no} {competence.head}"


def held_or_not(competence: Competence) -> str:
    """'Brandansvarlig er man, eller man er det ikke', 'Førstehjælp har man, eller man har det ikke'."""
    verb = "er" if function_of(competence) else "har"
    return f"{competence.head} {verb} man, eller man {verb} det ikke"


def _says_who(name: str) -> bool:
    return any(word.endswith(_FUNCTIONS) for word in name.casefold().replace("(", " ").replace(")", " ").split())
