"""What every table row has in common."""

from typing import Any, ClassVar, Final

from sqlmodel import Field, SQLModel

# For `__table_args__` of a table whose rows others are given copies of: see dagleder.storage.revisions.
COUNTED: Final = {"sqlite_autoincrement": True, "info": {"counted": True}}
# For `sa_column_kwargs` of a column that names the (counted) row this one is part of.
PART: Final = {"info": {"part": True}}


class Row(SQLModel):
    """A row with an id that is never reused, so that history and undo stay unambiguous."""

    model_config = {"defer_build": True}  # a table does not validate: the start makes no validators
    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
