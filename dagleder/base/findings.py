"""What is wrong with a plan, as values: shown beside the plan, never raised."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is; on screen each level has a shape of its own."""

    MUST = "must"  # has to be solved (octagon)
    SHOULD = "should"  # ought to be looked at (triangle)
    INFO = "info"  # for information (circle with i)
    OK = "ok"  # in order (tick)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth telling about a plan.

    `subject` says whom or what it is about ('Egernet, uge 31'), `text` is a Danish
    sentence, `source` is where the rule comes from ('jf. ferieloven § 9', 'jeres egen
    bemandingsplan'). `ref` names the record to open: a feature and an id in it.
    """

    level: Level
    subject: str
    text: str
    source: str = ""
    ref: tuple[str, int] | None = None
