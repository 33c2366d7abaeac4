"""Learn the gate's weights from the labelled texts in `gold/` and ship them as `src/tocsin/data/relevance.json`.

Logistic regression over the gate's own features, by plain gradient descent: the same texts give the same weights. It
reads `gold/relevance.jsonl` and `gold/stories`; a word counts from two texts up. `--cross` tells, over ten parts, each
judged by what the other nine teach, how many relevant and how many harmless texts pass.
Run with `--check` to compare the shipped file with a fresh build instead of writing it.
"""

import hashlib
import json
import sys
from math import log
from pathlib import Path

import yaml

from logistic import Seen, learn, logit
from tocsin.extract.relevance import features
from tocsin.knowledge import load
from tocsin.model.text import Document, Source

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold"
TARGET = ROOT / "src" / "tocsin" / "data" / "relevance.json"
DECAY = 1e-3
PARTS = 10
DIGIT = 0.021  # two steps of the last digit that is shipped


def texts() -> list[tuple[str, bool]]:
    """Return every labelled text with its title, and whether it is relevant."""
    short = [json.loads(line) for line in (GOLD / "relevance.jsonl").read_text("utf-8").splitlines()]
    told = [(f"{text['title']}\n\n{text['text']}", bool(text["relevant"])) for text in short]
    for path in sorted((GOLD / "stories").glob("*.yml")):
        relevant = bool(yaml.safe_load(path.read_text("utf-8"))["relevant"])
        told.append((path.with_suffix(".txt").read_text("utf-8"), relevant))
    return told


def seen() -> list[Seen]:
    """Return what the gate weighs in every labelled text."""
    known = load()
    return [(features(_document(text), known), relevant) for text, relevant in texts()]


def build() -> str:
    """Return the weights as JSON text."""
    weights = {name: weight for name, weight in learn(seen(), decay=DECAY, balanced=True).items() if weight}
    return json.dumps(weights, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def cross() -> int:
    """Print how many relevant and harmless texts pass at several thresholds, each text unseen by what judges it."""
    examples = seen()
    scored = []
    for part in range(PARTS):
        weights = learn([one for i, one in enumerate(examples) if i % PARTS != part], decay=DECAY, balanced=True)
        scored += [(logit(weights, found), relevant) for found, relevant in examples[part::PARTS]]
    for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        passed = [(score >= log(threshold / (1 - threshold)), relevant) for score, relevant in scored]
        right = sum(p for p, r in passed if r) / sum(r for _, r in passed)
        wrong = sum(p for p, r in passed if not r) / sum(not r for _, r in passed)
        sys.stdout.write(f"{threshold:.2f}: {right:.1%} of relevant, {wrong:.1%} of harmless texts pass\n")
    return 0


def _document(text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest[:16], None, None, None, None, None, Source(), "en", digest, text)


def check() -> int:
    """Compare the shipped weights with a fresh build; processors may differ in the last digit."""
    shipped, built = json.loads(TARGET.read_text("utf-8")), json.loads(build())
    apart = [name for name in shipped | built if abs(shipped.get(name, 0.0) - built.get(name, 0.0)) > DIGIT]
    if apart:
        sys.stderr.write(f"{TARGET.name} differs from its texts ({', '.join(sorted(apart)[:5])} ...): run make build\n")
    return 1 if apart else 0


def main() -> int:
    """Do what the arguments ask for."""
    if "--cross" in sys.argv[1:]:
        return cross()
    if "--check" in sys.argv[1:]:
        return check()
    TARGET.write_text(build(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
