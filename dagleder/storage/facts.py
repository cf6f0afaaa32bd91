"""What storage and the program itself have to know of a house, by name: outside history and undo."""

from dagleder.storage.connection import RawConnection


def read(connection: RawConnection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM house_fact WHERE key = ?", (name,)).fetchone()
    return row[0] if row else None


def keep(connection: RawConnection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO house_fact (key, value) VALUES (?, ?)", (name, value))


def add(connection: RawConnection, name: str, more: int) -> int:
    """Raise a fact that is a number (0 until it is there); gives what it is then."""
    row = connection.execute(
        "INSERT INTO house_fact (key, value) VALUES (?, CAST(? AS TEXT)) "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + ? RETURNING value",
        (name, more, more),
    ).fetchone()
    return int(row[0])
