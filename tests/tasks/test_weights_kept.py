"""The weights a task was given by stay with its kind, in the step that gives it."""

from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.kinds import Weights


def test_the_weights_are_the_kinds_from_then_on_and_go_back_with_the_choice(delegation, asked, helle, tasks, services):
    delegation.delegate(DelegationDraft(asked, (helle,), weights=Weights(readiness=3)))
    assert tasks.task(asked).kind.weights == Weights(readiness=3)
    services.database.undo()
    assert tasks.task(asked).kind.weights == Weights()
    delegation.delegate(DelegationDraft(asked, (helle,)))
    assert tasks.task(asked).kind.weights == Weights()
