"""Text in the making, kept in the house (encrypted like everything else) but outside history and undo."""

from sqlalchemy import Connection


def keep(connection: Connection, place: str, text: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO draft (place, text) VALUES (?, ?)", (place, text))


def kept(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT place, text FROM draft ORDER BY place")
    return dict(rows.tuples())


def drop(connection: Connection, place: str) -> None:
    connection.exec_driver_sql("DELETE FROM draft WHERE place = ?", (place,))
