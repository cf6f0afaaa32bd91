"""A paper that is to be shown before it is printed or saved: what it is called, what can be chosen, how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ui.kit.fields import Field

Options = Mapping[str, Any]
"""What is chosen, by the keys of the job's fields."""


@dataclass(frozen=True)
class PaperFormat:
    """Another file the same paper can be saved as: 'Excel', '.xlsx'. `build` gives its bytes."""

    name: str
    extension: str
    build: Callable[[Options], bytes]
    icon: str = "file-spreadsheet"


@dataclass(frozen=True)
class PaperJob:
    """`build` gives the bytes of the PDF and runs in the data lane, so it may ask services.

    It raises UserProblem when nothing can be made of the options (`field` names the option to mend). `options`
    are those it begins with; `remark` says something about the paper that was made, from its number of pages;
    `printed` is called with the options when the paper has gone to a printer or into a file of any format.
    """

    title: str  # 'Udskriv mødeplan'
    file_name: str  # 'Mødeplan 2026', without an ending
    build: Callable[[Options], bytes]
    fields: tuple[Field, ...] = ()
    options: Options = field(default_factory=lambda: MappingProxyType({}))
    formats: tuple[PaperFormat, ...] = ()
    remark: Callable[[int], str] | None = None
    printed: Callable[[Options], None] | None = None


@dataclass(frozen=True)
class PaperOffer:
    """A paper a feature can make, for the page 'Udskriv og eksport'; `make` is called when it is wanted."""

    title: str  # 'Mødeplan'
    detail: str  # what is on it
    make: Callable[[], PaperJob]
    icon: str = "file-text"
    forms: str = "PDF"  # 'PDF, Excel, kalenderfil'
