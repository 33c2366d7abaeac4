"""What Tocsin costs on this machine: size on disk, CPU time to start, documents a CPU-second, memory at its peak.

CPU time is user and system time of the process, so that other work on the machine counts little. Documents are the
bundled samples and, where a folder of outside data is found, the first articles of its news file.

    python scripts/measure.py [--articles NUMBER]
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from tocsin.annotate import annotate
from tocsin.bench.run import here
from tocsin.errors import ReadError
from tocsin.knowledge import load
from tocsin.model.text import Document, Source
from tocsin.pipeline import analyze, ingest, open_store
from tocsin.read import read_file
from tocsin.resolve import resolve

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "src" / "tocsin" / "data" / "samples"
STARTS = {
    "import tocsin": "import tocsin",
    "import of the command line": "import tocsin.cli",
    "knowledge loaded": "from tocsin.knowledge import load; load()",
    "knowledge and model loaded": "from tocsin.knowledge import load; load().parser()",
}
REPEATS = 3
BURST = 200
MEGABYTE = 1_000_000


@dataclass
class Spent:
    """What was read, and the CPU-seconds that it took."""

    documents: int = 0
    words: int = 0
    seconds: float = 0.0

    def line(self, name: str) -> str:
        """Return the counts and the rates."""
        if not self.documents:
            return f"{name}: none"
        rate = f"{self.documents / self.seconds:.1f} documents, {self.words / self.seconds:,.0f} words a CPU-second"
        return f"{name}: {self.documents} documents of {self.words // self.documents} words: {rate}"


def main() -> None:
    """Measure and print, a line each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--articles", type=int, default=300, metavar="NUMBER", help="how many outside articles to read"
    )
    wanted = options.parse_args()
    print(f"installed: {size(Path(sys.prefix)) / MEGABYTE:.0f} MB in the environment")
    print(f"the package itself: {size(ROOT / 'src') / MEGABYTE:.0f} MB")
    for name, statement in STARTS.items():
        print(f"{name}: {started(statement):.2f} CPU-seconds")
    knowledge = load()
    knowledge.parser()
    for name, documents in material(wanted.articles):
        print("\n".join(rates(name, documents)))
        print(names(documents).line(f"{name}, names, places, dates and counts alone, without the language model"))
    for number, seconds in merging():
        print(f"one more report of an incident that has {number}: {seconds * 1000:.0f} CPU-milliseconds to merge")
    print(f"memory at the peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def started(statement: str) -> float:
    """Return the least CPU-seconds that a fresh interpreter took for a statement."""
    return min(_child(statement) for _ in range(REPEATS))


def _child(statement: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603 - the statements are our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def material(articles: int) -> Iterator[tuple[str, list[Document]]]:
    """Yield what there is to read, under a name."""
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".md")
    yield "bundled samples", [document for path in paths for document in documents(path)]
    path = here().default("articles")
    if path and path.exists():
        yield f"first {articles} of {path.name}", list(islice(documents(path), articles))


def documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file that can be read."""
    return (document for document in read_file(path) if not isinstance(document, ReadError))


def rates(name: str, documents: Iterable[Document]) -> list[str]:
    """Analyze documents; return the rates of those that are relevant and of the others."""
    spent = {True: Spent(), False: Spent()}
    for document in documents:
        start = time.process_time()
        report = analyze(document)
        taken = spent[report.relevant]
        taken.seconds += time.process_time() - start
        taken.documents += 1
        taken.words += len(document.text.split())
    return [spent[True].line(f"{name}, relevant"), spent[False].line(f"{name}, not relevant")]


def names(documents: Iterable[Document]) -> Spent:
    """Return the cost of what is noticed and tied to records in a document that is not understood."""
    knowledge, spent = load(), Spent()
    for document in documents:
        start = time.process_time()
        page = annotate(replace(document, language=None), knowledge)
        resolve(replace(page, read="full"), knowledge)  # as English is read, but for its grammar
        spent.seconds += time.process_time() - start
        spent.documents += 1
        spent.words += len(document.text.split())
    return spent


def merging() -> Iterator[tuple[int, float]]:
    """Yield what the next report of an incident costs a store, at several numbers of reports."""
    (told,) = (analyze(document) for document in documents(SAMPLES / "garissa-1-first-report.html"))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "merging.db") as case:
        for number in range(BURST + 1):
            told = replace(told, document=replace(told.document, id=f"d{number}", source=Source(f"Outlet {number}")))
            start = time.process_time()
            ingest(case, told)
            if number and number % (BURST // 4) == 0:
                yield number, time.process_time() - start


if __name__ == "__main__":
    main()
