"""The pages of a house read without the database engine, so that a wrong key touches nothing.

SQLCipher 4: pages of 4,096 bytes; the last 80 are 16 of random start and 64 of HMAC-SHA512 over the rest
of the page and its number, under a key made from the file's key and salt.
"""

import hashlib
import hmac
import struct
from collections.abc import Iterator
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


def damaged_pages(path: Path, key: Key) -> Iterator[int]:
    """The pages of the file that do not fit the key, as they are found."""
    check = PageCheck(key)
    with path.open("rb") as file:
        number = 0
        while page := file.read(PAGE_BYTES):
            number += 1
            if not check.fits(number, page):
                yield number


def key_fits(path: Path, key: Key) -> bool:
    """Was any page written under this key? One damaged page does not make a right password wrong."""
    check = PageCheck(key)
    with path.open("rb") as file:
        pages = iter(lambda: file.read(PAGE_BYTES), b"")
        return any(check.fits(number, page) for number, page in enumerate(pages, 1))
