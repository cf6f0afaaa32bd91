"""Stuer inside a transaction: found or made by name, and what hangs on them before they are closed or deleted."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import and_list, fold, plural
from dagleder.models.settings import Site, StaffingNeed, Team
from dagleder.models.stored import add, id_of
from dagleder.settings.places import TeamDraft, icon_for
from dagleder.settings.uses import Use, uses_text


def ensure_team(session: Session, name: str) -> int:
    """The id of the stue called `name`, which is made when there is none ('MARIEHØNEN' is Mariehønen).

    For use inside another feature's transaction. A stue that was closed is opened again.
    """
    found = team_named(session, name)
    if found is None:
        return add_team(session, TeamDraft(name))
    if found.closed_on is not None:
        found.closed_on = None
        session.add(found)
    return id_of(found)


def team_named(session: Session, name: str) -> Team | None:
    """The stue of that name, an open one before a closed one; compared folded."""
    folded = fold(name)
    same = [team for team in session.exec(select(Team)).all() if fold(team.name) == folded]
    return min(same, key=lambda team: (team.closed_on is not None, team.position), default=None)


def add_team(session: Session, draft: TeamDraft) -> int:
    """A new stue, last in order; on the first matrikel when none is given."""
    site_id = draft.site_id or id_of(
        session.exec(select(Site).order_by(col(Site.position), col(Site.id)).limit(1)).one()
    )
    position = max(session.exec(select(Team.position)).all(), default=-1) + 1
    name = plain_line(draft.name)
    team = Team(name=name, site_id=site_id, icon=draft.icon or icon_for(name), position=position)
    return add(session, team)


def change_team(session: Session, team: Team, draft: TeamDraft) -> None:
    """Name, matrikel and icon; what the draft leaves open stays as it is."""
    refuse_same_name(session, draft.name, but=team.id)
    team.name = plain_line(draft.name)
    team.site_id = draft.site_id or team.site_id
    team.icon = draft.icon or team.icon
    session.add(team)


def refuse_same_name(session: Session, name: str, but: int | None = None) -> None:
    """Raises UserProblem where another stue is called the same."""
    same = team_named(session, name)
    if same is not None and same.id != but:
        if same.closed_on is not None:
            raise UserProblem(
                f"{same.name} er en stue, der er lukket. Åbn den igen, eller vælg et andet navn.", field="name"
            )
        raise UserProblem(f"Der er allerede en stue, der hedder {same.name}.", field="name")


def delete_team(session: Session, team: Team, uses: Sequence[Use]) -> None:
    """Takes its minimum staffing with it. Refused as soon as anything else hangs on it, also in the past."""
    if used_by := uses_text(uses):
        raise UserProblem(f"{team.name} bruges af {used_by} og kan ikke slettes. Luk den i stedet fra en dato.")
    for need in session.exec(select(StaffingNeed).where(StaffingNeed.team_id == team.id)).all():
        session.delete(need)
    session.delete(team)


def closing_text(name: str, day: date, uses: Sequence[Use]) -> str:
    """What closing the stue means, to be read before it is done."""
    from_day = f"Fra {day_text(day, year=True)}"
    if not uses_text(uses):
        return f"{from_day} er {name} ikke med mere. Ingen er knyttet til den."
    said = [f"{from_day} er {name} ikke med mere."]
    for use in uses:
        if use.people:
            people = plural(use.count, use.one, use.many)
            said.append(f"{people} står derefter uden stue: {and_list(use.people)}.")
    if over := uses_text(use for use in uses if use.ends):
        said.append(f"{over} tæller ikke med derefter.")
    if rest := uses_text(use for use in uses if not use.people and not use.ends):
        said.append(f"{rest} efter den dag bliver stående, så du selv kan flytte eller aflyse.")
    return " ".join(said)
