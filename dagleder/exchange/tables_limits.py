"""How much the table engine takes in, and the sentences for what it does not."""

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 100_000
# The reader lays a sheet out as a full rectangle of 32 bytes a cell: two cells in opposite corners would
# otherwise ask for 500 GB and end the process.
MAX_AREA = 3_000_000
MAX_SHEETS = 256
MAX_ARCHIVE_PARTS = 10_000
# What an archive may hold unpacked: real workbooks unpack to 5–15 times their size.
UNPACKED_BASE = 100 * 1024 * 1024
UNPACKED_FACTOR = 10


class TableProblem(Exception):  # noqa: N818 -- becomes a UserProblem as soon as the file's name is known
    """Why a file can't be used. `what` is the sentence after the file's name."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def too_many_rows() -> TableProblem:
    return TableProblem("har over 100.000 rækker. Gem den del, du skal bruge, i en fil for sig.")


def damaged() -> TableProblem:
    return TableProblem("er beskadiget og kan ikke læses. Hent den igen, eller gem den på ny i Excel.")


def protected() -> TableProblem:
    return TableProblem("er beskyttet med en adgangskode. Åbn den i Excel, gem den uden adgangskode, og prøv så igen.")


def foreign() -> TableProblem:
    return TableProblem("er ikke et regneark. Dagleder læser .xlsx, .xls, .ods, .csv og .tsv.")


def too_large_inside() -> TableProblem:
    return TableProblem("fylder alt for meget, når den pakkes ud. Er det den rigtige fil?")
