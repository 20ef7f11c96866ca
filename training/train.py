"""Train the reader: `python -m training.train --encoder DIR --out DIR [--stage base|last] [--start FILE] [--fold K]`.

Stage `base` reads the sets that have a dev part of their own, stage `last` goes on from it with the sets that
are judged by cross-validation; `--fold K` leaves out what fold K is judged on. A run resumes from its last
checkpoint, ends in at most `--minutes`, and gives the same examples in the same order for the same seed. Needs
torch and transformers (MIT-style and Apache-2.0 licences), which the package itself does not.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.examples import Placed, load
from training.model.batches import batch_of, group_by_length
from training.model.casing import varied
from training.model.clean import without_dev_sentences
from training.model.layers import targets_of
from training.model.losses import loss_of
from training.model.mixture import BASE, FOLDED, LAST, held_out, texts_for
from training.model.network import Reader
from training.model.windows import Window, windows_of
from training.schema import Example

POOL = 160
"""Texts that are sorted by length together."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run learns: pieces a batch, windows in pieces, rates of encoder and heads, warm-up share."""

    pieces: int = 3072
    window: int = 320
    overlap: int = 32
    encoder_rate: float = 1.0e-4
    head_rate: float = 1.0e-3
    warm: float = 0.04
    decay: float = 0.01


def main() -> None:
    """Train and write `model.pt`, `log.jsonl` and, on the way, `checkpoint.pt`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stage", choices=("base", "last", "fold"), default="base")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--fold", type=int, default=-1)
    parser.add_argument("--minutes", type=float, default=95.0)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(asked.seed)
    model = Reader.from_folder(asked.encoder)
    if asked.start:
        model.load_state_dict(torch.load(asked.start, weights_only=True)["model"])
    passes = {"base": BASE, "last": LAST, "fold": {n: p for n, p in LAST.items() if n in FOLDED}}[asked.stage]
    found = trainable(without_dev_sentences(load(asked.data)), asked.fold)
    chosen = list(texts_for(found, {n: p * asked.scale for n, p in passes.items()}, asked.seed))
    tokenizer = Tokenizer.from_file(str(asked.encoder / "tokenizer.json"))
    Run(model, tokenizer, Plan(), asked).learn(chosen)


def trainable(found: list[Placed], fold: int) -> list[Placed]:
    """Give what may be learned from: training parts, without what is held out or judged in this fold."""
    judged = {p.group for p in found if fold >= 0 and p.fold == fold and p.example.set in FOLDED and p.group}
    return [
        p
        for p in found
        if p.part == "train"
        and not held_out(p)
        and p.group not in judged
        and not (fold >= 0 and p.fold == fold and p.example.set in FOLDED)
    ]


class Run:
    """One run over a list of examples, from its checkpoint if it has one."""

    def __init__(self, model: Reader, tokenizer: Tokenizer, plan: Plan, asked: argparse.Namespace) -> None:
        self.model, self.tokenizer, self.plan, self.asked = model, tokenizer, plan, asked
        encoder = [p for p in model.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        groups = [
            {"params": encoder, "rate": plan.encoder_rate * asked.rate},
            {"params": heads, "rate": plan.head_rate * asked.rate},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=1e-4, weight_decay=plan.decay, fused=True)
        self.seconds, self.done, self.steps = 0.0, 0, 0

    def learn(self, chosen: list[Example]) -> None:
        """Read the examples once, in pools of like length."""
        self._resume()
        pools = [chosen[k : k + POOL] for k in range(0, len(chosen), POOL)]
        log = (self.asked.out / "log.jsonl").open("a", encoding="utf-8")
        for number, pool in enumerate(pools):
            if number * POOL < self.done:
                continue
            started = time.monotonic()
            sums: dict[str, float] = {}
            pieces = 0
            for batch in self._batches(pool, number):
                share = max(number / len(pools), self.seconds / 60 / self.asked.minutes)
                self._step(batch, share, sums)
                pieces += int(batch.mask.sum())
            self.seconds += time.monotonic() - started
            self.done = (number + 1) * POOL
            row: dict[str, Any] = {
                "pool": number + 1,
                "of": len(pools),
                "minutes": round(self.seconds / 60, 2),
            }
            row |= {"pieces": pieces, "pieces_s": round(pieces / (time.monotonic() - started))}
            log.write(json.dumps(row | {n: round(v / max(1, sums["n"]), 4) for n, v in sums.items()}) + "\n")
            log.flush()
            if number % 5 == 4:
                self._save("checkpoint.pt")
            if self.seconds / 60 > self.asked.minutes:
                break
        self._save("model.pt")

    def _batches(self, pool: list[Example], number: int) -> Iterator[Any]:
        draw = random.Random(self.asked.seed * 100_003 + number)
        texts = [windows for windows in (self._windows(example, draw) for example in pool) if windows]
        groups = group_by_length(texts, self.plan.pieces)
        draw.shuffle(groups)
        yield from map(batch_of, groups)

    def _windows(self, example: Example, draw: random.Random) -> list[Window]:
        text = varied(example, draw)
        return windows_of(
            self.tokenizer, text, targets_of(example), size=self.plan.window, overlap=self.plan.overlap
        )[:8]

    def _step(self, batch: Any, share: float, sums: dict[str, float]) -> None:
        rate = min(1.0, share / self.plan.warm) if share < self.plan.warm else 1 - 0.98 * min(1.0, share)
        if self.steps < 30:
            rate = (
                min(rate, (self.steps + 1) / 30) if share >= self.plan.warm else max(rate, self.steps / 400)
            )
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * rate
        self.model.train()
        loss, parts = loss_of(self.model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.steps += 1
        for name, value in (parts | {"loss": float(loss.detach()), "n": 1.0}).items():
            sums[name] = sums.get(name, 0.0) + value

    def _save(self, name: str) -> None:
        state = {
            "model": self.model.state_dict(),
            "seconds": self.seconds,
            "done": self.done,
            "steps": self.steps,
        }
        if name == "checkpoint.pt":
            state["optimizer"] = self.optimizer.state_dict()
        torch.save(state, self.asked.out / f"{name}.new")
        (self.asked.out / f"{name}.new").replace(self.asked.out / name)

    def _resume(self) -> None:
        path = self.asked.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.seconds, self.done, self.steps = state["seconds"], state["done"], state["steps"]


if __name__ == "__main__":
    main()
