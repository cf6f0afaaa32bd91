"""What the leader knows or keeps in her safe: a password, or the printed recovery key."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Password:
    """A password as typed; never shown, also not in a traceback."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The recovery key as read from the printed sheet; blanks and case do not matter."""

    text: str = field(repr=False)


Secret = Password | RecoveryKey
