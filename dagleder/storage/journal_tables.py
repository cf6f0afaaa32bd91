"""The tables storage keeps for itself: history, numbers of rows, drafts and facts about the file.

They are no part of the house as undo and 'identical' see it.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, text

STORAGE_METADATA = MetaData()

history_step = Table(
    "history_step",
    STORAGE_METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("name", String, nullable=False),
    Column("state", String, nullable=False),  # done | undone | dropped: see dagleder.storage.journal
    # Each writing asks for undone steps, and as a rule there are none among thousands.
    Index("ix_history_step_undone", "state", sqlite_where=text("state = 'undone'")),
    sqlite_autoincrement=True,
)

history_row = Table(
    "history_row",
    STORAGE_METADATA,
    Column("id", Integer, primary_key=True),
    Column("step_id", Integer, ForeignKey("history_step.id"), nullable=False),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", String),  # JSON of the stored row; NULL = there was none
    Column("after", String),
    Index("ix_history_row_step_id", "step_id"),
    Index("ix_history_row_subject", "table_name", "row_id", "step_id"),
    sqlite_autoincrement=True,
)

draft = Table(
    "draft",
    STORAGE_METADATA,
    Column("place", String, primary_key=True),
    Column("text", String, nullable=False),
)

row_revision = Table(
    "row_revision",
    STORAGE_METADATA,
    Column("table_name", String, primary_key=True),
    Column("row_id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),  # see dagleder.storage.revisions
)

house_fact = Table(
    "house_fact",
    STORAGE_METADATA,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
