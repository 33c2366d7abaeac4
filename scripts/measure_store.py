"""Print the CPU time of storing synthetic reports over UCDP's events, a tenth of them at a time, and the file's size.

    python scripts/measure_store.py NUMBER [FOLDER]

FOLDER holds UCDP's files; without it they are looked for where the benches look.
"""

import sys
import tempfile
import time
from pathlib import Path

from tocsin.bench import crowd
from tocsin.bench.run import here
from tocsin.merge import merger
from tocsin.pipeline import known_here
from tocsin.store import open_store


def main(arguments: list[str]) -> int:
    """Store the reports in a file that is thrown away."""
    data = here().data
    folder = Path(arguments[1]) if len(arguments) > 1 else data / "ucdp" if data else None
    if folder is None or not folder.is_dir():
        print("UCDP's events are not on disk")
        return 0
    number = int(arguments[0])
    step = max(1, number // 10)
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "crowd.db", merger(known_here)) as store:
        began = time.process_time()
        for count, report in enumerate(crowd.reports(crowd.happenings(folder), number), 1):
            store.update(report, version="synthetic")
            if count % step == 0:
                spent = 1000 * (time.process_time() - began) / step
                size = (Path(place) / "crowd.db").stat().st_size / count / 1000
                print(f"{count}: {spent:.1f} CPU-milliseconds an account, {size:.1f} kB an account", flush=True)
                began = time.process_time()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
