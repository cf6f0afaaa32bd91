"""The four criteria a task is given by, and what they are called. Their order is the order of the columns."""

from enum import StrEnum
from typing import Final


class Criterion(StrEnum):
    RELEVANCE = "relevance"
    COMPETENCE = "competence"
    EXPERIENCE = "experience"
    READINESS = "readiness"


CRITERION_NAMES: Final = {
    Criterion.RELEVANCE: "Relevans",
    Criterion.COMPETENCE: "Kompetencer",
    Criterion.EXPERIENCE: "Erfaring",
    Criterion.READINESS: "Parathed",
}
HIGHEST: Final = 4
"""Each criterion is 0–4. They are never put together into one number that anybody sees."""

TIE_ORDER: Final = (Criterion.COMPETENCE, Criterion.EXPERIENCE, Criterion.READINESS, Criterion.RELEVANCE)
"""What decides between people whom the weights make alike; then the name."""
