"""Looks for damage in the log (WAL) a killed program left, before SQLite reads it.

SQLite takes the first frame whose checksum fails for the end of the log, which is right for a write that
was cut off, and silently forgets what was saved after it when it is damage. The difference: after
damage whole commits follow.
"""

import struct
from pathlib import Path

from dagleder.storage.copying import log_path
from dagleder.storage.keys import Key
from dagleder.storage.pages import PAGE_BYTES, PageCheck

_HEADER = struct.Struct(">8I")  # magic, version, page size, sequence, two salts, two checksums
_FRAME = struct.Struct(">6I")  # page, pages after a commit (else 0), two salts, two checksums
_MAGIC = 0x377F0682  # + 1 when the checksums are big-endian
_HALF = 0xFFFFFFFF

_Sums = tuple[int, int]


def lost_commits(house: Path, key: Key) -> int:
    """How many commits in the log stand behind a damaged place, and will not be read; 0 as a rule."""
    try:
        log = log_path(house).read_bytes()
    except FileNotFoundError:
        return 0
    if len(log) < _HEADER.size + _FRAME.size:
        return 0
    magic, _, _, _, salt1, salt2, sum1, sum2 = _HEADER.unpack_from(log)
    endian = ">" if magic & 1 else "<"
    sums = _checksum(endian, (0, 0), log[: _HEADER.size - 8])
    sound = magic | 1 == _MAGIC | 1 and sums == (sum1, sum2)
    end = _end_of_chain(log, endian, sums, (salt1, salt2)) if sound else _HEADER.size
    salts = (salt1, salt2) if sound else _commonest_salts(log)
    return sum(_is_commit(log, at, salts, key) for at in _frames(log) if at > end or (not sound and at == end))


def pages_in_log(house: Path) -> frozenset[int]:
    """The pages the log has a newer state of; what stands in the file itself may be half written."""
    try:
        log = log_path(house).read_bytes()
    except FileNotFoundError:
        return frozenset()
    return frozenset(_FRAME.unpack_from(log, at)[0] for at in _frames(log))


def _frames(log: bytes) -> range:
    step = _FRAME.size + PAGE_BYTES
    return range(_HEADER.size, len(log) - step + 1, step)


def _end_of_chain(log: bytes, endian: str, sums: _Sums, salts: tuple[int, int]) -> int:
    """Where the first frame stands that SQLite will not read."""
    for at in _frames(log):
        _, _, salt1, salt2, sum1, sum2 = _FRAME.unpack_from(log, at)
        page = at + _FRAME.size
        sums = _checksum(endian, _checksum(endian, sums, log[at : at + 8]), log[page : page + PAGE_BYTES])
        if (salt1, salt2) != salts or sums != (sum1, sum2):
            return at
    return len(log)


def _is_commit(log: bytes, at: int, salts: tuple[int, int], key: Key) -> bool:
    number, pages, salt1, salt2, _, _ = _FRAME.unpack_from(log, at)
    page = log[at + _FRAME.size : at + _FRAME.size + PAGE_BYTES]
    return bool(pages) and (salt1, salt2) == salts and PageCheck(key).fits(number, page)


def _commonest_salts(log: bytes) -> tuple[int, int]:
    salts = [_FRAME.unpack_from(log, at)[2:4] for at in _frames(log)]
    return max(salts, key=salts.count)


def _checksum(endian: str, sums: _Sums, data: bytes) -> _Sums:
    """SQLite's own running sum (https://sqlite.org/fileformat2.html#checksum_algorithm)."""
    first, second = sums
    words = iter(struct.unpack(f"{endian}{len(data) // 4}I", data))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & _HALF
        second = (second + odd + first) & _HALF
    return first, second
