"""A choice that is not made yet, as it is kept beside the reason until the task is given. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate
from dagleder.tasks.suggestion import Direction
from ui.tasks.choice import Choice


@dataclass(frozen=True)
class ChoiceDraft:
    """`told` is what the reason began with of each of them."""

    choice: Choice
    mandate: Mandate | None
    weights: Weights
    told: Mapping[int, str]

    def text(self) -> str:
        choice = {
            "first": self.choice.first,
            "others": self.choice.others,
            "learners": sorted(self.choice.learners),
            "direction": self.choice.direction,
            "partner": self.choice.partner,
        }
        told = [*self.told.items()]
        kept = {"choice": choice, "mandate": self.mandate, "weights": asdict(self.weights), "told": told}
        return json.dumps(kept, ensure_ascii=False)


def choice_draft(text: str) -> ChoiceDraft | None:
    """What `ChoiceDraft.text` gave; None where nothing was kept."""
    if not text:
        return None
    kept = json.loads(text)
    chosen = kept["choice"]
    return ChoiceDraft(
        Choice(
            chosen["first"],
            tuple(chosen["others"]),
            frozenset(chosen["learners"]),
            Direction(chosen["direction"]) if chosen["direction"] else None,
            chosen["partner"],
        ),
        Mandate(kept["mandate"]) if kept["mandate"] else None,
        Weights(**kept["weights"]),
        dict(kept["told"]),
    )
