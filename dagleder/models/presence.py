"""What changes who is where: absence, loans to another stue, substitutes."""

from datetime import date

from sqlmodel import Field

from dagleder.models.row import Row


class Absence(Row, table=True):
    """Planned absence. Sickness has no kind: unplanned absence is 'X' (andet), without a reason.

    With clock times it takes the same part of each of its days.
    """

    employee_id: int = Field(foreign_key="employee.id", index=True)
    first: date = Field(index=True)
    last: date = Field(index=True)
    kind: str  # F, 6, O, S, A, K, B, X: see dagleder.presence.kinds
    start_minute: int | None = None
    end_minute: int | None = None


class Loan(Row, table=True):
    """Somebody lent to another stue, for days and (when given) one band."""

    employee_id: int = Field(foreign_key="employee.id", index=True)
    team_id: int = Field(foreign_key="team.id")
    first: date
    last: date
    band_id: int | None = Field(default=None, foreign_key="band.id")


class Substitute(Row, table=True):
    """A vikar put in on a stue: one of the register, a name, or nobody named yet."""

    employee_id: int | None = Field(default=None, foreign_key="employee.id", index=True)
    name: str = ""
    team_id: int = Field(foreign_key="team.id")
    first: date
    last: date
    band_id: int | None = Field(default=None, foreign_key="band.id")
    pedagogue: bool = False  # counts as pædagog (ignored for one of the register)
