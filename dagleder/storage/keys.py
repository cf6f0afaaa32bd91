"""From a secret to the 32-byte key of a house."""

import time
import unicodedata

from argon2.low_level import Type, hash_secret_raw

from dagleder.storage.header import Header, KeyCost, KeyKind

KEY_BYTES = 32
# Published on purpose: a house without a password is under MAC, not under lock.
OPEN_KEY = b"Dagleder: et hus uden adgangskod"
_LANES = 4
_MEMORY_LOG2 = 16  # 64 MiB
_WANTED_SECONDS = 0.35  # of the 0.25–0.5 a leader may wait and a thief must
_MAX_ROUNDS = 255
OPEN_COST = KeyCost(0, 0)


def password_key(password: str, header: Header) -> bytes:
    """The key of `password` under this header. Passwords are compared as composed text (NFC)."""
    return hash_secret_raw(
        secret=unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"),
        salt=header.to_bytes(),
        time_cost=header.cost.rounds,
        memory_cost=1 << header.cost.memory_log2,
        parallelism=_LANES,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def calibrated_cost() -> KeyCost:
    """A cost that takes 250–500 ms on this computer, with at least 64 MiB."""
    trial = Header.fresh(KeyKind.PASSWORD, KeyCost(_MEMORY_LOG2, 2))
    began = time.perf_counter()
    password_key("", trial)
    per_round = (time.perf_counter() - began) / trial.cost.rounds
    return KeyCost(_MEMORY_LOG2, max(1, min(_MAX_ROUNDS, round(_WANTED_SECONDS / per_round))))
