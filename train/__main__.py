"""Train the reader that Tocsin ships, from gold alone or with outside data beside it, and write it for the product.

    python train BASE OUT [--data FOLDER] [--muc4] [--epochs N] [--seed N] [--threads N]

BASE is the folder of the base model (`all-MiniLM-L6-v2`), OUT where `reader.onnx`, `reader.npz` and `reader.json` go.
A passage or story whose id has a CRC-32 divisible by six is kept for the scores that are printed at the end.
"""

import argparse
import shutil
import sys
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from encoder import Reader
from examples import Example, example
from export import export
from judge import judge
from learn import learn
from muc4 import read_muc4
from outside import read_outside
from passages import Passage, read_judged, read_marked
from stories import read_harmless, read_relevance, read_stories

GOLD = Path(__file__).resolve().parent.parent / "gold"
KEPT = 6
MUC4 = 0.3  # what a passage counts whose labels are only guessed from templates


def is_kept(passage: Passage) -> bool:
    """Tell whether a passage is kept from training; all windows of a story go together."""
    return zlib.crc32(passage.id.partition("#")[0].encode()) % KEPT == 0


def main() -> int:
    """Train, score and write."""
    parser = argparse.ArgumentParser(prog="train", description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, help="outside data: marked windows and harmless texts")
    parser.add_argument("--muc4", action="store_true", help="MUC-4's training part of that folder too")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=1)
    asked = parser.parse_args()
    if asked.muc4 and not asked.data:
        parser.error("--muc4 needs --data")
    torch.set_num_threads(asked.threads)
    tokenizer = Tokenizer.from_file(str(asked.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def cut(passages: Iterable[Passage]) -> list[Example]:
        return [one for passage in passages if (one := example(passage, tokenizer))]

    marked = list(read_marked(GOLD / "passages" / "open.jsonl"))
    stories = read_stories(GOLD / "passages" / "stories.jsonl")
    judged = list(read_judged(GOLD / "passages" / "judgements.jsonl"))
    texts = read_relevance(GOLD / "relevance.jsonl")
    beside = []
    if asked.data:
        beside += read_outside(GOLD / "passages" / "outside.jsonl", asked.data)
        beside += read_harmless(GOLD / "harmless.jsonl", asked.data)
    if asked.muc4:
        beside += read_muc4(asked.data / "muc4" / "full_train.jsonl", MUC4)
    train = cut([*(p for p in (*marked, *stories, *judged, *texts) if not is_kept(p)), *beside])
    print(f"{len(train)} passages, {sum(len(one.pieces) for one in train)} pieces", flush=True)
    reader = Reader(asked.base)
    start = time.process_time()
    learn(reader, train, epochs=asked.epochs, seed=asked.seed, rate=asked.rate)
    print(f"{time.process_time() - start:.0f} CPU-seconds")
    kept: dict[str, Iterable[Passage]] = {
        "passages": read_marked(GOLD / "passages" / "held.jsonl"),
        "stories": filter(is_kept, stories),
        "judgements": filter(is_kept, judged),
    }
    for name, passages in kept.items():
        print(name, judge(reader, cut(passages)), flush=True)
    export(reader, asked.out)
    shutil.copy(asked.base / "tokenizer.json", asked.out / "reader.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
