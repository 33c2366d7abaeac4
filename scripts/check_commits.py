"""No commit changes annotated gold together with the program or its resources, so that neither is bent to the other.

Pages that explain and the floors of the gate may go with either. A checkout without history has nothing to check.

    python scripts/check_commits.py [FOLDER]
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SINCE = "2026-11-23"  # when annotation and program were first kept apart
FREE = (".md", "floors.json")
PROGRAM = ("src/", "resources/")


def commits(folder: Path) -> dict[str, list[str]]:
    """Return the files that each commit changes, by its short name and subject; empty where there is no history."""
    asked = ["git", "-C", str(folder), "log", f"--since={SINCE}", "--name-only", "--format=%x00%h %s"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 -- no word of it is foreign
    parts = [part.splitlines() for part in told.stdout.split("\0") if part.strip()]
    return {name: [line for line in lines if line] for name, *lines in parts}


def mixed(files: list[str]) -> bool:
    """Tell whether files hold both annotated gold and the program or its resources."""
    gold = any(file.startswith("gold/") and not file.endswith(FREE) for file in files)
    return gold and any(file.startswith(PROGRAM) for file in files)


def main(arguments: list[str]) -> int:
    """Print each commit that mixes the two."""
    found = commits(Path(arguments[0]) if arguments else ROOT)
    wrong = [name for name, files in found.items() if mixed(files)]
    for name in wrong:
        print(f"{name}: changes gold and the program in one commit; gold has commits of its own", file=sys.stderr)
    print(f"{len(found)} commits since {SINCE}, {len(wrong)} that mix gold with the program")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
