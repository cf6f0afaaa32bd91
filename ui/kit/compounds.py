"""Where a Danish word is put together: there it may be broken in a narrow place."""

from collections.abc import Sequence

SOFT = "\u00ad"  # a hyphen that shows only where the word is broken


def breakable(name: str, parts: Sequence[str]) -> str:
    """The name with soft hyphens before each of the `parts`: 'Personale-møde'."""
    for part in parts:
        name = name.replace(part, f"{SOFT}{part}")
    return name.replace(f" {SOFT}", " ").removeprefix(SOFT)
