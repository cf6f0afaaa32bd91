"""Writes the demo house's papers (PDF) and screens (PNG) to a folder, and lists them.

python -m installer.demo_papers FOLDER
"""

import sys
from pathlib import Path

from ui import showcase

KINDS = {".pdf", ".png"}


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    showcase.main(folder)
    files = sorted(file for file in folder.rglob("*") if file.suffix in KINDS)
    for file in files:
        print(f"{file.stat().st_size // 1024:6} kB  {file}")
    return 0 if files else 1


if __name__ == "__main__":
    sys.exit(main())
