"""The kinds of absence. There is none for sickness, and no reason is ever kept: what was not planned is 'andet'."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AbsenceKind:
    """`key` is what is stored and typed in a grid; `phrase` follows a name: 'Ida har omsorgsdag'.

    `lasting`: lasts so long that everybody reckons without her, so it is not told as the reason of a gap.
    """

    key: str
    name: str
    phrase: str
    lasting: bool = False


KINDS = (
    AbsenceKind("F", "Ferie", "har ferie"),
    AbsenceKind("6", "6. ferieuge", "har 6. ferieuge"),
    AbsenceKind("O", "Omsorgsdag", "har omsorgsdag"),
    AbsenceKind("S", "Seniordag", "har seniordag"),
    AbsenceKind("A", "Afspadsering", "afspadserer"),
    AbsenceKind("K", "Kursus", "er på kursus"),
    AbsenceKind("B", "Orlov", "har orlov", lasting=True),
    AbsenceKind("X", "Andet", "er væk"),
)

KIND_BY_KEY = {kind.key: kind for kind in KINDS}

OFF_PHRASE = "har fri"
"""What stands on paper for every kind: the wall tells nobody's age, children or health (ferie.md 6)."""
