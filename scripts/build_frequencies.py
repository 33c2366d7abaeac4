"""Count in how many of our own labelled texts each word stands, and ship it as `src/tocsin/data/frequencies.json`.

It reads `gold/ordinary.jsonl`, `gold/relevance.jsonl`, `gold/harmless.jsonl`, the stories and the open passages; a word
of fewer than `LEAST` texts is left out. Run with `--check` to compare the shipped file with a fresh build.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tocsin.bench.marks import unmarked
from tocsin.knowledge.rarity import tokens

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold"
TARGET = ROOT / "src" / "tocsin" / "data" / "frequencies.json"
LEAST = 3


def texts() -> Iterator[str]:
    """Yield every text that is counted."""
    for name in ("ordinary", "relevance", "harmless"):
        for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line).get("text", "")
    for line in (GOLD / "passages" / "open.jsonl").read_text("utf-8").splitlines():
        yield unmarked(json.loads(line)["marked"])[0]
    for path in sorted((GOLD / "stories").glob("*.txt")):
        yield path.read_text("utf-8")


def build() -> str:
    """Return the file's content."""
    told = [text for text in texts() if text]
    spread = Counter(word for text in told for word in {token.word for token in tokens(text)})
    words = {word: number for word, number in sorted(spread.items()) if number >= LEAST}
    return json.dumps({"texts": len(told), "words": words}, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    fresh = build()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(fresh, "utf-8")
        return 0
    if TARGET.read_text("utf-8") == fresh:
        return 0
    print(f"{TARGET.relative_to(ROOT)} is not what gold/ gives: run scripts/build_frequencies.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
