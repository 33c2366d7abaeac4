"""Passages cut into pieces, with what each head is to answer."""

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from passages import FACTUALITIES, Passage
from tocsin.bench.marks import Mark
from tocsin.knowledge.reader import JUDGEMENTS, KINDS, LABELS, LONGEST, ROLES, STANCES


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches of pieces (first, last) and the answer: a class, or for links a yes or no in each place."""

    left: tuple[int, int]
    right: tuple[int, int]
    answer: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One passage for the heads; `labels` are T × labels of 0 and 1, `known` says which labels were looked for."""

    id: str
    pieces: Tensor
    labels: Tensor
    known: Tensor
    relevant: float
    links: tuple[Pair, ...]
    same: tuple[Pair, ...]
    stands: tuple[Pair, ...]
    weight: float


def example(passage: Passage, tokenizer: Tokenizer) -> Example | None:
    """Return what the heads learn from a passage; none where it is too long for the encoder."""
    cut = tokenizer.encode(passage.text)
    if len(cut.ids) > LONGEST:
        return None
    labels = torch.zeros(len(cut.ids), len(LABELS))
    places: dict[Mark, tuple[int, int]] = {}
    for mark in passage.marks:
        inside = [
            k
            for k, (start, end) in enumerate(cut.offsets)
            if start < mark.span.end and end > mark.span.start and end > start
        ]
        if inside:
            places[mark] = (inside[0], inside[-1])
            if mark.label in LABELS:
                labels[inside[0] : inside[-1] + 1, LABELS.index(mark.label)] = 1
    known = torch.tensor([float(label in passage.known) for label in LABELS])
    triggers = [mark for mark in places if mark.label in KINDS]
    parts = list({places[mark]: mark for mark in places if mark.label not in (*KINDS, *JUDGEMENTS)}.values())
    links = tuple(
        Pair(
            places[trigger],
            places[part],
            tuple(
                float(any(m.label == role and m.of == trigger.of and places[m] == places[part] for m in places))
                for role in ROLES
            ),
        )
        for trigger in triggers
        for part in parts
    )
    same = tuple(
        Pair(places[one], places[other], (float(one.of == other.of),))
        for k, one in enumerate(triggers)
        for other in triggers[k + 1 :]
    )
    return Example(
        passage.id, torch.tensor(cut.ids), labels, known, float(passage.relevant), links, same,
        _stands(passage, places, triggers, parts) if passage.has_stands else (), passage.weight,
    )  # fmt: skip


def _stands(
    passage: Passage, places: dict[Mark, tuple[int, int]], triggers: list[Mark], parts: list[Mark]
) -> tuple[Pair, ...]:
    """Pair every party or doer with every event; what nobody says about a pair is the first class."""
    told = {(stand.actor, stand.event): stand for stand in passage.stands if stand.actor}
    pairs = []
    for trigger in triggers:
        for part in parts:
            here = [m for m in places if places[m] == places[part]]
            if not any(m.label in ("actor", "holder", "doer", "subject") for m in here):
                continue
            stand = next((told[m.of, trigger.of] for m in here if (m.of, trigger.of) in told), None)
            stance = STANCES.index(stand.stance) if stand else 0
            sure = FACTUALITIES.index(stand.factuality) if stand and stand.factuality in FACTUALITIES else -1
            pairs.append(Pair(places[part], places[trigger], (float(stance), float(sure))))
    return tuple(pairs)
