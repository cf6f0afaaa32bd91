"""What hangs on a stue or a tidsrum. Each feature above tells its own part: settings know none of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlmodel import Session

from dagleder.base.text import and_list, plural


@dataclass(frozen=True, slots=True)
class Use:
    """So many of something ('12 møder'); of people their names too, as they have no stue when it is closed.

    What `ends` with the stue is no longer reckoned with; all else stays for the leader to move or cancel.
    """

    count: int
    one: str
    many: str
    people: tuple[str, ...] = ()
    ends: bool = False


class Uses(Protocol):
    """A feature whose rows refer to stuer or tidsrum. Asked inside the transaction that changes them."""

    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:
        """What is tied to the stue on or after `since`; everything ever, without a day."""

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]: ...


def uses_text(uses: Iterable[Use]) -> str:
    """'5 medarbejdere, 12 møder og 1 lån'; '' where there is nothing."""
    return and_list([plural(use.count, use.one, use.many) for use in uses if use.count])
