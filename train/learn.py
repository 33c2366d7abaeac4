"""Teach the encoder and its heads; every head's loss counts as its weight says."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from encoder import Reader
from examples import Example, Pair
from tocsin.knowledge.reader import STANCES

TOGETHER = 32  # examples among which like lengths meet; over all of them, texts without a mark would meet each other
SLACK = 20  # batches by which one epoch may be longer than another


def learn(
    reader: Reader, examples: Sequence[Example], *, epochs: int, seed: int, rate: float = 2e-4, pieces: int = 512
) -> Reader:
    """Train in place and return the reader; a batch holds about so many `pieces`."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    reader.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    rare = rarity(examples)
    steps = epochs * (SLACK + sum(1 for _ in batches(examples, pieces, random.Random(seed))))
    tuned = torch.optim.AdamW([{"params": encoder, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(tuned, [rate, 5 * rate], total_steps=steps, pct_start=0.1)
    reader.train()
    for _ in range(epochs):
        total = 0.0
        count = 0
        for batch in batches(examples, pieces, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                value = loss(reader, batch, rare)
            value.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            tuned.step()
            schedule.step()
            tuned.zero_grad()
            total += value.item()
            count += 1
        print(f"loss {total / count:.3f}", flush=True)
    return reader.eval()


def rarity(examples: Sequence[Example]) -> Tensor:
    """Return what a word that bears a label counts beyond one: the rarer the label the more, from 1 to 6."""
    seen = torch.stack([one.labels.sum(0) * one.weight for one in examples]).sum(0).clamp(min=1)
    return (2 * (seen.median() / seen).sqrt()).clamp(1, 6)


def batches(examples: Sequence[Example], pieces: int, chance: random.Random) -> Iterator[list[Example]]:
    """Yield examples in an order by chance, among some dozens of them those of like length together."""
    order = chance.sample(examples, len(examples))
    for first in range(0, len(order), TOGETHER):
        groups: list[list[Example]] = [[]]
        for one in sorted(order[first : first + TOGETHER], key=lambda one: len(one.pieces)):
            if groups[-1] and (len(groups[-1]) + 1) * len(one.pieces) > pieces:
                groups.append([])
            groups[-1].append(one)
        chance.shuffle(groups)
        yield from groups


def loss(reader: Reader, batch: Sequence[Example], rare: Tensor) -> Tensor:
    """Return the loss of one batch over all heads."""
    longest = max(len(one.pieces) for one in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest)
    for k, one in enumerate(batch):
        ids[k, : len(one.pieces)] = one.pieces
        mask[k, : len(one.pieces)] = 1
    read = reader(ids, mask)
    weight = torch.tensor([one.weight for one in batch])
    relevant = functional.binary_cross_entropy_with_logits(
        read.relevant, torch.tensor([one.relevant for one in batch]), weight=weight
    )
    parts = [0.5 * relevant]
    gold = torch.zeros_like(read.labels)
    asked = torch.zeros_like(read.labels)
    for k, one in enumerate(batch):
        gold[k, : len(one.pieces)] = one.labels
        asked[k, : len(one.pieces)] = one.known * one.weight
    labels = functional.binary_cross_entropy_with_logits(read.labels, gold, reduction="none")
    labels = labels * asked * (1 + rare * gold)
    parts.append(8 * labels.sum() / asked.sum().clamp(min=1))
    triggers, part = reader.trigger(read.hidden).float(), reader.part(read.hidden).float()
    for name, weigh in (("links", 1.0), ("same", 0.5), ("stands", 1.0)):
        pairs = [(k, pair) for k, one in enumerate(batch) for pair in getattr(one, name)]
        if pairs:
            parts.append(weigh * _pairs(reader, name, pairs, triggers, part))
    return torch.stack(parts).sum()


def _pairs(reader: Reader, name: str, pairs: list[tuple[int, Pair]], triggers: Tensor, part: Tensor) -> Tensor:
    left, right = (triggers, part) if name == "links" else (triggers, triggers) if name == "same" else (part, triggers)
    one = torch.stack([left[k, pair.left[0] : pair.left[1] + 1].mean(0) for k, pair in pairs])
    other = torch.stack([right[k, pair.right[0] : pair.right[1] + 1].mean(0) for k, pair in pairs])
    answers = torch.tensor([pair.answer for _, pair in pairs])
    with torch.autocast("cpu", enabled=False):
        return _told(reader, name, one, other, answers)


def _told(reader: Reader, name: str, one: Tensor, other: Tensor, answers: Tensor) -> Tensor:
    if name == "links":
        return functional.binary_cross_entropy_with_logits(reader.link(one, other), answers)
    if name == "same":
        return functional.binary_cross_entropy_with_logits(reader.alike(one, other), answers)
    told = reader.stands(one, other)
    stance = functional.cross_entropy(told[:, : len(STANCES)], answers[:, 0].long())
    sure = answers[:, 1] >= 0
    if not sure.any():
        return stance
    factuality = functional.cross_entropy(told[sure][:, len(STANCES) :], answers[sure][:, 1].long())
    return stance + 0.3 * factuality


def pair_vectors(reader: Reader, hidden: Tensor, name: str, pair: Pair) -> tuple[Tensor, Tensor]:
    """Return the vectors of one pair of stretches of a passage's hidden states, each 1 × width."""
    sides = {
        "links": (reader.trigger, reader.part),
        "same": (reader.trigger, reader.trigger),
        "stands": (reader.part, reader.trigger),
    }
    left, right = sides[name]
    one = hidden[pair.left[0] : pair.left[1] + 1]
    other = hidden[pair.right[0] : pair.right[1] + 1]
    return left(one).mean(0, keepdim=True), right(other).mean(0, keepdim=True)
