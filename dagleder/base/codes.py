"""Random names for what leaves the house (calendar entries, forms): ids mean nothing outside the file."""

import secrets
from string import ascii_lowercase
from typing import Final

_LENGTH: Final = 26  # 122 random bits, as many as a UUID has


def new_code() -> str:
    """Letters only: digits would now and then come together to what looks like a CPR number, and be hidden as one."""
    return "".join(secrets.choice(ascii_lowercase) for _ in range(_LENGTH))
