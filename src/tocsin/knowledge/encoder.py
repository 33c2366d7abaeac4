"""The encoder that was trained, and the small heads that compare two of its words."""

from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tocsin.knowledge.reader import LONGEST, STANCES, Passage

Floats = NDArray[np.float32]


class Encoder:
    """The trained reader: one passage at a time, unpadded, on one thread."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, weights: dict[str, Floats]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._weights = weights

    def read(self, text: str) -> Passage:
        """Read one passage; what lies beyond the longest is cut off."""
        cut = self._tokenizer.encode(text)
        ids = np.array([cut.ids[:LONGEST]], dtype=np.int64)
        labels, relevant, events, parts = self._session.run(None, {"pieces": ids})
        return Passage(tuple(cut.offsets[:LONGEST]), labels, events, parts, float(relevant[0]))

    def links(self, event: Floats, part: Floats) -> Floats:
        """Return the chances that a part is an event's doer, that it is hit, its subject, its weapon."""
        weights = self._weights
        return _squashed(np.einsum("i,kij,j->k", event, weights["link.weight"], part) + weights["link.bias"])

    def alike(self, one: Floats, other: Floats) -> float:
        """Return the chance that two words tell one event."""
        pair = np.concatenate([np.abs(one - other), one * other])
        return float(_squashed(self._weights["same.weight"] @ pair + self._weights["same.bias"])[0])

    def stances(self, part: Floats, event: Floats) -> Floats:
        """Return the chances of each stance on a party's part in an event, the first that none is taken."""
        weights = self._weights
        pair = np.concatenate([part, event, part * event, np.abs(part - event)])
        inner = np.maximum(weights["stand.0.weight"] @ pair + weights["stand.0.bias"], 0)
        told = (weights["stand.3.weight"] @ inner + weights["stand.3.bias"])[: len(STANCES)]
        chances = np.exp(told - told.max())
        return np.asarray(chances / chances.sum(), dtype=np.float32)


def _squashed(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), dtype=np.float32)


def open_encoder() -> Encoder:
    """Open the shipped encoder; it takes some 0.2 seconds and 90 MB."""
    folder = files("tocsin.data")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession((folder / "reader.onnx").read_bytes(), options, ["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((folder / "reader.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    with (folder / "reader.npz").open("rb") as stored:
        weights = {name: value.astype(np.float32) for name, value in np.load(stored).items()}
    return Encoder(session, tokenizer, weights)
