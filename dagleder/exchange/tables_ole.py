"""Looks through an old .xls before the reader does: passwords, and sheets that would not fit in memory.

An .xls is a small file system (OLE2) with one stream of records (BIFF). The reader lays each sheet out as
a full rectangle and believes what the records say, so their extents are measured here first. Layout:
[MS-CFB] and [MS-XLS], Microsoft's published specifications.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from dagleder.exchange.tables_limits import MAX_AREA, MAX_SHEETS, damaged, foreign, protected, too_many_rows

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_END_OF_CHAIN = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_ENCRYPTED_PACKAGE = "EncryptedPackage"
_WORKBOOKS = ("Workbook", "Book")

_EOF, _FILEPASS, _BOUNDSHEET, _SHARED_STRINGS = 0x0A, 0x2F, 0x85, 0xFC
_CELL_RECORDS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD, 0x0001, 0x0201))
_MULTIPLE = frozenset((0x00BD, 0x00BE))  # cells beside each other; the last column stands at the end


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class _OleFile:
    """The streams of an OLE2 file. Raises struct.error or IndexError where the file contradicts itself."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._sector = 1 << _u16(content, 30)
        self._mini_sector = 1 << _u16(content, 32)
        if self._sector not in (512, 4096) or self._mini_sector != 64:  # noqa: PLR2004 -- the two versions there are
            raise damaged()
        self._mini_limit = _u32(content, 56)
        self._fat = self._numbers(b"".join(map(self._sector_bytes, self._fat_sectors())))
        self.entries = tuple(self._directory())
        self._mini_fat = self._numbers(self._chain(_u32(content, 60)))

    def stream(self, entry: _Entry) -> bytes:
        if entry.size >= self._mini_limit:
            return self._chain(entry.start)[: entry.size]
        root = next(e for e in self.entries if e.kind == _ROOT)
        small = self._chain(root.start)
        pieces = (
            small[n * self._mini_sector : (n + 1) * self._mini_sector] for n in self._links(entry.start, self._mini_fat)
        )
        return b"".join(pieces)[: entry.size]

    def _fat_sectors(self) -> Iterator[int]:
        yield from (n for n in struct.unpack_from("<109I", self._content, 76) if n < _END_OF_CHAIN)
        following, seen = _u32(self._content, 68), set[int]()
        while following < _END_OF_CHAIN and following not in seen:
            seen.add(following)
            numbers = self._numbers(self._sector_bytes(following))
            yield from (n for n in numbers[:-1] if n < _END_OF_CHAIN)
            following = numbers[-1]

    def _directory(self) -> Iterator[_Entry]:
        data = self._chain(_u32(self._content, 48))
        for offset in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length = min(_u16(data, offset + 64), 64)
            name = data[offset : offset + max(length - 2, 0)].decode("utf-16-le", "replace")
            yield _Entry(name, data[offset + 66], _u32(data, offset + 116), _u32(data, offset + 120))

    def _sector_bytes(self, number: int) -> bytes:
        start = self._sector * (number + 1)
        return self._content[start : start + self._sector]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector_bytes, self._links(start, self._fat)))

    @staticmethod
    def _links(start: int, table: tuple[int, ...]) -> Iterator[int]:
        number = start
        for _ in range(len(table) + 1):
            if number >= _END_OF_CHAIN:
                return
            yield number
            number = table[number]
        raise damaged()  # a chain that bites its tail

    @staticmethod
    def _numbers(data: bytes) -> tuple[int, ...]:
        if len(data) % 4:  # cut off in the middle of the table of sectors
            raise damaged()
        return struct.unpack(f"<{len(data) // 4}I", data)


def inspect_ole(content: bytes) -> None:
    """Raises TableProblem unless this is an .xls the reader can be given."""
    try:
        ole = _OleFile(content)
        names = {entry.name for entry in ole.entries}
        if _ENCRYPTED_PACKAGE in names:
            raise protected()
        book = next((e for e in ole.entries if e.name in _WORKBOOKS and e.kind == _STREAM), None)
        if book is None:
            raise foreign()
        _measure(ole.stream(book))
    except (struct.error, IndexError, StopIteration) as error:
        if _ENCRYPTED_PACKAGE.encode("utf-16-le") in content:
            raise protected() from error
        raise damaged() from error


def _measure(stream: bytes) -> None:
    offsets: list[int] = []
    for kind, data in _records(stream, 0):
        if kind == _FILEPASS:
            raise protected()
        if kind == _BOUNDSHEET:
            offsets.append(_u32(data, 0))
        if kind == _SHARED_STRINGS and max(_u32(data, 0), _u32(data, 4)) > MAX_AREA:
            raise damaged()
    if not offsets or len(set(offsets)) > MAX_SHEETS:
        raise damaged()
    for offset in set(offsets):
        _measure_sheet(stream, offset)


def _measure_sheet(stream: bytes, offset: int) -> None:
    last_row = last_column = 0
    for kind, data in _records(stream, offset):
        if kind == _FILEPASS:
            raise protected()
        if kind in _CELL_RECORDS or kind in _MULTIPLE:
            last_row = max(last_row, _u16(data, 0))
            last_column = max(last_column, _u16(data, 2), _u16(data, len(data) - 2) if kind in _MULTIPLE else 0)
            if (last_row + 1) * (last_column + 1) > MAX_AREA:
                raise too_many_rows()


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records from `offset` to the end of their part."""
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        if kind == _EOF:
            return
        yield kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _u16(data: bytes, offset: int) -> int:
    return int(struct.unpack_from("<H", data, offset)[0])


def _u32(data: bytes, offset: int) -> int:
    return int(struct.unpack_from("<I", data, offset)[0])
