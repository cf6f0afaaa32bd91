"""The first 16 bytes of a house: everything needed to open it, used as SQLCipher's salt.

Byte 0 is the format's version, 1 the kind of key, 2 argon2's memory (log2 of KiB), 3 its rounds,
4–13 are random and 14–15 are a check, because these bytes are not under a page's MAC.
"""

import binascii
import os
from dataclasses import dataclass
from enum import IntEnum

HEADER_BYTES = 16
FORMAT_VERSION = 1
_RANDOM_BYTES = 10


class KeyKind(IntEnum):
    """Where the key comes from."""

    OPEN = 0  # the published key: finds damage, keeps no secret
    PASSWORD = 1  # argon2id of a password


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one guess at the password costs: memory as log2 of KiB, and rounds."""

    memory_log2: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Header:
    """How to get from a secret to the key of one file."""

    kind: KeyKind
    cost: KeyCost
    random: bytes

    @classmethod
    def fresh(cls, kind: KeyKind, cost: KeyCost) -> "Header":
        return cls(kind, cost, os.urandom(_RANDOM_BYTES))

    def to_bytes(self) -> bytes:
        body = bytes([FORMAT_VERSION, self.kind, self.cost.memory_log2, self.cost.rounds]) + self.random
        return body + _check(body)

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Header | None":
        """The header, or None when the bytes are not one (or have been damaged)."""
        if len(raw) != HEADER_BYTES or _check(raw[:-2]) != raw[-2:]:
            return None
        if raw[0] != FORMAT_VERSION or raw[1] not in tuple(KeyKind):
            return None
        return cls(KeyKind(raw[1]), KeyCost(raw[2], raw[3]), raw[4 : 4 + _RANDOM_BYTES])


def of_a_newer_program(raw: bytes) -> bool:
    """Whether these are the first bytes of a house in a format this program does not know yet."""
    return len(raw) == HEADER_BYTES and _check(raw[:-2]) == raw[-2:] and raw[0] > FORMAT_VERSION


def _check(body: bytes) -> bytes:
    # A CRC finds every single flipped bit, also one in itself.
    return binascii.crc_hqx(body, 0xFFFF).to_bytes(2, "big")
