"""The pages of a house read without the database engine: a wrong key touches nothing, and damage is found first.

SQLCipher 4: pages of 4,096 bytes; the last 80 are 16 of random start and 64 of HMAC-SHA512 over the rest
of the page and its number, under a key made from the file's key and salt.

Every page is checked when a house is opened, because SQLCipher itself reads a damaged page of a long text as
nothing but zeros, without an error (seen in 4.19).
"""

import hashlib
import hmac
import struct
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from dagleder.storage.header import HEADER_BYTES
from dagleder.storage.keys import Key

PAGE_BYTES = 4096
_MAC_BYTES = 64
_SALT_MASK = 0x3A
_MAC_ROUNDS = 2


class PageCheck:
    """Tells whether a page was written under a key."""

    def __init__(self, key: Key) -> None:
        salt = bytes(byte ^ _SALT_MASK for byte in key.header.to_bytes())
        self._key = hashlib.pbkdf2_hmac("sha512", key.raw, salt, _MAC_ROUNDS, len(key.raw))

    def fits(self, number: int, page: bytes) -> bool:
        """Whether `page` is what was written as page `number` (the first is 1)."""
        start = HEADER_BYTES if number == 1 else 0
        mac = hmac.digest(self._key, page[start:-_MAC_BYTES] + struct.pack("<I", number), "sha512")
        return len(page) == PAGE_BYTES and hmac.compare_digest(mac, page[-_MAC_BYTES:])


@dataclass(frozen=True, slots=True)
class Examined:
    """Whether the key is the file's (one damaged page does not make it wrong), and the pages that are damaged."""

    fits: bool
    damaged: tuple[int, ...]


def examine(path: Path, key: Key, in_log: Container[int]) -> Examined:
    """Look at every page of the file except those that will be read from its log instead."""
    check = PageCheck(key)
    fits, damaged, number = False, [], 0
    with path.open("rb") as file:
        while page := file.read(PAGE_BYTES):
            number += 1
            if check.fits(number, page):
                fits = True
            elif number not in in_log:
                damaged.append(number)
    return Examined(fits, tuple(damaged))
