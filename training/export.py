"""Pack a trained reader into the one file that ships: `python -m training.export MODEL ENCODER OUT [--settings FILE]`.

The graph is cut to int8 (weights a channel, activations as they come), which a processor without VNNI runs as
well, only slower. The pair layers stay apart as arrays, since they score pairs of stretches that are known
only when the graph has run.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.model.heads import LABELS, MARKS, PAIRS, TAGS
from training.model.network import Reader

WINDOW, OVERLAP = 320, 48


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
    parser.add_argument("model", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--exact", action="store_true", help="keep 32-bit weights, to compare with")
    asked = parser.parse_args()
    reader = Reader.from_folder(asked.encoder)
    reader.load_state_dict(torch.load(asked.model, weights_only=True)["model"])
    settings = json.loads(asked.settings.read_text("utf-8")) if asked.settings else {}
    packed = pack(
        reader.eval(), (asked.encoder / "tokenizer.json").read_text("utf-8"), settings, exact=asked.exact
    )
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(packed)
    print(f"{asked.out}: {len(packed) / 1e6:.1f} MB")


def pack(reader: Reader, tokenizer: str, settings: dict[str, Any], *, exact: bool = False) -> bytes:
    """Give the packed file; the same reader and settings give the same bytes."""
    graph = graph_of(reader, exact=exact)
    arrays = io.BytesIO()
    np.savez(arrays, **arrays_of(reader))
    slim = json.dumps(json.loads(tokenizer), ensure_ascii=False, separators=(",", ":"))
    version = hashlib.sha256(graph + arrays.getvalue()).hexdigest()[:8]
    card = {name: [[h.name, list(h.classes)] for h in heads] for name, heads in _tables().items()}
    card |= {"window": WINDOW, "overlap": OVERLAP, "version": version, "settings": settings}  # type: ignore[dict-item]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (
            ("reader.onnx", graph),
            ("tokenizer.json", slim.encode()),
            ("pairs.npz", arrays.getvalue()),
            ("card.json", json.dumps(card, indent=1, sort_keys=True).encode()),
        ):
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _tables() -> dict[str, tuple[Any, ...]]:
    return {"tags": TAGS, "marks": MARKS, "labels": LABELS, "pairs": PAIRS}


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
    """Give the graph as bytes, in int8 unless `exact`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        ids = torch.randint(5, 1000, (2, 16))
        torch.onnx.export(
            Shipped(reader),
            (ids, torch.ones_like(ids)),
            whole,
            input_names=["ids", "mask"],
            output_names=["tags", "marks", "labels", "halves"],
            dynamic_axes={
                n: {0: "windows", 1: "pieces"} for n in ("ids", "mask", "tags", "marks", "labels", "halves")
            },
            opset_version=17,
            dynamo=False,
        )
        if exact:
            return whole.read_bytes()
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        return small.read_bytes()


if __name__ == "__main__":
    main()
