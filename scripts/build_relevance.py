"""Learn the gate's weights from the labelled texts in `gold/` and ship them as `src/tocsin/data/relevance.json`.

Logistic regression over the gate's own features, by plain gradient descent: the same texts give the same weights. It
reads `relevance.jsonl`, `ordinary.jsonl`, `stories` and the open passages; a word counts from two texts up. `--cross`
tells, over ten parts, each judged by what the other nine teach, how many relevant and how many harmless texts pass.
Run with `--check` to compare the shipped file with a fresh build instead of writing it.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from math import log
from pathlib import Path
from typing import Any

import yaml

from logistic import Seen, learn, logit
from tocsin.bench.marks import unmarked
from tocsin.extract.relevance import BIAS, CUES, GROUPS, features, groups, may_weigh
from tocsin.knowledge import Knowledge, load
from tocsin.knowledge.gate import Gate

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold"
TARGET = ROOT / "src" / "tocsin" / "data" / "relevance.json"
DECAY = 1e-3
PARTS = 10
WORD = re.compile(r"[a-z]+")
DIGIT = 0.021  # two steps of the last digit that is shipped


def texts() -> list[tuple[str, bool]]:
    """Return every labelled text with its title, and whether it is relevant."""
    short = [one for name in ("relevance.jsonl", "ordinary.jsonl") for one in _lines(GOLD / name)]
    told = [(f"{one['title']}\n\n{one['text']}", bool(one["relevant"])) for one in short]
    for path in sorted((GOLD / "stories").glob("*.yml")):
        relevant = bool(yaml.safe_load(path.read_text("utf-8"))["relevant"])
        told.append((path.with_suffix(".txt").read_text("utf-8"), relevant))
    marked = _lines(GOLD / "passages" / "open.jsonl")
    return told + [(unmarked(one["marked"])[0], bool(one["relevant"])) for one in marked]


def kinds(told: Iterable[str], known: Knowledge) -> dict[str, list[str]]:
    """Return the kinds of cue that single words are: those of texts, and of the language, plain or inflected."""
    met = {word for text in told for word in WORD.findall(text.lower())}
    listed = set().union(*known.vocabulary().forms.values())
    listed |= {form for word in listed if word.isalpha() for form in _inflected(word)}
    wordings = {kind: known.lexicon.cues[kind].pattern for kind in CUES}
    any_of_them = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in wordings.values()))
    of_cues = sorted(word for word in met | listed if any_of_them.fullmatch(word))
    found = {word: [kind for kind, pattern in wordings.items() if pattern.fullmatch(word)] for word in of_cues}
    return {word: of_word for word, of_word in found.items() if of_word}


def seen(told: Sequence[tuple[str, bool]], gate: Gate, known: Knowledge) -> list[Seen]:
    """Return what the gate weighs in every labelled text."""
    may = cache(partial(may_weigh, knowledge=known))
    found = ((features(text, gate), groups(text, known), relevant) for text, relevant in told)
    return [
        ({**{name: value for name, value in of_text.items() if name[0] == BIAS or may(name)}, GROUPS: named}, relevant)
        for of_text, named, relevant in found
    ]


def examples() -> tuple[dict[str, list[str]], list[Seen]]:
    """Return the kinds of words, and what is weighed in every labelled text."""
    known, told = load(), texts()
    of_words = kinds((text for text, _ in told), known)
    return of_words, seen(told, Gate({}, {word: tuple(kind) for word, kind in of_words.items()}), known)


def build() -> dict[str, Any]:
    """Return what ships: the weights, and the kinds of words."""
    of_words, found = examples()
    weights = {name: weight for name, weight in learn(found, decay=DECAY, balanced=True).items() if weight}
    return {"kinds": of_words, "weights": weights}


def cross() -> int:
    """Print how many relevant and harmless texts pass at several thresholds, each text unseen by what judges it."""
    _, found = examples()
    scored = []
    for part in range(PARTS):
        weights = learn([one for i, one in enumerate(found) if i % PARTS != part], decay=DECAY, balanced=True)
        scored += [(logit(weights, one), relevant) for one, relevant in found[part::PARTS]]
    for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        passed = [(score >= log(threshold / (1 - threshold)), relevant) for score, relevant in scored]
        right = sum(p for p, r in passed if r) / sum(r for _, r in passed)
        wrong = sum(p for p, r in passed if not r) / sum(not r for _, r in passed)
        sys.stdout.write(f"{threshold:.2f}: {right:.1%} of relevant, {wrong:.1%} of harmless texts pass\n")
    return 0


def _inflected(word: str) -> Iterator[str]:
    """Yield the forms that a word may take by rule; some are no words, which does no harm."""
    stem = word.removesuffix("e")
    yield from (word + "s", word + "es", stem + "ed", stem + "ing", stem + "er", stem + "ers")
    yield from (word + word[-1] + "ed", word + word[-1] + "ing")
    if word.endswith("y"):
        yield from (word[:-1] + "ies", word[:-1] + "ied")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def check() -> int:
    """Compare what is shipped with a fresh build; processors may differ in the last digit."""
    shipped, built = json.loads(TARGET.read_text("utf-8")), build()
    one, other = shipped["weights"], built["weights"]
    apart = [name for name in one | other if abs(one.get(name, 0.0) - other.get(name, 0.0)) > DIGIT]
    apart += [
        word for word in shipped["kinds"] | built["kinds"] if shipped["kinds"].get(word) != built["kinds"].get(word)
    ]
    if apart:
        sys.stderr.write(f"{TARGET.name} differs from its texts ({', '.join(sorted(apart)[:5])} ...): run make build\n")
    return 1 if apart else 0


def main() -> int:
    """Do what the arguments ask for."""
    if "--cross" in sys.argv[1:]:
        return cross()
    if "--check" in sys.argv[1:]:
        return check()
    TARGET.write_text(json.dumps(build(), ensure_ascii=False, sort_keys=True, indent=0) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
