"""How a kind of meeting is told in a narrow place: an icon, and a name that may be broken between its parts."""

from dagleder.meetings.kinds import (
    COMMITTEE,
    PARENTS,
    PARENTS_BOARD,
    PEDAGOGUES,
    STAFF_MEETING,
    TEAM_MEETING,
    TRAINING_DAY,
    Kind,
)
from ui.kit.compounds import breakable

_ICONS = {
    STAFF_MEETING: "users",
    TEAM_MEETING: "door-open",
    PEDAGOGUES: "messages-square",
    COMMITTEE: "handshake",
    PARENTS: "heart-handshake",
    PARENTS_BOARD: "gavel",
    TRAINING_DAY: "graduation-cap",
    "ledermoede": "network",
    "netvaerk": "network",
    "socialraadgiver": "shield",
    "sparring": "message-circle",
    "evaluering": "chart-column",
    "samtale": "message-square",
}
_PARTS = ("bestyrelses", "rådgiver", "møde", "fællesskab", "samtale", "sparring", "fagligt")


def kind_icon(kind: Kind) -> str:
    """A Lucide name; a kind of her own has the calendar."""
    return _ICONS.get(kind.key, "calendar")


def breakable_name(kind: Kind) -> str:
    """With soft hyphens where Danish words are put together: 'Personale-møde'."""
    return breakable(kind.name, _PARTS)
