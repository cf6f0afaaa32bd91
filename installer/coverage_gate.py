"""Holds the coverage of each package against its gate in pyproject.toml, lines and branches apart.

Run after pytest has written `.coverage`:  python -m installer.coverage_gate
"""

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORST_SHOWN = 5


@dataclass(frozen=True)
class Count:
    """How many were run, of how many there are."""

    run: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.run / self.of if self.of else 100.0


def counted(summaries: list[dict[str, Any]]) -> tuple[Count, Count]:
    """Lines and branches over some files of coverage's JSON report."""
    lines = Count(sum(s["covered_lines"] for s in summaries), sum(s["num_statements"] for s in summaries))
    branches = Count(sum(s["covered_branches"] for s in summaries), sum(s["num_branches"] for s in summaries))
    return lines, branches


def missing(summary: dict[str, Any]) -> int:
    return int(summary["missing_lines"]) + int(summary["missing_branches"])


def holds(package: str, gate: float, files: dict[str, dict[str, Any]]) -> bool:
    """Prints the package's figures, and whether both reach `gate`; the files that miss most when not."""
    own = {name: file["summary"] for name, file in files.items() if Path(name).parts[0] == package}
    lines, branches = counted(list(own.values()))
    ok = bool(own) and min(lines.percent, branches.percent) >= gate
    print(f"{package}: lines {lines.percent:.1f} %, branches {branches.percent:.1f} % (gate {gate} %)")
    if not ok:
        for name in sorted(own, key=lambda name: -missing(own[name]))[:WORST_SHOWN]:
            print(f"  {missing(own[name]):4} lines and branches never run in {name}")
    return ok


def main() -> int:
    report = ROOT / "build" / "coverage.json"
    report.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "coverage", "json", "--quiet", "-o", report], check=True, cwd=ROOT)
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    gates = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["dagleder"]["coverage"]
    held = [holds(package, gate, files) for package, gate in gates.items()]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
