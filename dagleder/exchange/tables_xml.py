"""Measures the sheets in one part of a .xlsx or .ods with expat, which keeps nothing of what it reads.

On the way that is found which the reader keeps silent about: errors, formulas nobody has computed, and comments.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from dagleder.exchange.tables_comments import CommentScan, without_doubles
from dagleder.exchange.tables_limits import MAX_AREA, MAX_ROWS, damaged, too_many_rows
from dagleder.exchange.tables_values import Beside, CellComment, SilentCell, column_index

_SLACK = 100  # title rows and totals around the 100,000
_ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "Err:")
_NOT_COMPUTED = "formel uden resultat"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MAX_COLUMNS = 16_384
_ANNOUNCED = frozenset(("count", "uniqueCount"))

Attributes = Mapping[str, str]


@dataclass
class _Extent:
    """How far a sheet reaches. Raises TableProblem as soon as it is too much."""

    last_row: int = 0
    last_column: int = 0
    filled_rows: int = 0

    def add_row(self, count: int) -> None:
        self.filled_rows += count
        if self.filled_rows > MAX_ROWS + _SLACK:
            raise too_many_rows()

    def reach(self, row: int, column: int) -> None:
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        if (self.last_row + 1) * (self.last_column + 1) > MAX_AREA:
            raise too_many_rows()


@dataclass
class _Cell:
    """The cell being read. `rows` and `columns` are how often .ods repeats it."""

    row: int
    column: int
    kind: str = ""
    formula: bool = False
    filled: bool = False
    rows: int = 1
    columns: int = 1
    text: list[str] = field(default_factory=list)


class PartScan:
    """What one part holds of sheets, names and references between parts."""

    def __init__(self) -> None:
        self.silent: list[SilentCell] = []  # .xlsx: the part is one sheet
        self.tables: dict[str, tuple[list[SilentCell], list[CellComment]]] = {}  # .ods: one part holds all sheets
        self.comments = CommentScan(self._take_text)
        self.sheet_ids: list[tuple[str, str]] = []  # (sheet name, relation id) of a workbook
        self.targets: dict[str, str] = {}  # relation id → part
        self._extent = _Extent()
        self._row = self._column = -1
        self._next_row = 0
        self._row_repeat = 1
        self._row_filled = False
        self._cell: _Cell | None = None
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
            "v": self._start_value,
            "is": self._start_value,
            "sheet": self._start_sheet,
            "Relationship": self._start_relation,
            "table": self._start_table,
            "table-row": self._start_table_row,
            "table-cell": self._start_table_cell,
            "covered-table-cell": self._start_table_cell,
            "annotation": self._start_annotation,
            "p": self._start_paragraph,
            **self.comments.starts,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "c": self._end_cell,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "annotation": self._end_annotation,
            "p": self._end_paragraph,
            **self.comments.ends,
        }
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own 'is this the last piece'

    def close(self) -> None:
        self._parser.Parse(b"", True)  # noqa: FBT003 -- same

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        for announced in _ANNOUNCED.intersection(attributes):
            # The reader makes room for as many as a part says it holds, before it has seen one.
            if not attributes[announced].isdecimal() or int(attributes[announced]) > MAX_AREA:
                raise damaged()
        if handler := self._starts.get(name.rpartition(":")[2]):
            handler(attributes)

    def _end(self, name: str) -> None:
        if handler := self._ends.get(name.rpartition(":")[2]):
            handler()

    def _take_text(self, take: Callable[[str], object] | None) -> None:
        self._parser.CharacterDataHandler = take

    def _refuse_doctype(self, *_: object) -> None:
        """No spreadsheet program writes one; entities are how small files become huge."""
        raise damaged()

    # --- .xlsx ---

    def _start_sheet(self, attributes: Attributes) -> None:
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        self.sheet_ids.append((attributes.get("name", ""), relation))

    def _start_relation(self, attributes: Attributes) -> None:
        self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def _start_row(self, attributes: Attributes) -> None:
        self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
        self._column = -1
        self._row_filled = False
        self._row_repeat = 1

    def _start_cell(self, attributes: Attributes) -> None:
        if match := _REFERENCE.fullmatch(attributes.get("r", "")):
            self._row, self._column = int(match[2]) - 1, _column_number(match[1])
        elif "r" in attributes:
            raise damaged()
        else:
            self._column += 1
        self._cell = _Cell(self._row, self._column, attributes.get("t", ""))

    def _start_formula(self, _: Attributes) -> None:
        if self._cell:
            self._cell.formula = True

    def _start_value(self, _: Attributes) -> None:
        if self._cell:
            self._fill(self._cell)
            if self._cell.formula or self._cell.kind == "e":
                self._parser.CharacterDataHandler = self._cell.text.append

    def _end_cell(self) -> None:
        self._parser.CharacterDataHandler = None
        cell, self._cell = self._cell, None
        if cell and (cell.formula or cell.kind == "e"):
            text = "".join(cell.text).strip()
            if text.startswith(_ERRORS) or cell.kind == "e":
                self._silent_now().append(SilentCell(cell.row, cell.column, text or _ERRORS[0]))
            elif not text and cell.kind not in ("str", "string"):
                self._silent_now().append(SilentCell(cell.row, cell.column, _NOT_COMPUTED))

    def _silent_now(self) -> list[SilentCell]:
        return next(reversed(self.tables.values()))[0] if self.tables else self.silent

    def _fill(self, cell: _Cell) -> None:
        if cell.filled:
            return
        cell.filled = True
        if not self._row_filled:
            self._row_filled = True
            self._extent.add_row(cell.rows)
        self._extent.reach(cell.row + cell.rows - 1, cell.column + cell.columns - 1)

    # --- .ods ---

    def _start_table(self, attributes: Attributes) -> None:
        if "table:name" in attributes:
            self.tables[attributes["table:name"]] = ([], [])
        self._extent = _Extent()
        self._next_row = 0

    def _start_table_row(self, attributes: Attributes) -> None:
        self._row_repeat = int(attributes.get("table:number-rows-repeated", "1"))
        self._row = self._next_row
        self._next_row += self._row_repeat
        self._column = 0
        self._row_filled = False

    def _start_table_cell(self, attributes: Attributes) -> None:
        repeat = int(attributes.get("table:number-columns-repeated", "1"))
        kind = attributes.get("office:value-type", "")
        cell = _Cell(
            self._row, self._column, kind, "table:formula" in attributes, rows=self._row_repeat, columns=repeat
        )
        self._column += repeat
        self._cell = cell
        if kind:
            self._fill(cell)
            if cell.formula and kind != "string":
                cell.text.append(attributes.get("office:value", ""))

    def _start_annotation(self, _: Attributes) -> None:
        self.comments.begin((self._cell.row, self._cell.column) if self._cell else None)

    def _end_annotation(self) -> None:
        if self.tables:
            next(reversed(self.tables.values()))[1].extend(self.comments.end())

    def _start_paragraph(self, attributes: Attributes) -> None:
        if self.comments.in_comment:
            self.comments.start_paragraph()
        else:
            self._start_value(attributes)

    def _end_paragraph(self) -> None:
        if self.comments.in_comment:
            self.comments.end_paragraph()


def beside_by_sheet(parts: Mapping[str, PartScan]) -> dict[str, Beside]:
    """What each sheet holds besides its values, under its name."""
    found: dict[str, Beside] = {}
    for name, part in parts.items():
        found.update({sheet: Beside(tuple(silent), tuple(said)) for sheet, (silent, said) in part.tables.items()})
        related = _related(name, parts)
        for sheet, relation in part.sheet_ids:
            if sheet_part := parts.get(related.get(relation, "")):
                found[sheet] = Beside(tuple(sheet_part.silent), _comments(related[relation], parts))
    return found


def _related(name: str, parts: Mapping[str, PartScan]) -> dict[str, str]:
    """The names of the parts that one refers to, by relation."""
    folder, base = posixpath.split(name)
    relations = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    targets = relations.targets if relations else {}
    return {
        relation: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for relation, target in targets.items()
    }


def _comments(sheet_part: str, parts: Mapping[str, PartScan]) -> tuple[CellComment, ...]:
    scans = [parts[name].comments for name in _related(sheet_part, parts).values() if name in parts]
    found = (comment for scan in scans for comment in scan.found)
    return without_doubles(list(found), [comment for scan in scans for comment in scan.threaded])


def _column_number(letters: str) -> int:
    index = column_index(letters)
    if index >= _MAX_COLUMNS:
        raise damaged()
    return index
