"""Pack a trained reader for shipping: `python -m training.export MODEL ENCODER OUT [--settings FILE]`.

The graph is cut to int8 (weights a channel, activations as they come), which a processor without VNNI runs as
well, only slower. The pair layers stay apart as arrays, since they score pairs of stretches that are known
only when the graph has run.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model.heads import PAIRS
from training.model.network import Reader
from training.packing import OVERLAP, WINDOW, packed

__all__ = ["OVERLAP", "WINDOW", "arrays_of", "graph_of", "main", "pack"]

INPUTS, OUTPUTS = ("ids", "mask"), ("tags", "marks", "labels", "halves")
OPERATIONS = 17
"""The version of ONNX's operations."""


class Shipped(nn.Module):
    """The network with the outputs that the graph gives."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give tags, marks, labels and halves."""
        found: tuple[Tensor, Tensor, Tensor, Tensor] = self.reader(ids, mask)
        return found


def main() -> None:
    """Write the packed file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="weights as training.train writes them")
    parser.add_argument("encoder", type=Path, help="the folder of the encoder that was trained")
    parser.add_argument("out", type=Path)
    parser.add_argument("--settings", type=Path, help="thresholds and calibration of training.tune")
    parser.add_argument("--exact", action="store_true", help="keep 32-bit weights, to compare with")
    asked = parser.parse_args()
    reader = Reader.from_folder(asked.encoder)
    reader.load_state_dict(torch.load(asked.model, weights_only=True)["model"])
    settings = json.loads(asked.settings.read_text("utf-8")) if asked.settings else {}
    tokenizer = (asked.encoder / "tokenizer.json").read_text("utf-8")
    content = pack(reader.eval(), tokenizer, settings, exact=asked.exact)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(content)
    print(f"{asked.out}: {len(content) / 1e6:.1f} MB")


def pack(reader: Reader, tokenizer: str, settings: dict[str, Any], *, exact: bool = False) -> bytes:
    """Give the packed file; the same reader and settings give the same bytes."""
    return packed(graph_of(reader, exact=exact), arrays_of(reader), tokenizer, settings)


def arrays_of(reader: Reader) -> dict[str, Any]:
    """Give the pair layers and the bias of labels by name."""
    found = {"labels.bias": reader.bias.detach().numpy()}
    for head in PAIRS:
        layer: Any = reader.pairs[head.name]
        found |= {
            f"{head.name}.distance": layer.distance.weight.detach().numpy(),
            f"{head.name}.alike": layer.alike.weight.detach().numpy(),
            f"{head.name}.out": layer.out.weight.detach().numpy(),
            f"{head.name}.bias": layer.out.bias.detach().numpy(),
        }
    return found


def graph_of(reader: Reader, *, exact: bool) -> bytes:
    """Give the graph as bytes, in int8 unless `exact`; its windows and pieces are as many as are put in."""
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        _write(reader, whole)
        if exact:
            return whole.read_bytes()
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        return small.read_bytes()


def _write(reader: Reader, out: Path) -> None:
    ids = torch.full((2, 16), reader.encoder.config.vocab_size - 1)
    torch.onnx.export(
        Shipped(reader).eval(),
        (ids, torch.ones_like(ids)),
        out,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=OPERATIONS,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
