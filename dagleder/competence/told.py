"""What is thin, with the words for it: what pages, papers and the command line show."""

from dataclasses import dataclass

from dagleder.competence.over_time import Thin
from dagleder.competence.vulnerability import Vulnerable


@dataclass(frozen=True, slots=True)
class ToldVulnerable:
    """What is thin. `new`: only because those left out are not there."""

    thin: Vulnerable
    headline: str
    text: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class ToldThin:
    """What is thin on some days of a period, with the names of those at work who can it, and of those who are not."""

    thin: Thin
    headline: str
    text: str
    at_work: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
