"""What every table row has in common."""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """A row with an id that is never reused, so that history and undo stay unambiguous."""

    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
