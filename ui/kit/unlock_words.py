"""The unlock page for opening a house: what stands round the field."""

from collections.abc import Sequence

from ui.kit.attempts import Attempts
from ui.kit.unlock import UnlockPage, Way, Words
from ui.theme.theme import Theme

FORGOTTEN = "Glemt koden? Kun nøglearket fra pengeskabet kan åbne filen. Vi kan ikke."
WAYS = (Way("file", "Åbn fil…"), Way("copy", "Hent en kopi…"))


def unlock_page(theme: Theme, name: str, told: Sequence[str], attempts: Attempts) -> UnlockPage:
    """`told` is what may be said of the file before it is open; empty parts are left out."""
    return UnlockPage(theme, Words(name, " · ".join(part for part in told if part), FORGOTTEN, WAYS), attempts)
