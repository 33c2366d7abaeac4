"""Write a reader as an int8 ONNX file and the weights of its heads over pairs, for the product to read."""

from pathlib import Path

import numpy as np
import torch

# ONNX Runtime would report its use to its makers: `make train` sets ORT_DISABLE_TELEMETRY.
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from encoder import Reader


class Outputs(nn.Module):
    """What the product needs of one passage: chances of labels and of relevance, and vectors of words for pairs."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Read one passage, 1 × T ids."""
        read = self.reader(pieces, torch.ones_like(pieces, dtype=torch.float32))
        hidden = read.hidden[0]
        labels = torch.sigmoid(read.labels[0])
        return labels, torch.sigmoid(read.relevant), self.reader.trigger(hidden), self.reader.part(hidden)


def export(reader: Reader, folder: Path) -> None:
    """Write `reader.onnx` and `reader.npz` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    torch.onnx.export(
        Outputs(reader.eval()), (torch.ones(1, 12, dtype=torch.long),), str(whole), dynamo=False, opset_version=17,
        input_names=["pieces"], output_names=["labels", "relevant", "triggers", "parts"],
        dynamic_axes={"pieces": {1: "T"}, "labels": {0: "T"}, "triggers": {0: "T"}, "parts": {0: "T"}},
    )  # fmt: skip
    quantize_dynamic(whole, folder / "reader.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
    whole.unlink()
    pairs = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in reader.state_dict().items()
        if name.startswith(("link.", "same.", "stand."))
    }
    np.savez_compressed(folder / "reader.npz", **pairs)
