"""Score a reader on passages that it has not seen: labels, links, stances."""

from collections import Counter
from collections.abc import Sequence

import torch

from encoder import Reader
from examples import Example
from learn import pair_vectors
from tocsin.knowledge.reader import LABELS, ROLES, STANCES


@torch.no_grad()
def judge(reader: Reader, examples: Sequence[Example], sure: float = 0.5) -> dict[str, float]:
    """Return F1 of each label by stretches that overlap, of links and stances of gold stretches, of relevance."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in examples:
        read = reader(one.pieces[None], torch.ones(1, len(one.pieces)))
        said = torch.sigmoid(read.labels[0])
        for k, label in enumerate(LABELS):
            if one.known[k]:
                _runs(counts, label, said[:, k] > sure, one.labels[:, k] > 0.5)
        anys = said[:, :9].max(1).values > sure
        _runs(counts, "trigger", anys, one.labels[:, :9].max(1).values > 0.5)
        _tally(counts, "relevant", bool(read.relevant[0] > 0), one.relevant > 0.5)
        for pair in one.links:
            told = torch.sigmoid(reader.link(*pair_vectors(reader, read.hidden[0], "links", pair)))[0]
            for role, here, gold in zip(ROLES, told, pair.answer, strict=True):
                _tally(counts, f"link {role}", bool(here > sure), gold > 0.5)
        for pair in one.same:
            told = reader.alike(*pair_vectors(reader, read.hidden[0], "same", pair))[0, 0]
            _tally(counts, "same", bool(told > 0), pair.answer[0] > 0.5)
        for pair in one.stands:
            told = reader.stands(*pair_vectors(reader, read.hidden[0], "stands", pair))[0]
            stance = int(told[: len(STANCES)].argmax())
            gold = int(pair.answer[0])
            counts["stance", "said"] += stance > 0
            counts["stance", "gold"] += gold > 0
            counts["stance", "both"] += stance == gold > 0
    names = dict.fromkeys(name for name, _ in counts)
    return {
        name: round(200 * counts[name, "both"] / max(1, counts[name, "said"] + counts[name, "gold"]), 1)
        for name in names
    }


def _tally(counts: Counter[tuple[str, str]], name: str, said: bool, gold: bool) -> None:
    counts[name, "said"] += said
    counts[name, "gold"] += gold
    counts[name, "both"] += said and gold


def _runs(counts: Counter[tuple[str, str]], name: str, said: torch.Tensor, gold: torch.Tensor) -> None:
    mine, theirs = _stretches(said), _stretches(gold)
    counts[name, "said"] += len(mine)
    counts[name, "gold"] += len(theirs)
    counts[name, "both"] += sum(any(a < d and c < b for c, d in theirs) for a, b in mine)


def _stretches(flags: torch.Tensor) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for k, flag in enumerate(flags.tolist()):
        if flag and found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        elif flag:
            found.append((k, k + 1))
    return found
