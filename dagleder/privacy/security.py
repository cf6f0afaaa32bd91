"""Password, nøgleark, second place for copies and the kommune's leave: what the guide and the settings ask about."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug, UserProblem
from dagleder.exchange.paper import Document
from dagleder.privacy.key_sheet import key_sheet
from dagleder.settings.service import SettingsService
from dagleder.storage.backup_rewrite import RewriteReceipt
from dagleder.storage.database import Database
from dagleder.storage.password import set_password
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import SHORTEST_PASSWORD, Password, RecoveryKey

SHORTEST: Final = SHORTEST_PASSWORD  # for the pages, which do not know storage

UNPROTECTED: Final = "Uden adgangskode kan enhver, der får fat i computeren eller en kopi, læse alt om personalet."
FORGOTTEN: Final = "Uden koden kan ingen åbne filen, heller ikke os. Udskriv nøglearket og læg det i pengeskabet."
SHEET_VOID: Final = "Det gamle nøgleark gælder ikke mere. Skriv et nyt ud, og riv det gamle over."
SECOND_PLACE: Final = (
    "Vælg gerne et sted mere til kopierne, fx et drev på kommunens netværk. "
    "Går computeren i stykker, er kopierne på den væk sammen med den."
)


def checked_password(text: str, repeated: str) -> Password:
    """The password as it will be used. UserProblem when it is too short, or not the same the second time."""
    password = Password(text)
    password.check_new()
    if text != repeated:
        raise UserProblem("De to adgangskoder er ikke ens. Skriv den samme to gange.", field="repeated")
    return password


# Kept beside the house's rows, under the name of the key: what has happened to a sheet of paper is nothing to be
# undone, and after a change of the password it was another sheet.
_PRINTED, _TRIED = "key-sheet-printed", "key-sheet-tried"


class SecurityService:
    """Setting a password takes a second or two: background work."""

    def __init__(self, database: Database, clock: Clock, settings: SettingsService) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    @property
    def protected(self) -> bool:
        """Whether a password is needed to open the house."""
        return self._database.has_password

    def set_password(self, text: str, repeated: str) -> RewriteReceipt:
        """The house and its own copies under a new password; the sheet printed before is void."""
        return set_password(self._database, checked_password(text, repeated))

    def remove_password(self) -> RewriteReceipt:
        """From now on anybody who has the file can read it."""
        return set_password(self._database, None)

    def key_sheet(self) -> Document:
        """The nøgleark of a house with a password."""
        groups = self._own_key().text.split("-")
        return key_sheet(self._settings.house().name, groups, self._clock.today(), self._database.path.name)

    def note_sheet_printed(self) -> None:
        self._note(_PRINTED)

    def try_sheet(self, text: str) -> None:
        """Whether what was copied from the sheet opens this house: UserProblem when it does not."""
        if RecoveryKey(text).key() != self._own_key().key():
            raise WrongSecret
        self._note(_TRIED)

    @property
    def sheet_printed_on(self) -> date | None:
        """When the sheet that holds now was printed."""
        return self._noted(_PRINTED)

    @property
    def sheet_tried_on(self) -> date | None:
        """When the sheet that holds now was last tried, and passed."""
        return self._noted(_TRIED)

    def _note(self, what: str) -> None:
        self._database.remember(what, f"{self._database.key_name} {self._clock.today().isoformat()}")

    def _noted(self, what: str) -> date | None:
        key_name, _, day = (self._database.remembered(what) or "").partition(" ")
        return date.fromisoformat(day) if key_name == self._database.key_name else None

    def _own_key(self) -> RecoveryKey:
        key = self._database.recovery_key
        if key is None:
            raise Bug("A house without a password has no recovery key")
        return key

    def choose_second_place(self, folder: str) -> None:
        """Where a further copy is put each time; '' for none. A network drive is welcome here."""
        if folder and not Path(folder).is_dir():
            raise UserProblem(f"Mappen {folder} findes ikke, eller drevet er ikke tilsluttet.", field="backup_place")
        self._settings.save_house(replace(self._settings.house(), backup_place=folder))

    def note_permission(self, day: date | None) -> None:
        """The day the kommune said yes to keeping staff data here; None takes the note away."""
        if day is not None and day > self._clock.today():
            raise UserProblem("Datoen ligger ude i fremtiden.", field="data_permission_on")
        self._settings.save_house(replace(self._settings.house(), data_permission_on=day))
