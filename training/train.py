"""Train the reader: `python -m training.train --encoder DIR --out DIR [--stage NAME] [--start FILE]`.

Stages `base` and `second` read the sets that have a dev part of their own, stage `last` goes on from them
with the sets that are judged by cross-validation, `third` with most from sentences of IndiaPoliceEvents, and
`fold` with the cross-validated sets alone; `--fold K` leaves out what fold K is judged on. A run resumes from
its last checkpoint, ends in at most `--minutes`, and gives the same examples in the same order for the same
seed. It needs torch (BSD) and transformers (Apache-2.0), which the package does not.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.examples import load
from training.model.clean import without_dev_sentences
from training.model.mixture import STAGES, texts_for, trainable
from training.model.network import Reader
from training.model.plan import Plan
from training.model.run import Run
from training.schema import Example

__all__ = ["Plan", "Run", "chosen_for", "main", "trainable"]


def main() -> None:
    """Train and write `model.pt`, `log.jsonl` and, on the way, `checkpoint.pt`."""
    asked = _asked()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(asked.seed)
    model = Reader.from_folder(asked.encoder)
    if asked.start:
        model.load_state_dict(torch.load(asked.start, weights_only=True)["model"])
    chosen = chosen_for(asked)
    tokenizer = Tokenizer.from_file(str(asked.encoder / "tokenizer.json"))
    plan = Plan(rate=asked.rate, minutes=asked.minutes, seed=asked.seed)
    Run(model, tokenizer, plan, asked.out).learn(chosen)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stage", choices=tuple(STAGES), default="base")
    parser.add_argument("--start", type=Path, help="weights of an earlier stage to go on from")
    parser.add_argument("--fold", type=int, default=-1, help="leave out what this fold is judged on")
    parser.add_argument("--minutes", type=float, default=Plan().minutes)
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the passes over every set")
    parser.add_argument("--rate", type=float, default=1.0, help="multiplies the learning rates")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def chosen_for(asked: argparse.Namespace) -> list[Example]:
    """Give the examples of the run in their order."""
    passes = {name: often * asked.scale for name, often in STAGES[asked.stage].items()}
    return list(texts_for(trainable(without_dev_sentences(load(asked.data)), asked.fold), passes, asked.seed))


if __name__ == "__main__":
    main()
