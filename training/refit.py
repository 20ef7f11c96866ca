"""Fit the label heads anew on a frozen encoder: `python -m training.refit MODEL ENCODER OUT`.

Labels of whole texts learn slowly beside heads that judge every piece, and pooled states of one encoder lie
close together. So when the encoder is done, each label gets a logistic regression over standardised pooled
states: pooled by the label's own trained attention or evenly, whichever does better in cross-validation on
the training part. The result is folded back into the weights of the same graph: nothing is added to it.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict, cross_val_score
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.find.models.trained.windows import kept, windows_of
from training.examples import Placed, load
from training.export import OVERLAP, WINDOW
from training.model.clean import without_dev_sentences
from training.model.heads import LABELS, label_slice
from training.model.layers import targets_of
from training.model.mixture import held_out
from training.model.network import Reader
from training.model.text_losses import EXCLUSIVE

MOST_WINDOWS = 3
"""Windows of a text that are read: what a report is about stands at its head."""
SETS = frozenset({"satp", "insightcrime", "ipe_docs", "ipe_sents", "cameo", "plover"})
STRENGTHS = (0.003, 0.01, 0.03, 0.1)
FEWEST = 5
"""Texts that must carry a label before a curve is fitted to it."""
MOST = 1400
"""Texts of one scheme at most; empty ones are dropped first."""


class States(nn.Module):
    """The network as far as its states and label attention."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Give states and attention logits of each piece."""
        states = self.reader.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return states, self.reader.labels(states)[..., : self.reader.bias.shape[0]]


class Pooled(NamedTuple):
    """A text's states pooled evenly, and by each label's attention."""

    even: Any
    own: Any
    gold: Any
    name: str


def main() -> None:
    """Write OUT, a model whose label heads are refitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    asked = parser.parse_args()
    reader = Reader.from_folder(asked.encoder)
    reader.load_state_dict(torch.load(asked.model, weights_only=True)["model"])
    session = session_of(reader.eval())
    tokenizer = Tokenizer.from_file(str(asked.encoder / "tokenizer.json"))
    rows = [
        row for p in chosen(without_dev_sentences(load(asked.data))) if (row := pool(session, tokenizer, p))
    ]
    width = reader.bias.shape[0]
    with torch.no_grad():
        for head in LABELS[1:]:  # types of incidents are learnt well beside the parts of incidents
            at = label_slice(head.name)
            some = [row for row in rows if row.gold[at.start] >= 0]
            fit = _one if head.name in EXCLUSIVE else _several
            for k, (attention, weight, bias) in enumerate(fit(some, at)):
                if attention == "even":
                    reader.labels.weight[at.start + k] = 0
                    reader.labels.bias[at.start + k] = 0
                reader.labels.weight[width + at.start + k] = torch.tensor(weight)
                reader.labels.bias[width + at.start + k] = 0
                reader.bias[at.start + k] = float(bias)
    torch.save({"model": reader.state_dict()}, asked.out)


def chosen(found: list[Placed]) -> Iterator[Placed]:
    """Give the training texts that carry labels, without those held out; fewer of the empty ones."""
    counts: defaultdict[str, int] = defaultdict(int)
    for placed in sorted(
        (p for p in found if p.example.set in SETS and p.part == "train"),
        key=lambda p: (not (any(p.example.labels.values()) or p.example.muc), p.example.id),
    ):
        targets = placed.part == "train" and not held_out(placed) and targets_of(placed.example).labels
        if targets is not False and targets is not None and counts[placed.example.set] < MOST:
            counts[placed.example.set] += 1
            yield placed


def session_of(reader: Reader) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """Give an int8 session that yields states: the features are those of the shipped graph."""
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        ids = torch.randint(5, 1000, (2, 16))
        names = ("ids", "mask", "states", "attention")
        torch.onnx.export(
            States(reader),
            (ids, torch.ones_like(ids)),
            whole,
            input_names=["ids", "mask"],
            output_names=["states", "attention"],
            dynamic_axes={n: {0: "windows", 1: "pieces"} for n in names},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, small, per_channel=True, weight_type=QuantType.QInt8)
        return onnxruntime.InferenceSession(small.read_bytes(), providers=["CPUExecutionProvider"])


def pool(
    session: Any,  # noqa: ANN401 - onnxruntime has no types
    tokenizer: Tokenizer,
    placed: Placed,
) -> Pooled | None:
    """Read one text and pool its states."""
    ids = tokenizer.encode(placed.example.text, add_special_tokens=False).ids
    if not ids:
        return None
    windows = windows_of(len(ids), WINDOW - 2, OVERLAP)[:MOST_WINDOWS]
    states, attention = [], []
    for k, (start, end) in enumerate(windows):
        row = np.array([[0, *ids[start:end], 2]], dtype=np.int64)
        found = session.run(None, {"ids": row, "mask": np.ones_like(row)})
        first, last = kept(windows, k)
        at = slice(first - start + 1, last - start + 1)
        states.append(found[0][0, at])
        attention.append(found[1][0, at])
    h, a = np.concatenate(states), np.concatenate(attention)
    shares = np.exp(a - a.max(0))
    shares /= shares.sum(0)
    return Pooled(
        h.mean(0), (shares.T @ h).astype(np.float32), targets_of(placed.example).labels, placed.example.set
    )


def _several(rows: list[Pooled], at: slice) -> Iterator[tuple[str, Any, float]]:

    for k in range(at.start, at.stop):
        gold = np.array([row.gold[k] for row in rows])
        if gold.sum() < FEWEST:
            yield "own", np.zeros(rows[0].even.shape, dtype=np.float32), -4.0
            continue
        best: tuple[float, str, float] = (-1.0, "", 0.0)
        for attention in ("own", "even"):
            x, _, _ = _standard(rows, attention, k)
            for c in STRENGTHS:
                model = LogisticRegression(C=c, max_iter=300)
                shares = cross_val_predict(model, x, gold, cv=5, method="predict_proba")[:, 1]
                score = max(f1_score(gold, shares >= t, zero_division=0) for t in (0.3, 0.4, 0.5))
                best = max(best, (score, attention, c))
        x, mean, spread = _standard(rows, best[1], k)
        model = LogisticRegression(C=best[2], max_iter=500).fit(x, gold)
        weight = (model.coef_[0] / spread).astype(np.float32)
        print(k, len(rows), int(gold.sum()), best, flush=True)
        yield best[1], weight, float(model.intercept_[0] - (weight * mean).sum())


def _one(rows: list[Pooled], at: slice) -> Iterator[tuple[str, Any, float]]:

    gold = np.array([int(row.gold[at].argmax()) for row in rows])
    x, mean, spread = _standard(rows, "even", at.start)
    scores = {
        c: cross_val_score(LogisticRegression(C=c, max_iter=300), x, gold, cv=5, scoring="f1_macro").mean()
        for c in STRENGTHS
    }
    best = max(scores, key=lambda c: scores[c])
    print(at, len(rows), best, round(scores[best], 4), flush=True)
    model = LogisticRegression(C=best, max_iter=800).fit(x, gold)
    for k in range(at.stop - at.start):
        weight = (model.coef_[k] / spread).astype(np.float32)
        yield "even", weight, float(model.intercept_[k] - (weight * mean).sum())


def _standard(rows: list[Pooled], attention: str, k: int) -> tuple[Any, Any, Any]:
    x = np.stack([row.even if attention == "even" else row.own[k] for row in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    return (x - mean) / spread, mean, spread


if __name__ == "__main__":
    main()
