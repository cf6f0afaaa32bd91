"""What erasing a person takes with it, in words. Pure.

The house stays as it was otherwise: meetings are held without her, a stue loses a shift, and what others
have been told stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.text import and_list, capitalised, plural

_WORDS: Mapping[str, tuple[str, str]] = {
    "absence": ("fravær", "fravær"),
    "meeting_participant": ("invitation til et møde", "invitationer til møder"),
    "weekly_hours": ("aftale om timer", "aftaler om timer"),
    "work_pattern": ("arbejdstid", "arbejdstider"),
    "team_membership": ("tilknytning til en stue", "tilknytninger til stuer"),
    "loan": ("lån til en anden stue", "lån til en anden stue"),
    "substitute": ("vagt som vikar", "vagter som vikar"),
    "assessment": ("vurdering", "vurderinger"),
    "competence_wish": ("ønske om en kompetence", "ønsker om kompetencer"),
    "competence_goal": ("aftalt mål", "aftalte mål"),
    "task_person": ("opgave", "opgaver"),
    "delegation": ("begrundelse for en opgave", "begrundelser for opgaver"),
    "earlier_task": ("erfaring fra før", "erfaringer fra før"),
}
# The person herself is named, and a day belongs to its arbejdstid.
_UNCOUNTED = frozenset({"employee", "work_pattern_day"})


@dataclass(frozen=True)
class Mention:
    """Her name in a text that is not hers; the leader decides what is to stand there instead."""

    where: str  # 'mødet Personalemøde 17. marts 2026'
    open_at: tuple[str, int] | None = None


@dataclass(frozen=True)
class ErasePreview:
    """What goes, before it goes. `recorded` counts the entries of the history that are about her."""

    employee_id: int
    name: str
    counts: Mapping[str, int]
    recorded: int
    mentions: tuple[Mention, ...]
    still_employed: bool

    @property
    def text(self) -> str:
        """The question in red: 'Gitte Klitager har 14 fravær og 2 arbejdstider i filen. Det kan ikke fortrydes, …'."""
        what = counts_text(self.counts) or "kun sine stamoplysninger"
        history = plural(self.recorded, "linje", "linjer")
        kept = f" og {history} i historikken" if self.recorded else ""
        return (
            f"{self.name} har {what} i filen{kept}. "
            "Det kan ikke fortrydes, og det, du har gjort før sletningen, kan heller ikke fortrydes bagefter."
        )


@dataclass(frozen=True)
class EraseReceipt:
    """What was erased, and what could not be reached. It stands on paper only: the house keeps no name."""

    name: str
    erased_on: date
    counts: Mapping[str, int]
    copies: int  # the program's own backups that were rewritten
    not_reached: tuple[str, ...]
    mentions: tuple[Mention, ...]
    in_copies: tuple[str, ...] = ()  # 'oplysningerne om Bo Hansen i kopien af 3. marts 2026 (…)'

    def gone(self) -> tuple[str, ...]:
        """Sentences about what was erased."""
        counts = counts_text(self.counts)
        lines = [
            f"Stamoplysninger, {counts}." if counts else "Stamoplysninger.",
            "Alle navne og gamle værdier i historikken, og halvt skrevne tekster med navnet.",
        ]
        if self.copies:
            copies = plural(self.copies, "sikkerhedskopi", "sikkerhedskopier")
            lines.append(f"Det samme i {copies}, som Dagleder har lavet.")
        return tuple(lines)

    def left(self) -> tuple[str, ...]:
        """Sentences about what still is there."""
        places = (*(mention.where for mention in self.mentions), *self.in_copies)
        named = (f"Navnet står i {place}." for place in places)
        return (*(f"{capitalised(place)}." for place in self.not_reached), *named)


def counts_text(counts: Mapping[str, int]) -> str:
    """'14 fravær, 2 arbejdstider og 3 vagter som vikar'; nothing for nothing."""
    return and_list([plural(count, *_WORDS[table]) for table, count in counted(counts)])


def counted(counts: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    return [(table, counts[table]) for table in _WORDS if counts.get(table)]


def countable() -> frozenset[str]:
    """The tables the words know, for the test that none is forgotten."""
    return frozenset(_WORDS) | _UNCOUNTED
