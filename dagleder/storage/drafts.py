"""Text in the making, kept in the house (encrypted like everything else) but outside history and undo."""

from dagleder.storage.connection import RawConnection


def keep(connection: RawConnection, place: str, text: str) -> None:
    connection.execute("INSERT OR REPLACE INTO draft (place, text) VALUES (?, ?)", (place, text))


def kept(connection: RawConnection) -> dict[str, str]:
    rows = connection.execute("SELECT place, text FROM draft ORDER BY place")
    return dict(rows.fetchall())


def drop(connection: RawConnection, place: str) -> None:
    connection.execute("DELETE FROM draft WHERE place = ?", (place,))
