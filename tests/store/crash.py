"""A program that stores composed reports until it is done or killed: `python -m tests.store.crash STORE NUMBER`."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from tests.factories import bombing, day, number, report
from tests.merging import MERGER

from tocsin.model.record import Report
from tocsin.store import open_store


def composed(many: int) -> list[Report]:
    """Return reports of a few things each on some days: some are one incident, some recall another."""
    days = [day(f"2024-03-{2 * n + 1:02}") for n in range(12)]
    return [
        report(
            f"d{n}",
            bombing("e1", date=days[n % 12], killed=number(3 + n % 5)),
            bombing("e2", main=False, date=days[(n + 5) % 12], killed=number(3 + n % 4)),
        )
        for n in range(many)
    ]


def killed_and_resumed(where: Path, many: int, kills: int, chance: Random) -> int:
    """Let the program be killed at random moments so often, then let it end; return how often it was killed at work."""
    met = 0
    for _ in range(kills):
        program = subprocess.Popen([sys.executable, "-m", "tests.store.crash", str(where), str(many)])
        time.sleep(chance.uniform(0.5, 2.0))
        met += program.poll() is None
        program.send_signal(signal.SIGKILL)
        program.wait()
    subprocess.run([sys.executable, "-m", "tests.store.crash", str(where), str(many)], check=True)
    return met


def main(where: str, many: str) -> None:
    """Store the reports, as somebody does who starts the same command again."""
    with open_store(where, MERGER) as store:
        for one in composed(int(many)):
            store.update(one, version="1")


if __name__ == "__main__":
    main(*sys.argv[1:])
