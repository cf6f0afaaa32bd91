"""Notes which tables are read, whoever reads them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from dagleder.storage.schema import FEATURE_TABLE_NAMES

_NAMED = re.compile(r"\b(\w+)\.|\b(?:FROM|JOIN)\s+(\w+)")  # every column is told with its table


@contextmanager
def tables_read() -> Iterator[set[str]]:
    """The tables of the house that are read inside; also by other threads."""
    seen: set[str] = set()

    def listener(_connection, _cursor, statement, *_):
        seen.update(_tables(statement))

    event.listen(Engine, "before_cursor_execute", listener)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", listener)


def _tables(statement: str) -> frozenset[str]:
    return FEATURE_TABLE_NAMES.intersection(name for found in _NAMED.findall(statement) for name in found)
