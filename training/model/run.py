"""One run over a list of examples: it resumes from its checkpoint, and ends when its time is up."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.model.batches import Batch, batch_of, group_by_length
from training.model.casing import varied
from training.model.layers import targets_of
from training.model.losses import loss_of
from training.model.network import Reader
from training.model.plan import Plan, rate_at
from training.model.windows import Window, windows_of
from training.schema import Example

__all__ = ["POOL", "Run", "optimizer_of"]

POOL = 160
"""Texts that are sorted by length together."""
SAVED_EVERY = 5
"""Pools between two checkpoints."""
LONGEST_GRADIENT = 1.0
CHECKPOINT, MODEL, LOG = "checkpoint.pt", "model.pt", "log.jsonl"


def optimizer_of(model: Reader, plan: Plan) -> torch.optim.AdamW:
    """Give the optimizer; each group of weights knows its full `rate`."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [
        {"params": encoder, "rate": plan.encoder_rate * plan.rate},
        {"params": heads, "rate": plan.head_rate * plan.rate},
    ]
    return torch.optim.AdamW(groups, lr=plan.encoder_rate, weight_decay=plan.decay, fused=True)


class Run:
    """A model that learns, with how far it is: seconds, texts done and steps over all resumptions."""

    def __init__(self, model: Reader, tokenizer: Tokenizer, plan: Plan, out: Path) -> None:
        self.model, self.tokenizer, self.plan, self.out = model, tokenizer, plan, out
        self.optimizer = optimizer_of(model, plan)
        self.seconds, self.done, self.steps = 0.0, 0, 0

    def learn(self, chosen: Sequence[Example]) -> None:
        """Read the examples once, in pools of like length; write `log.jsonl`, checkpoints and `model.pt`."""
        self._resume()
        pools = [chosen[k : k + POOL] for k in range(0, len(chosen), POOL)]
        with (self.out / LOG).open("a", encoding="utf-8") as log:
            for number, pool in enumerate(pools):
                if number * POOL < self.done:
                    continue
                print(json.dumps(self._read(pool, number, len(pools))), file=log, flush=True)
                if (number + 1) % SAVED_EVERY == 0:
                    self._save(CHECKPOINT, optimizer=self.optimizer.state_dict())
                if self.seconds / 60 > self.plan.minutes:
                    break
        self._save(MODEL)

    def _read(self, pool: Sequence[Example], number: int, pools: int) -> dict[str, Any]:
        """Learn from a pool and give its row of the log: what it took and its mean losses."""
        started = time.monotonic()
        sums: dict[str, float] = {}
        pieces = 0
        for batch in self._batches(pool, number):
            share = max(number / pools, self.seconds / 60 / self.plan.minutes)
            for name, value in self._step(batch, share).items():
                sums[name] = sums.get(name, 0.0) + value
            pieces += int(batch.mask.sum())
        spent = time.monotonic() - started
        self.seconds += spent
        self.done = (number + 1) * POOL
        took = {"pool": number + 1, "of": pools, "minutes": round(self.seconds / 60, 2)}
        took |= {"pieces": pieces, "pieces_s": round(pieces / spent)}
        return took | {name: round(value / max(1, sums["n"]), 4) for name, value in sums.items()}

    def _batches(self, pool: Sequence[Example], number: int) -> Iterator[Batch]:
        draw = random.Random(self.plan.seed * 100_003 + number)  # noqa: S311 - an order that must repeat
        texts = [windows for windows in (self._windows(example, draw) for example in pool) if windows]
        groups = group_by_length(texts, self.plan.pieces)
        draw.shuffle(groups)
        yield from map(batch_of, groups)

    def _windows(self, example: Example, draw: random.Random) -> list[Window]:
        text, size, overlap = varied(example, draw), self.plan.window, self.plan.overlap
        found = windows_of(self.tokenizer, text, targets_of(example), size=size, overlap=overlap)
        return found[: self.plan.windows]

    def _step(self, batch: Batch, share: float) -> dict[str, float]:
        rate = rate_at(share, self.steps, self.plan.warm)
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * rate
        self.model.train()
        loss, parts = loss_of(self.model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), LONGEST_GRADIENT)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.steps += 1
        return parts | {"loss": float(loss.detach()), "n": 1.0}

    def _save(self, name: str, **further: object) -> None:
        state = {"model": self.model.state_dict(), "seconds": self.seconds, "done": self.done}
        torch.save(state | {"steps": self.steps} | further, self.out / f"{name}.new")
        (self.out / f"{name}.new").replace(self.out / name)

    def _resume(self) -> None:
        path = self.out / CHECKPOINT
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.seconds, self.done, self.steps = state["seconds"], state["done"], state["steps"]
