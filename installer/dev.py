"""Sets everything up on a fresh machine, then opens the program or runs every check.

    python3 installer/dev.py run           opens the program (without a screen: writes its papers and screens)
    python3 installer/dev.py test          every check; `--long` for the full figures of the reliability promises

Standard library only, for Linux, macOS and Windows. A second run starts in seconds.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


def refuse_old_python() -> None:
    """Ends with a sentence on a Python too old for the rest (this file alone keeps to what Python 3.6 reads)."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(str(part) for part in OLDEST_PYTHON)
        here = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(f"Dagleder needs Python {wanted} or newer; this is {here}. Install it, and start this with it.")


def main() -> int:
    refuse_old_python()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="set up and open the program")
    test = commands.add_parser("test", help="set up and run every check")
    test.add_argument("--long", action="store_true", help="the full figures of the reliability promises")
    asked = parser.parse_args()
    sys.path[0] = str(ROOT)
    from installer import checks, opening  # noqa: PLC0415 -- in the language of OLDEST_PYTHON, and beside this script

    return opening.run(ROOT) if asked.command == "run" else checks.test(ROOT, long=asked.long)


if __name__ == "__main__":
    sys.exit(main())
