"""What the frame asks of an open house; `dagleder.app.Services` has it, but its own types would load SQLAlchemy."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from dagleder.storage.secret import Secret


class Door(Protocol):
    """The database, as far as the frame needs it."""

    @property
    def path(self) -> Path: ...

    @property
    def read_only(self) -> bool: ...

    def subscribe(self, listener: Callable[[Any], None]) -> Callable[[], None]: ...

    def undo(self) -> Any: ...

    def redo(self) -> Any: ...

    def undo_name(self) -> str | None: ...

    def redo_name(self) -> str | None: ...

    def end_visit(self) -> None: ...

    def history(self, limit: int | None = None) -> Sequence[Any]:
        """Each step has `at`."""

    def keep_draft(self, place: str, text: str) -> None: ...

    def drafts(self) -> dict[str, str]: ...

    def drop_draft(self, place: str) -> None: ...

    def copy_to(self, target: Path) -> Any: ...

    def lock(self) -> None: ...

    def unlock(self, secret: Secret) -> None: ...

    def close(self) -> None: ...


class Facts(Protocol):
    """The settings, as far as the frame needs them."""

    def house(self) -> Any:
        """Has name, lock_minutes and lock_with_computer."""

    def sites(self) -> Sequence[Any]:
        """Each has a name."""


class Guide(Protocol):
    """The guide, as far as the frame needs it."""

    def progress(self) -> Any:
        """Has reached (a step) and finished."""

    def state(self) -> Any:
        """A `dagleder.guide.steps.GuideState`."""


class Services(Protocol):
    """An open house. Without the guide it is None."""

    @property
    def database(self) -> Door: ...

    @property
    def settings(self) -> Facts: ...

    @property
    def guide(self) -> Guide | None: ...
