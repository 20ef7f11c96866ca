"""Pack a trained reader for shipping: `python -m training.export MODEL ENCODER OUT [--settings FILE]`.

MODEL is what `training.train` or `training.refit` wrote; of settings in both, those of FILE count.

Attention is one operation (`training/fusing.py`); the graph is cut to int8 (weights a channel, activations as
they come, their outliers made small before by `training/smoothing.py`), which a processor without VNNI runs
as well, only slower. The pair layers stay apart as arrays, since they score pairs of stretches that are known
only when the graph has run.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.fusing import fused
from training.model.heads import PAIRS
from training.model.network import Reader
from training.packing import INPUTS, OVERLAP, WINDOW, packed
from training.refitting.stored import open_refitted
from training.smoothing import smoothed
from training.tuning.uses import Chosen

__all__ = ["OVERLAP", "WINDOW", "arrays_of", "graph_of", "main", "pack"]

OUTPUTS = ("tags", "marks", "labels", "halves")
WHOLE = ("/reader/labels/MatMul",)
"""What stays in 32 bits: labels are fitted to the states of the int8 graph, which lie close together."""
OPERATIONS = 17
"""The version of ONNX's operations."""
FLOAT = onnx.TensorProto.FLOAT
"""What attention gives: of an operation that is onnxruntime's own the quantizer does not know it."""


def main() -> None:
    """Write the packed file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="weights as training.train writes them")
    parser.add_argument("encoder", type=Path, help="the folder of the encoder that was trained")
    parser.add_argument("out", type=Path)
    parser.add_argument("--settings", type=Path, help="thresholds and calibration of training.tune")
    parser.add_argument("--exact", action="store_true", help="keep 32-bit weights, to compare with")
    asked = parser.parse_args()
    found = open_refitted(asked.model, asked.encoder)
    settings = Chosen(**found.settings)
    if asked.settings:
        settings.add(Chosen(**json.loads(asked.settings.read_text("utf-8"))))
    tokenizer = (asked.encoder / "tokenizer.json").read_text("utf-8")
    content = pack(found.reader.eval(), tokenizer, asdict(settings), exact=asked.exact, ngrams=found.ngrams)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(content)
    print(f"{asked.out}: {len(content) / 1e6:.1f} MB")


def pack(
    reader: Reader,
    tokenizer: str,
    settings: dict[str, Any],
    *,
    exact: bool = False,
    ngrams: Mapping[str, Any] | None = None,
) -> bytes:
    """Give the packed file; the same reader, settings and tables of `training.refit` give the same bytes."""
    return packed(graph_of(reader, exact=exact), arrays_of(reader), tokenizer, settings, ngrams)


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
    """Give the graph as bytes, in int8 unless `exact`.

    Its windows and pieces are as many as are put in; all windows of a run have one length, nothing is masked.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        _write(reader if exact else smoothed(reader), whole)
        if exact:
            return whole.read_bytes()
        quantize_dynamic(
            whole,
            small,
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=list(WHOLE),
            extra_options={"DefaultTensorType": FLOAT},
        )
        return small.read_bytes()


def _write(reader: Reader, out: Path) -> None:
    ids = torch.full((2, 16), reader.encoder.config.vocab_size - 1)
    torch.onnx.export(
        fused(reader),
        (ids,),
        out,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=OPERATIONS,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
