"""One encoder over a passage, and small heads over its words: labels, what belongs together, who stands how to what."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from passages import FACTUALITIES
from tocsin.knowledge.reader import LABELS, STANCES

PAIR = 96  # width of the vectors that pairs of stretches are compared by


@dataclass(frozen=True, slots=True)
class Read:
    """What the heads give for one passage of T pieces: hidden states T × 384, logits T × labels, one of relevance."""

    hidden: Tensor
    labels: Tensor
    relevant: Tensor


class Reader(nn.Module):
    """The encoder with its heads."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base)
        config._attn_implementation = "eager"  # noqa: SLF001 - the one that exports to ONNX
        self.encoder = BertModel.from_pretrained(base, config=config, add_pooling_layer=False)
        width = config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.labels = nn.Linear(width, len(LABELS))
        self.relevant = nn.Linear(width, 1)
        self.trigger = nn.Linear(width, PAIR)
        self.part = nn.Linear(width, PAIR)
        self.link = nn.Bilinear(PAIR, PAIR, 4)  # doer, hit, subject, weapon
        self.same = nn.Linear(2 * PAIR, 1)
        answers = len(STANCES) + len(FACTUALITIES)
        self.stand = nn.Sequential(nn.Linear(4 * PAIR, 128), nn.ReLU(), nn.Dropout(0.2), nn.Linear(128, answers))

    def forward(self, pieces: Tensor, mask: Tensor) -> Read:
        """Read padded passages: B × T ids and their mask."""
        hidden = self.encoder(pieces, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return Read(hidden, self.labels(hidden), self.relevant(mean)[:, 0])

    def alike(self, one: Tensor, other: Tensor) -> Tensor:
        """Say for pairs of triggers whether they tell of one event: logits N × 1."""
        return self.same(torch.cat([(one - other).abs(), one * other], dim=1))

    def stands(self, actor: Tensor, event: Tensor) -> Tensor:
        """Say what is told of actors' parts in events: logits N × (stances and factualities)."""
        return self.stand(torch.cat([actor, event, actor * event, (actor - event).abs()], dim=1))
