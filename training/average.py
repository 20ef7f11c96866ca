"""The mean of several trainings' weights: `python -m training.average OUT MODEL MODEL ...`.

The trainings must share their first stage, or their weights mean different things. Source: M. Wortsman and
others, Model soups, 2022.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

__all__ = ["main", "mean"]


def main(out: Path, models: Sequence[Path]) -> None:
    """Write the mean of models as `training.train` writes them; labels that were refitted are not kept."""
    states = [torch.load(path, weights_only=True)["model"] for path in models]
    torch.save({"model": mean(states)}, out)


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Give the mean of each weight; of what is no fraction, the first."""
    return {name: _mean([state[name] for state in states]) for name in states[0]}


def _mean(found: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(found)).mean(0) if found[0].is_floating_point() else found[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
