"""What can go wrong with a house, each with its sentence."""

from pathlib import Path

from dagleder.base.errors import UserProblem

WRONG_SECRET = "Adgangskoden passer ikke. Store og små bogstaver skal være ens."
WRITTEN_ELSEWHERE = "Huset er åbent i et andet program. Luk det der, før du ændrer noget her."
DISK_FULL = "Der er ikke plads på disken. Ændringen er ikke gemt, og alt fra før er uændret."


class WrongSecret(UserProblem):
    """The password or the recovery key does not open the house."""

    def __init__(self) -> None:
        super().__init__(WRONG_SECRET, field="password")


class WrittenElsewhere(UserProblem):
    """Another program has the house open for writing."""

    def __init__(self) -> None:
        super().__init__(WRITTEN_ELSEWHERE)


class DiskFull(UserProblem):
    """There was no room for the change; it was rolled back."""

    def __init__(self) -> None:
        super().__init__(DISK_FULL)


class DamagedHouse(UserProblem):
    """A page (or the first 16 bytes) of the file is not what was written.

    `backup` is the newest verified copy, ready to be restored; None when there is none.
    """

    def __init__(self, sentence: str = "", *, backup: Path | None = None) -> None:
        super().__init__(sentence or "Filen er beskadiget. Gendan fra den nyeste kopi.")
        self.backup = backup
