"""Counts the commits of a house in the house itself.

The lock file beside it has the count of the last one known to be safe. If a program is killed and the log
it left is damaged, SQLite takes the damaged place for the log's end and silently forgets what was
saved after it: then the house counts less than the lock file does.
"""

from dagleder.storage.connection import RawConnection

_KEY = "commits"


def count_commit(connection: RawConnection) -> int:
    """Count the commit under way; gives its number."""
    row = connection.execute(
        "INSERT INTO house_fact (key, value) VALUES (?, '1') "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1 RETURNING value",
        (_KEY,),
    ).fetchone()
    return int(row[0])


def commits(connection: RawConnection) -> int:
    row = connection.execute("SELECT value FROM house_fact WHERE key = ?", (_KEY,)).fetchone()
    return int(row[0]) if row else 0
