"""Who has a task although the criteria refuse it: told beside it, as the leader may know better. Pure."""

from collections.abc import Iterator

from dagleder.presence.facts import Person
from dagleder.tasks.asking import Ask
from dagleder.tasks.explaining import Explainer
from dagleder.tasks.known import Known


def misfits(ask: Ask, known: Known, owners: frozenset[int]) -> Iterator[str]:
    """A sentence for each thing: 'Otto er på 1 i “TRAS”, og opgaven kræver 3.' The leader herself may have any."""
    explainer = Explainer(ask, known)
    for person in known.people:
        if person.id in owners and person.id != known.read.leader_id:
            yield from _of(person, ask, explainer)


def _of(person: Person, ask: Ask, explainer: Explainer) -> Iterator[str]:
    if not ask.allows(person.role):
        reason = explainer.role_reason(person)
        yield f"{person.called} {_inside(reason)}" if person.role else f"{person.called}: {reason}"
    elif explainer.never_there(person):
        yield f"{person.called} {_inside(explainer.away_reason(person))}"
    for why in explainer.lacking(person.id):
        yield f"{person.called} {why}."


def _inside(reason: str) -> str:
    """A reason after a name."""
    return reason[:1].lower() + reason[1:]
