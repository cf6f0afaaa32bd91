"""What the leader knows or keeps in her safe: a password, or the printed recovery key."""

import hashlib
from dataclasses import dataclass, field

from dagleder.base.errors import UserProblem

KEY_BYTES = 32
SHORTEST_PASSWORD = 12
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, which look like digits on paper
_KEY_LETTERS = 56  # 24^56 > 2^256
_CHECK_LETTERS = 4
_GROUP = 5
_MISTYPED = "Nøglen passer ikke med sig selv: et bogstav er læst eller skrevet forkert. Se efter på nøglearket."


@dataclass(frozen=True, slots=True)
class Password:
    """A password as typed; never shown, also not in a traceback."""

    text: str = field(repr=False)

    def check_new(self) -> None:
        """Raises UserProblem where no house should be put under it. One that opens a house may be of any length."""
        if len(self.text) < SHORTEST_PASSWORD:
            raise UserProblem(
                f"Adgangskoden skal være på mindst {SHORTEST_PASSWORD} tegn. Tre eller fire ord er lettest at huske.",
                field="password",
            )


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The recovery key as it stands on the printed sheet; blanks, dashes and case do not matter."""

    text: str = field(repr=False)

    @classmethod
    def of(cls, key: bytes) -> "RecoveryKey":
        """The 32-byte key as twelve groups of five letters, the last four letters being a check."""
        letters = _letters(int.from_bytes(key, "big"), _KEY_LETTERS) + _check(key)
        return cls("-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP)))

    def key(self) -> bytes:
        """The 32 bytes; raises UserProblem when a letter is wrong."""
        letters = "".join(c for c in self.text.upper() if not c.isspace() and c not in "-–.")
        if len(letters) != _KEY_LETTERS + _CHECK_LETTERS or not set(letters) <= set(_LETTERS):
            raise UserProblem(_MISTYPED, field="recovery_key")
        number = 0
        for letter in letters[:_KEY_LETTERS]:
            number = number * len(_LETTERS) + _LETTERS.index(letter)
        if number >= 1 << (8 * KEY_BYTES):
            raise UserProblem(_MISTYPED, field="recovery_key")
        key = number.to_bytes(KEY_BYTES, "big")
        if _check(key) != letters[_KEY_LETTERS:]:
            raise UserProblem(_MISTYPED, field="recovery_key")
        return key


Secret = Password | RecoveryKey


def _letters(number: int, count: int) -> str:
    letters = ""
    for _ in range(count):
        number, rest = divmod(number, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _check(key: bytes) -> str:
    return _letters(int.from_bytes(hashlib.sha256(key).digest()[:8], "big"), _CHECK_LETTERS)
