"""What labels of whole texts go by: what any answer costs, chosen for each use (`trained/deciding.py`)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import cast

from onrecord.answers import Answer
from onrecord.find.models.trained.deciding import most_worth
from onrecord.score.task import Item, Tally, Task
from training.tuning.uses import USES, worth

__all__ = ["PRICES", "Labelled"]

PRICES = tuple(step / 20 for step in range(31))
"""The prices that are tried, in shares of F."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts of a task that nothing was fitted to, with how likely each label of each is."""

    task: Task
    items: list[Item]
    shares: list[dict[str, float]]

    def worth(self, price: float, use: str) -> float:
        """Give what the labels are worth that are given at a price."""
        return worth(self.task, self._judged(price, use), USES[use])

    def best(self, use: str) -> float:
        """Give the price that is worth most, of equals the lowest."""
        return max(PRICES, key=lambda price: self.worth(price, use))

    def truth(self) -> tuple[list[float], list[bool]]:
        """Give every label's share and whether the label applies."""
        scores = [share for row in self.shares for share in row.values()]
        gold = [cast("Container[str]", item.gold) for item in self.items]
        return scores, [name in one for one, row in zip(gold, self.shares, strict=True) for name in row]

    def _judged(self, price: float, use: str) -> Iterator[Tally]:
        for item, row in zip(self.items, self.shares, strict=True):
            given = most_worth(row, use, price)
            yield self.task.judge(item, Answer(labels=tuple((name, 1.0) for name in given)))
