"""Which pages stand in the log (WAL) beside a house."""

import struct
from pathlib import Path

from dagleder.storage.copying import log_path
from dagleder.storage.pages import PAGE_BYTES

# https://sqlite.org/fileformat2.html#the_write_ahead_log
_HEADER_BYTES = 32
_FRAME = struct.Struct(">6I")  # page number, pages after a commit, two salts, two checksums


def pages_in_log(house: Path) -> frozenset[int]:
    """The pages the log has a newer state of; what stands in the file itself may be half written."""
    try:
        log = log_path(house).read_bytes()
    except FileNotFoundError:
        return frozenset()
    frames = range(_HEADER_BYTES, len(log) - _FRAME.size + 1, _FRAME.size + PAGE_BYTES)
    return frozenset(_FRAME.unpack_from(log, at)[0] for at in frames)
