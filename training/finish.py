"""Finish what few texts teach, in small batches: `python -m training.finish MODEL ENCODER OUT [--fold K]`.

In a run over all sets, re3d and TimeBank are a few batches among thousands, too few for heads that nothing
else teaches. So they are read many times over in batches of a few texts. The lower layers of the encoder
stay, and what they say of a text is computed once; the upper ones and the heads learn.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.examples import load
from training.model.batches import Batch, batch_of, group_by_length
from training.model.clean import without_dev_sentences
from training.model.heads import PAIRS, TAGS, tag_slice
from training.model.layers import targets_of
from training.model.losses import WEIGHTS, losses_of
from training.model.mixture import trainable
from training.model.network import Reader
from training.model.plan import Plan, rate_at
from training.model.windows import windows_of
from training.schema import Example

__all__ = ["PASSES", "Upper", "batches_of", "begin_as_names", "finish", "with_thresholds"]

PASSES = {"re3d": 14, "timebank": 3}
"""How often each set is read."""
PIECES, LOWER = 640, 6
"""Pieces of a batch, and layers that stay."""
COUNTED = WEIGHTS | {"marks": 1.0}
"""Marks count more than in a run over all sets, where every trigger of every set has some."""
LIKE = {
    "Organisation": "organisation", "Location": "place", "Person": "person", "Temporal": "time",
    "Quantity": "number", "Money": "number",
}  # fmt: skip
"""The kind of name that a type of re3d begins as; the others begin as other names, seldom found."""
LEAST = {"balanced": (0.6, 0.3), "recall": (0.4, 0.15), "precision": (0.85, 0.6)}
"""How likely names and relations must be, for each use: reasoned (docs/training.md), for no text is left."""
SELDOM = 2.0
"""Log odds by which the other types begin to be less likely."""
PLAN = Plan(encoder_rate=0.8e-4, head_rate=0.8e-3)


class Upper(nn.Module):
    """A reader that goes on from what the lower layers said of the batch at hand."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader, self.pairs, self.bias = reader, reader.pairs, reader.bias
        self.states = torch.empty(0)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give what the reader's heads say of the batch."""
        del ids
        states = through(self.reader, self.states, mask, slice(LOWER, None))
        states, one = self.reader.dropout(states), self.reader
        return one.tags(states), one.marks(states), one.labels(states), one.halves(states)


def through(reader: Reader, states: Tensor, mask: Tensor, layers: slice) -> Tensor:
    """Give states after some layers of the encoder."""
    shown = mask[:, None, None, :].bool()
    for layer in reader.encoder.encoder.layer[layers]:
        states = layer(states, shown)
    return states


def main() -> None:
    """Write OUT: MODEL, with labels and tables as they were, after the last passes over PASSES."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--fold", type=int, default=-1, help="leave out what this fold is judged on")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    kept = torch.load(asked.model, weights_only=True)
    reader = Reader.from_folder(asked.encoder)
    reader.load_state_dict(kept["model"])
    found = trainable(without_dev_sentences(load(asked.data)), asked.fold)
    tokenizer = Tokenizer.from_file(str(asked.encoder / "tokenizer.json"))
    batches = [
        (batch, passes)
        for name, passes in PASSES.items()
        for batch in batches_of([p.example for p in found if p.example.set == name], tokenizer)
    ]
    begin_as_names(reader)
    finish(reader, batches, random.Random(asked.seed))  # noqa: S311 - an order is no secret, and must repeat
    settings = with_thresholds(json.loads(kept.get("settings", "{}")))
    torch.save(kept | {"model": reader.state_dict(), "settings": json.dumps(settings)}, asked.out)


def batches_of(texts: Sequence[Example], tokenizer: Tokenizer) -> list[Batch]:
    """Give the texts in small batches, each text whole."""
    read = [
        windows_of(tokenizer, one.text, targets_of(one), size=PLAN.window, overlap=PLAN.overlap)
        for one in texts
    ]
    return [batch_of(group) for group in group_by_length([one for one in read if one], PIECES)]


def finish(reader: Reader, batches: Sequence[tuple[Batch, int]], order: random.Random) -> None:
    """Let a reader learn from each batch as often as is asked for."""
    known = [_lower(reader, batch) for batch, _ in batches]
    model, optimizer = Upper(reader), _optimizer(reader)
    turns = [k for k, (_, passes) in enumerate(batches) for _ in range(passes)]
    order.shuffle(turns)
    reader.train()
    for step, k in enumerate(turns):
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * rate_at(step / len(turns), step, PLAN.warm)
        model.states = known[k]
        parts = losses_of(model, batches[k][0])
        loss = torch.stack([COUNTED[name] * part for name, part in parts.items()]).sum()
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % 100 == 0:
            told = {name: round(float(part.detach()), 3) for name, part in parts.items()}
            print(f"step {step + 1} of {len(turns)}: {told}", flush=True)


def begin_as_names(reader: Reader) -> None:
    """Let re3d's types begin as the like types of the names that many sets teach."""
    rows = {kind: tag_slice("names").start + 3 * k for k, kind in enumerate(_classes("names"))}
    with torch.no_grad():
        for k, kind in enumerate(_classes("re3d")):
            at, like = tag_slice("re3d").start + 3 * k, rows[LIKE.get(kind, "other")]
            reader.tags.weight[at : at + 3] = reader.tags.weight[like : like + 3]
            reader.tags.bias[at : at + 3] = reader.tags.bias[like : like + 3]
            if kind not in LIKE:
                reader.tags.bias[at] += SELDOM


def with_thresholds(settings: dict[str, Any]) -> dict[str, Any]:
    """Give settings in which names of re3d and relations go by LEAST."""
    found = dict(settings.get("thresholds", {}))
    for use, (name, relation) in LEAST.items():
        kinds = next(head.classes for head in PAIRS if head.name == "relation")[1:]
        given = {"re3d": dict.fromkeys(_classes("re3d"), name), "relation": dict.fromkeys(kinds, relation)}
        found[use] = found.get(use, {}) | given
    return settings | {"thresholds": found}


def _classes(name: str) -> tuple[str, ...]:
    return next(head.classes for head in TAGS if head.name == name)


def _optimizer(reader: Reader) -> torch.optim.AdamW:
    upper = [p for layer in reader.encoder.encoder.layer[LOWER:] for p in layer.parameters()]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": upper, "rate": PLAN.encoder_rate}, {"params": heads, "rate": PLAN.head_rate}]
    return torch.optim.AdamW(groups, lr=PLAN.encoder_rate, weight_decay=PLAN.decay, fused=True)


def _lower(reader: Reader, batch: Batch) -> Tensor:
    reader.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        return through(reader, reader.encoder.embeddings(batch.ids), batch.mask, slice(0, LOWER))


if __name__ == "__main__":
    main()
