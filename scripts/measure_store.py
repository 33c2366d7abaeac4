"""Print what it costs to store synthetic reports over UCDP's events, a tenth of them at a time, and then to look.

    python scripts/measure_store.py NUMBER [DATABASE [alike]]

Of each tenth: CPU-milliseconds an account, the file's size an account, and the most memory that was used so far. Then
CPU-milliseconds of pages of the desk: the list, filtered lists, incidents. DATABASE is kept, and what is not in it yet
is stored; without it, one is made for the time being. Reports are as like each other as real ones where they are to be
`alike`, else they are not.
"""

import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

import anyio
import httpx

from tocsin.bench import crowd
from tocsin.bench.run import here
from tocsin.pipeline import Case, open_store
from tocsin.web.app import make_app

ASKED = 50  # pages of each kind
LISTS = (
    "/incidents",
    "/incidents?kind=attack&country=SY",
    "/incidents?country=CF&contested=no",
    "/incidents?since=2017-03-01&until=2017-03-07",
)


def main(arguments: list[str]) -> int:
    """Store the reports, if the database is not there yet, and look at them."""
    number = int(arguments[0])
    with tempfile.TemporaryDirectory() as place:
        path = Path(arguments[1]) if len(arguments) > 1 else Path(place) / "crowd.db"
        with open_store(path) as store:
            if not fill(store, path, number, alike=arguments[2:] == ["alike"]):
                print("UCDP's events are not on disk")
                return 0
        with open_store(path, create=False) as store:
            anyio.run(look, store)
    return 0


def fill(store: Case, path: Path, number: int, *, alike: bool) -> bool:
    """Store so many reports, without those that are there; tell whether there are events to report."""
    data = here().data
    if data is None or not (data / "ucdp").is_dir():
        return False
    step = max(1, number // 10)
    with closing(sqlite3.connect(path)) as held:
        (first,) = held.execute("SELECT count(*) FROM accounts").fetchone()
    told = crowd.reports(crowd.happenings(data / "ucdp"), number, alike=alike)
    told = islice(told, first, None)
    began = time.process_time()
    for count, report in enumerate(told, first + 1):
        store.update(report, version="synthetic")
        if count % step == 0:
            spent = 1000 * (time.process_time() - began) / (count - first)
            size = path.stat().st_size / count / 1000
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            print(f"{count}: {spent:.1f} CPU-ms and {size:.1f} kB an account, {memory:.0f} MB of memory", flush=True)
            began, first = time.process_time(), count
    return True


async def look(store: Case) -> None:
    """Print the CPU time of pages, each asked for once."""
    transport = httpx.ASGITransport(app=make_app(store, judge="measure"))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as desk:
        await desk.get("/incidents")  # what is loaded once is not the page's
        for address in LISTS:
            told = [await asked(desk, address) for _ in range(ASKED)]
            print(f"{address}: {statistics.median(told):.1f} CPU-ms, the slowest {max(told):.1f}")
        chance = random.Random(1)  # noqa: S311 -- nothing is kept secret by it
        ids = [one.id for one in store.incidents(limit=2000)]
        told = [await asked(desk, f"/incidents/{one}") for one in chance.sample(ids, min(len(ids), ASKED))]
        print(f"incidents: {statistics.median(told):.1f} CPU-ms, the slowest {max(told):.1f}")


async def asked(desk: httpx.AsyncClient, address: str) -> float:
    """Return the CPU-milliseconds of one page; raise where there is none."""
    began = time.process_time()
    (await desk.get(address)).raise_for_status()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
