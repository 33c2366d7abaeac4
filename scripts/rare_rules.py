"""Count the wordings of `cues.yml` and `judgements.yml` that fire on fewer than three documents.

    python scripts/rare_rules.py [DATA_FOLDER] [--list]

The documents are the gold stories, the open passages and the short texts, and, where a data folder is given, its
articles. `--list` prints the wordings too. One that fires seldom is no fault by itself: nothing here speaks for it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from tocsin.annotate import annotate
from tocsin.bench import marks
from tocsin.bench.gold import from_record, records
from tocsin.extract.judgements.masks import masked
from tocsin.knowledge import load
from tocsin.knowledge.wording import Small, Wording, small
from tocsin.resolve import resolve

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "gold"
LEXICONS = ROOT / "resources" / "lexicons"
LEAST = 3  # documents
ARTICLES = ("articles/wikinews_2019_2020_all.jsonl", "geovirus/geovirus.jsonl", "meantime/meantime_en.jsonl")


def texts(data: Path | None) -> Iterator[str]:
    """Yield the documents."""
    for path in sorted((GOLD / "stories").glob("*.txt")):
        yield path.read_text("utf-8")
    yield from (one.text for one in marks.load(GOLD / "passages" / "open.jsonl"))
    for line in (GOLD / "relevance.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    for name in ARTICLES if data else ():
        yield from (str(record["text"]) for record in records(data / name) if "text" in record)  # type: ignore[operator]


def wordings() -> Iterator[tuple[str, str, Wording, bool]]:
    """Yield list, source, pattern and whether it reads the masked text, for each wording."""
    cues = yaml.safe_load((LEXICONS / "cues.yml").read_text("utf-8"))
    for kind, patterns in cues.items():
        yield from ((f"cues/{kind}", source, Wording(rf"\b(?:{source})\b"), False) for source in patterns)
    judgements = yaml.safe_load((LEXICONS / "judgements.yml").read_text("utf-8"))
    parts = {name: "(?:" + "|".join(words) + ")" for name, words in judgements["parts"].items()}
    for kind, patterns in judgements["types"].items():
        for source in patterns:
            whole = source
            for name, words in parts.items():
                whole = whole.replace(f"{{{name}}}", words)
            yield f"judgements/{kind}", source, Wording(rf"(?<![\w-])(?:{whole})(?:(?<=\s)|(?!\w))"), True


def main() -> None:
    """Print the counts list by list."""
    asked = [argument for argument in sys.argv[1:] if argument != "--list"]
    known, sought = load(), list(wordings())
    fired: Counter[int] = Counter()
    documents = list(texts(Path(asked[0]) if asked else None))
    for text in documents:
        plain: Small = small(text)
        covered = masked(resolve(annotate(from_record({"id": "x", "text": text}, "x"), known), known))
        for at, (_, _, wording, masks) in enumerate(sought):
            fired[at] += wording.search(covered if masks else plain) is not None
    rare = [at for at in range(len(sought)) if fired[at] < LEAST]
    whole, seldom = Counter(one[0] for one in sought), Counter(sought[at][0] for at in rare)
    print(f"{len(documents)} documents, {len(sought)} wordings, of which {len(rare)} fire on fewer than {LEAST}")
    for name, count in whole.items():
        print(f"{name:28} {count:4} {seldom[name]:4}")
    if "--list" in sys.argv:
        print(*(f"{fired[at]}  {sought[at][0]}  {sought[at][1]}" for at in rare), sep="\n")


if __name__ == "__main__":
    main()
