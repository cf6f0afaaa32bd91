"""One person's name in the backups: they hold texts, vikarer and guests that the house has lost since."""

from collections.abc import Collection

from dagleder.base.text import and_list
from dagleder.models.tables import FEATURE_TABLES
from dagleder.privacy.mentions import mention_in, spoken_of
from dagleder.privacy.relations import WRITTEN_BY_NAME, is_written_as
from dagleder.storage.erasing import ErasedCopy


class NameInCopies:
    """Erases the rows written by her name, and notes where it stands in rows that are not hers."""

    def __init__(self, name: str, names: Collection[str]) -> None:
        self._name = name
        self._says = spoken_of(names)
        self._copies: dict[str, dict[str, None]] = {}  # by place, each in the order it was met

    def erase(self, copy: ErasedCopy) -> None:
        for model in WRITTEN_BY_NAME:
            table = str(model.__tablename__)
            copy.remove(table, [row["id"] for row in copy.rows(table) if is_written_as(self._name, row)])
        for table in (table.name for table in FEATURE_TABLES):
            for row in filter(self._says, copy.rows(table)):
                self._copies.setdefault(mention_in(table, row).where, {})[copy.name] = None

    def places(self) -> tuple[str, ...]:
        """'oplysningerne om Bo Hansen i kopien af 3. marts 2026 (…) og kopien af …', a line a place."""
        return tuple(f"{place} i {and_list(list(copies))}" for place, copies in self._copies.items())
