"""How fast encoders are as int8 graphs, in one run: `python -m training.encoders FOLDER... [--texts N]`.

Each folder holds an encoder in the form of Hugging Face: config.json, model.safetensors, tokenizer.json. It
is written as a graph, cut to int8 (weights a channel, activations as they come) and run over the same
development texts in the reader's windows. Only the runs of the graph are timed; the best of the rounds
counts, and the encoders take turns, so that what else the machine does touches all of them alike.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from onrecord.find.models.trained.windows import windows_of
from training.export import OVERLAP, WINDOW
from training.texts import running_texts

__all__ = ["HEAD", "States", "measured", "opened", "spread", "write_graph"]

DATA = Path("../shared/data")
LEAST_WORDS = 100
ROUNDS = 2
TOGETHER, THREADS = 8, 2
HEAD = (
    "| encoder | parameters | int8 | pieces/word | words/s | cosine to fp32 |\n|---|---:|---:|---:|---:|---:|"
)
Feed = dict[str, Any]
One = TypeVar("One")


class States(nn.Module):
    """An encoder that takes ids and a mask, and gives its last states."""

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401 - transformers gives no types
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Give a row of states a piece."""
        states: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return states


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder as an int8 graph with its inputs; `cosine` compares its states with those of 32 bits."""

    name: str
    millions: float
    size: float
    pieces: int
    cosine: float
    session: Any
    feeds: list[Feed]


def main() -> None:
    """Print a row an encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--texts", type=int, default=200)
    asked = parser.parse_args()
    told, cells = measured(asked.folders, asked.texts)
    print(f"{told}\n\n{HEAD}")
    for name, row in cells.items():
        print(f"| {name} | {row} |")


def measured(folders: Sequence[Path], wanted: int) -> tuple[str, dict[str, str]]:
    """Say what was measured on, and give the cells behind the name of each encoder, as HEAD has them."""
    texts = spread([t for t in running_texts(DATA) if len(t.split()) >= LEAST_WORDS], wanted)
    words = sum(len(text.split()) for text in texts)
    encoders = [_encoder(folder, texts) for folder in folders]
    best = {encoder.name: float("inf") for encoder in encoders}
    for _ in range(ROUNDS):
        for encoder in encoders:
            best[encoder.name] = min(best[encoder.name], _seconds(encoder))
    told = f"{len(texts)} texts, {words:,} words, {THREADS} threads, windows of {WINDOW}, best of {ROUNDS}"
    return told, {one.name: _cells(one, words, best[one.name]) for one in encoders}


def _cells(one: Encoder, words: int, seconds: float) -> str:
    size = f"{one.millions:.0f} M | {one.size:.0f} MB | {one.pieces / words:.2f}"
    return f"{size} | {words / seconds:,.0f} | {one.cosine:.3f}"


def spread(texts: list[One], wanted: int) -> list[One]:
    """Give as many texts as are wanted, evenly spread over all of them."""
    step = max(1, len(texts) // wanted)
    return texts[::step][:wanted]


def _encoder(folder: Path, texts: list[str]) -> Encoder:
    model = States(AutoModel.from_pretrained(folder, attn_implementation="eager")).eval()
    feeds = _feeds(Tokenizer.from_file(str(folder / "tokenizer.json")), texts)
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch) / "whole.onnx", Path(scratch) / "small.onnx"
        write_graph(model, whole)
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        session, size = opened(small), small.stat().st_size / 1e6
        cosine = _cosine(opened(whole), session, feeds[0])
    millions = sum(p.numel() for p in model.parameters()) / 1e6
    pieces = sum(int(feed["mask"].sum()) for feed in feeds)
    return Encoder(folder.name, millions, size, pieces, cosine, session, feeds)


def write_graph(model: nn.Module, path: Path) -> None:
    """Write a model of ids and mask as a graph of any number of windows and pieces."""
    ids = torch.randint(5, 1000, (2, 16))
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        path,
        input_names=["ids", "mask"],
        output_names=["states"],
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "states")},
        opset_version=17,
        dynamo=False,
    )


def opened(path: Path) -> Any:  # noqa: ANN401 - onnxruntime gives no types
    """Open a graph on THREADS threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def _feeds(tokenizer: Tokenizer, texts: list[str]) -> list[Feed]:
    """Cut texts into the reader's windows, some of them together, each with its begin and end piece."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    begin, end = tokenizer.encode("").ids
    feeds = []
    for text in texts:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        windows = [[begin, *ids[s:e], end] for s, e in windows_of(len(ids), WINDOW - 2, OVERLAP)]
        feeds += [_feed(windows[k : k + TOGETHER]) for k in range(0, len(windows), TOGETHER)]
    return feeds


def _feed(windows: list[list[int]]) -> Feed:
    lengths = np.array([[len(window)] for window in windows])
    ids = np.full((len(windows), int(lengths.max())), 1, dtype=np.int64)
    for row, window in enumerate(windows):
        ids[row, : len(window)] = window
    return {"ids": ids, "mask": (np.arange(ids.shape[1]) < lengths).astype(np.int64)}


def _cosine(whole: Any, small: Any, feed: Feed) -> float:  # noqa: ANN401
    """Give the mean cosine of the states of the same pieces in both graphs, padding aside."""
    one, other = (session.run(None, feed)[0][feed["mask"] > 0] for session in (whole, small))
    lengths = np.linalg.norm(one, axis=-1) * np.linalg.norm(other, axis=-1)
    return float(((one * other).sum(-1) / lengths).mean())


def _seconds(encoder: Encoder) -> float:
    began = time.perf_counter()
    for feed in encoder.feeds:
        encoder.session.run(None, feed)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
