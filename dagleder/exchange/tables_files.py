"""Opens a file that may be a spreadsheet and gives its sheets, or a sentence about why it can't be used."""

from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.exchange.tables_limits import MAX_BYTES, TableProblem
from dagleder.exchange.tables_text import read_text_sheet
from dagleder.exchange.tables_values import RawSheet
from dagleder.exchange.tables_workbook import is_workbook, read_workbook


def read_file(path: Path) -> tuple[RawSheet, ...]:
    """The sheets of a .xlsx, .xls, .ods, .csv or .tsv file, told apart by content. Raises UserProblem."""
    return read_bytes(_content(path), path.name)


def read_bytes(content: bytes, name: str) -> tuple[RawSheet, ...]:
    """As `read_file`, from a file's content; `name` is the name the sentences use."""
    try:
        sheets = read_workbook(content) if is_workbook(content) else (read_text_sheet(content),)
    except TableProblem as problem:
        raise UserProblem(f"“{name}” {problem.what}", field="file") from problem
    if not any(value is not None for sheet in sheets for row in sheet.rows for value in row):
        raise UserProblem(f"“{name}” er tom.", field="file")
    return sheets


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserProblem(f"“{path.name}” er en mappe. Vælg en fil.", field="file")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise _too_large(path, f"fylder {size // 1_000_000} MB")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)  # what is no ordinary file has no size of its own
    except FileNotFoundError:
        raise UserProblem(f"Filen “{path.name}” findes ikke.", field="file") from None
    except (OSError, ValueError) as error:
        sentence = f"“{path.name}” kan ikke læses. Er den åben i et andet program?"
        raise UserProblem(sentence, field="file") from error
    if len(content) > MAX_BYTES:
        raise _too_large(path, "er for stor")
    return content


def _too_large(path: Path, what: str) -> UserProblem:
    return UserProblem(f"“{path.name}” {what}. Dagleder læser filer på højst 20 MB.", field="file")
