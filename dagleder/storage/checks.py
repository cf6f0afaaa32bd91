"""Whether a house is whole: its pages, its structure, and that nothing refers to what is not there."""

from dagleder.base.findings import Finding, Level
from dagleder.base.text import plural
from dagleder.storage.connection import RawConnection
from dagleder.storage.schema import FEATURE_TABLE_NAMES

_RESTORE = "Gendan fra den nyeste kopi."
_OK = [("ok",)]


def check(connection: RawConnection) -> list[Finding]:
    """Everything that is wrong with the file, gravest first; an empty list is a whole house."""
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if pages:
        text = f"{plural(len(pages), 'sted', 'steder')} i filen er beskadiget. {_RESTORE}"
        return [Finding(Level.MUST, "Filen", text)]  # nothing read from it can be trusted
    return structure_findings(connection) + _stray_history(connection)


def structure_findings(connection: RawConnection) -> list[Finding]:
    """What is wrong with how the rows hang together, each page by itself being sound."""
    if connection.execute("PRAGMA integrity_check").fetchall() != _OK:
        return [Finding(Level.MUST, "Filen", f"Filens opbygning er beskadiget. {_RESTORE}")]
    return _orphans(connection)


def _orphans(connection: RawConnection) -> list[Finding]:
    rows = connection.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"').fetchall()
    return [
        Finding(
            Level.MUST, table, f"{plural(count, 'række', 'rækker')} henviser til noget, der ikke findes. {_RESTORE}"
        )
        for table, count in rows
    ]


def _stray_history(connection: RawConnection) -> list[Finding]:
    tables = {name for (name,) in connection.execute("SELECT DISTINCT table_name FROM history_row")}
    return [
        Finding(Level.SHOULD, table, "Historikken fortæller om noget, denne udgave af Dagleder ikke kender.")
        for table in sorted(tables - FEATURE_TABLE_NAMES)
    ]
