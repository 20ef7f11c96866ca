"""Fit the labels of whole texts anew, the encoder frozen: `python -m training.refit MODEL ENCODER OUT`.

Labels of whole texts learn slowly beside heads that judge every piece. So when the encoder is done, each
label gets a logistic regression over pooled states and one over hashed runs of words and letters
(`training/refitting/`), weighed against each other on texts held out. What comes of it is folded into the
weights of the labels, a table of words and thresholds; `training.export` packs all three.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from training.examples import load
from training.model.clean import without_dev_sentences
from training.model.heads import FURTHER, label_slice
from training.model.network import Reader
from training.refitting.fitting import Head, fit_head
from training.refitting.regressions import Row
from training.refitting.settings import settings_of
from training.refitting.states import columns_of, graph_of_states
from training.refitting.stored import save_refitted
from training.refitting.texts import HEADS, label_sets
from training.refitting.words import narrowed


def main() -> None:
    """Write OUT, a model whose label heads are fitted anew, and print how each was."""
    asked = _asked()
    reader = Reader.from_folder(asked.encoder)
    reader.load_state_dict(torch.load(asked.model, weights_only=True)["model"])
    graph = graph_of_states(reader, (asked.encoder / "tokenizer.json").read_text("utf-8"), asked.threads)
    texts = label_sets(without_dev_sentences(load(asked.data)), asked.fold, asked.most)
    found: dict[str, Head] = {}
    with get_context("spawn").Pool(asked.jobs) as pool:  # a set at a time goes to each
        asks = [
            pool.apply_async(fit_head, (graph, *texts[name], asked.cache))
            for name in sorted(asked.sets, key=lambda name: -sum(map(len, texts[name][0].texts)))
        ]
        for head in (ask.get() for ask in asks):
            print(head.judged.name, *(round(x, 3) for x in head.mix[:2]), [row.own for row in head.rows])
            found[HEADS[head.judged.name]] = head
    settings = asdict(settings_of(found.values()))
    save_refitted(asked.out, reader, put(reader, found), tables(found), settings)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="weights as training.train writes them")
    parser.add_argument("encoder", type=Path, help="the folder of the encoder that was trained")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--sets", nargs="+", choices=tuple(HEADS), default=tuple(HEADS))
    parser.add_argument("--most", type=int, help="texts of one set at most, for a quick look")
    parser.add_argument("--fold", type=int, default=-1, help="leave out what this fold is judged on")
    parser.add_argument("--cache", type=Path, help="a folder that keeps pooled states for the next time")
    parser.add_argument("--jobs", type=int, default=2, help="sets that are fitted at once")
    parser.add_argument("--threads", type=int, default=1, help="cores that read texts, for each of them")
    return parser.parse_args()


def put(reader: Reader, found: Mapping[str, Head]) -> dict[str, Tensor]:
    """Put fitted rows into a reader's labels; give those of heads that it does not have (`stored.widen`)."""
    width = reader.bias.shape[0]
    with torch.no_grad():
        rows = {name: _rows(reader, name, head.rows) for name, head in found.items()}
        further = _further(reader, rows)
        for name, row in rows.items():
            at = label_slice(name)
            both = [*range(at.start, at.stop), *range(width + at.start, width + at.stop)]
            reader.labels.weight[both] = torch.cat([row.attention, row.values])
            reader.labels.bias[both] = torch.cat([row.shift, torch.zeros(len(row.shift))])
            reader.bias[at] = row.bias
    return further


def tables(found: Mapping[str, Head]) -> dict[str, Any]:
    """Give the tables of words that count, in int8."""
    small: dict[str, Any] = {}
    for name, head in found.items():
        if np.any(head.table):
            small[name], small[f"{name}.scale"] = narrowed(head.table)
    return small


class _Rows(NamedTuple):
    """What stands in the label layer for a head; even attention is 0."""

    attention: Tensor
    shift: Tensor
    values: Tensor
    bias: Tensor


def _rows(reader: Reader, name: str, rows: tuple[Row, ...]) -> _Rows:
    own = torch.tensor([[float(row.own)] for row in rows])
    at = columns_of(name)
    values = torch.tensor(np.stack([row.weight for row in rows]), dtype=torch.float32)
    bias = torch.tensor([row.bias for row in rows], dtype=torch.float32)
    return _Rows(reader.labels.weight[at] * own, reader.labels.bias[at] * own[:, 0], values, bias)


def _further(reader: Reader, rows: dict[str, _Rows]) -> dict[str, Tensor]:
    """Take out of `rows` what heads of FURTHER get, zeros where nothing was fitted to them."""
    size = reader.labels.in_features
    for name, row in list(rows.items()):
        if row.values.shape[1] > size:  # what stands between parties is weighed behind the whole
            none = torch.zeros(len(row.bias), size)
            rows[f"{name}_between"] = _Rows(none, none[:, 0], row.values[:, size:], none[:, 0])
            rows[name] = row._replace(values=row.values[:, :size])
    found = [rows.pop(one.name, _nothing(len(one.classes), size)) for one in FURTHER]
    weight = torch.cat([row.attention for row in found] + [row.values for row in found])
    shift = torch.cat([row.shift for row in found] + [torch.zeros(len(row.shift)) for row in found])
    return {"weight": weight, "shift": shift, "bias": torch.cat([row.bias for row in found])}


def _nothing(labels: int, size: int) -> _Rows:
    none = torch.zeros(labels, size)
    return _Rows(none, none[:, 0], none, none[:, 0])


if __name__ == "__main__":
    main()
