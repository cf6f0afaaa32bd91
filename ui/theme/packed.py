"""Qt's resource format (rcc, version 1), written in memory.

A style sheet can only name images by address. Tinted icons are made while the program runs, and this
gives them an address (':/…') without a file on the disk.
"""

import struct
from collections.abc import Mapping

_ROOT_ENTRY = 1  # the first child of the root stands right after it
_DIRECTORY = 2


def packed_resource(files: Mapping[str, bytes]) -> bytes:
    """The files (name → content) as one folder, ready for `QResource.registerResourceData`.

    Whoever registers the bytes must keep them: Qt does not copy.
    """
    ordered = sorted(files, key=_hash)
    names, offsets = b"", {}
    for name in ordered:
        offsets[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    contents = b""
    tree = struct.pack(">IHII", 0, _DIRECTORY, len(ordered), _ROOT_ENTRY)
    for name in ordered:
        tree += struct.pack(">IHHHI", offsets[name], 0, 0, 1, len(contents))
        contents += struct.pack(">I", len(files[name])) + files[name]
    start = len(b"qres") + 4 * 4
    header = b"qres" + struct.pack(">IIII", 1, start, start + len(tree), start + len(tree) + len(contents))
    return header + tree + contents + names


def _hash(name: str) -> int:
    """Qt's own hash of a name (qt_hash); entries are looked up by it, in rising order."""
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
