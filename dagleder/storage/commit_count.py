"""Counts the commits of a house in the house itself.

The lock file beside it has the count of the last one known to be safe. If a program is killed and the log
it left is damaged, SQLite takes the damaged place for the log's end and silently forgets what was
saved after it: then the house counts less than the lock file does.
"""

from dagleder.storage import facts
from dagleder.storage.connection import RawConnection

_COMMITS = "commits"


def count_commit(connection: RawConnection) -> int:
    """Count the commit under way; gives its number."""
    return facts.add(connection, _COMMITS, 1)


def commits(connection: RawConnection) -> int:
    return int(facts.read(connection, _COMMITS) or 0)
