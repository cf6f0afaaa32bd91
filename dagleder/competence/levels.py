"""The five levels, and where an assessment and a wish come from: keys as stored, words as the leader reads them."""

from enum import StrEnum
from typing import Final

LEVEL_NAMES: Final = ("Ikke endnu", "Har kendskab", "Øver sig", "Kan selv", "Kan vejlede andre")
NOT_YET, PRACTISES, ALONE, GUIDES = 0, 2, 3, 4
LEVELS: Final = range(NOT_YET, GUIDES + 1)
CERTIFICATE_LEVELS: Final = (NOT_YET, ALONE)
"""Of a function or certificate: not held, and held."""


class Source(StrEnum):
    """Who or what an assessment comes from."""

    LEADER = "leader"
    SELF = "self"
    COURSE = "course"
    TALK = "talk"


SOURCE_NAMES: Final = {Source.LEADER: "leder", Source.SELF: "selv", Source.COURSE: "kursus", Source.TALK: "MUS"}


class Wish(StrEnum):
    """What somebody wants with a competence."""

    DEVELOP = "develop"
    USE = "use"
    NOT_NOW = "not_now"


WISH_NAMES: Final = {
    Wish.DEVELOP: "vil gerne udvikle",
    Wish.USE: "vil gerne bruge",
    Wish.NOT_NOW: "ikke nu",
}
