"""Every table of a house, so that metadata is complete whoever imports it first."""

from sqlmodel import SQLModel

from dagleder.models import competence, meetings, presence, settings, staff, tasks

__all__ = ["FEATURE_TABLES", "competence", "meetings", "presence", "settings", "staff", "tasks"]

# Parents before children: the order in which a whole house can be written.
FEATURE_TABLES = tuple(SQLModel.metadata.sorted_tables)
