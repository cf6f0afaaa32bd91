"""Writes the two lock files from pyproject.toml: every package at one version, with its hashes, for every system.

    python installer/lock.py [--upgrade]

Needs `uv`. The run-time lock is a part of the development lock, so that what is tested is what is delivered.
No address of any index is written into them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN_TIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
OLDEST_PYTHON = "3.11"


def compile_lock(uv: str, name: str, *options: str) -> None:
    """Keeps the versions that stand in the file already, unless told to upgrade."""
    subprocess.run(
        [
            *(uv, "pip", "compile", "pyproject.toml", "--output-file", f"installer/{name}"),
            *("--universal", "--python-version", OLDEST_PYTHON),
            *("--generate-hashes", "--no-header", "--quiet"),
            *options,
        ],
        check=True,
        cwd=HERE.parent,
    )


def main() -> None:
    uv = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    if uv is None:
        sys.exit("uv is missing: python -m pip install uv")
    upgrade = sys.argv[1:2] if "--upgrade" in sys.argv else []
    compile_lock(uv, DEVELOPMENT, "--group", "dev", *upgrade)
    compile_lock(uv, RUN_TIME, "--constraint", f"installer/{DEVELOPMENT}", *upgrade)


if __name__ == "__main__":
    main()
