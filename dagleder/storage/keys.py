"""From a secret to the 32-byte key of a house."""

import time
import unicodedata
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw

from dagleder.storage.header import Header, KeyCost, KeyKind
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import KEY_BYTES, Password, RecoveryKey, Secret

# Published on purpose: a house without a password is under a MAC, not under lock.
OPEN_KEY = b"Dagleder: et hus uden adgangskod"
_LANES = 4
_MEMORY_LOG2 = 16  # 64 MiB
_WANTED_SECONDS = 0.35  # of the 0.25–0.5 a leader may wait and a thief must
_TRIALS = 3
_MAX_ROUNDS = 255
_OPEN_COST = KeyCost(0, 0)


@dataclass(frozen=True, slots=True)
class Key:
    """A file's key and the header that is its salt."""

    raw: bytes = field(repr=False)
    header: Header

    @property
    def recovery(self) -> RecoveryKey | None:
        """What is printed for the safe; None for a house without a password."""
        return RecoveryKey.of(self.raw) if self.header.kind is KeyKind.PASSWORD else None


def fresh_key(password: Password | None) -> Key:
    """A key for a new file: of the password at a cost fit for this computer, or the published one."""
    if password is None:
        return Key(OPEN_KEY, Header.fresh(KeyKind.OPEN, _OPEN_COST))
    header = Header.fresh(KeyKind.PASSWORD, calibrated_cost())
    return Key(_password_key(password.text, header), header)


def key_of(secret: Secret | None, header: Header) -> Key:
    """The key `secret` gives under this header; whether it fits is seen on the pages.

    Raises WrongSecret where a secret is needed and missing, or there is none to be had.
    """
    if header.kind is KeyKind.OPEN:
        return Key(OPEN_KEY, header)
    if secret is None:
        raise WrongSecret
    return Key(secret.key() if isinstance(secret, RecoveryKey) else _password_key(secret.text, header), header)


def calibrated_cost() -> KeyCost:
    """A cost that takes 250–500 ms on this computer, with at least 64 MiB."""
    trial = Header.fresh(KeyKind.PASSWORD, KeyCost(_MEMORY_LOG2, 1))
    per_round = min(_seconds(trial) for _ in range(_TRIALS))  # the quickest: a busy moment must not make a weak key
    return KeyCost(_MEMORY_LOG2, max(1, min(_MAX_ROUNDS, round(_WANTED_SECONDS / per_round))))


def _seconds(header: Header) -> float:
    began = time.perf_counter()
    _password_key("", header)
    return time.perf_counter() - began


def _password_key(password: str, header: Header) -> bytes:
    # A Mac types å as two characters: passwords are compared as composed text.
    return hash_secret_raw(
        secret=unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"),
        salt=header.to_bytes(),
        time_cost=header.cost.rounds,
        memory_cost=1 << header.cost.memory_log2,
        parallelism=_LANES,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
