"""Pairs of two lists, one to one, of greatest weight in all: the Hungarian method on each connected part.

Source: H. W. Kuhn, The Hungarian method for the assignment problem, 1955; the O(n^3) form with
potentials, a row at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import inf

__all__ = ["pair_up"]

Weights = Mapping[tuple[int, int], float]


def pair_up(weights: Weights) -> tuple[tuple[int, int], ...]:
    """Give the pairs (left, right) of greatest total weight; only pairs with a weight above 0 are made."""
    pairs: list[tuple[int, int]] = []
    for lefts, rights in _parts(weights):
        pairs += _assign(lefts, rights, weights)
    return tuple(sorted(pairs))


def _parts(weights: Weights) -> list[tuple[list[int], list[int]]]:
    """Cut the graph into connected parts, so that the method stays cheap on long lists."""
    near: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for (left, right), weight in weights.items():
        if weight > 0:
            near["left", left].append(("right", right))
            near["right", right].append(("left", left))
    seen: set[tuple[str, int]] = set()
    parts = []
    for node in sorted(near):
        if node not in seen:
            part = _reach(node, near, seen)
            parts.append(
                (sorted(n for s, n in part if s == "left"), sorted(n for s, n in part if s == "right"))
            )
    return parts


def _reach(
    start: tuple[str, int], near: Mapping[tuple[str, int], list[tuple[str, int]]], seen: set[tuple[str, int]]
) -> list[tuple[str, int]]:
    seen.add(start)
    part, waiting = [], [start]
    while waiting:
        node = waiting.pop()
        part.append(node)
        fresh = [other for other in near[node] if other not in seen]
        seen.update(fresh)
        waiting += dict.fromkeys(fresh)
    return part


def _assign(lefts: Sequence[int], rights: Sequence[int], weights: Weights) -> list[tuple[int, int]]:
    turned = len(lefts) > len(rights)
    rows, columns = (rights, lefts) if turned else (lefts, rights)
    cost = [[-weights.get((c, r) if turned else (r, c), 0.0) for c in columns] for r in rows]
    pairs = [(rows[r], columns[c]) for r, c in _hungarian(cost) if cost[r][c] < 0]
    return [(c, r) for r, c in pairs] if turned else pairs


def _hungarian(cost: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Give for each row its column at least total cost; there are no more rows than columns."""
    table = _Table(cost)
    for row in range(1, len(cost) + 1):
        table.settle(row)
    return [(owner - 1, column - 1) for column, owner in enumerate(table.owner) if column and owner]


class _Table:
    """The state of the method; rows and columns count from 1, and column 0 holds the row being settled."""

    def __init__(self, cost: Sequence[Sequence[float]]) -> None:
        self.cost = cost
        self.columns = len(cost[0])
        self.row_price = [0.0] * (len(cost) + 1)
        self.column_price = [0.0] * (self.columns + 1)
        self.owner = [0] * (self.columns + 1)

    def settle(self, row: int) -> None:
        """Give the row a column, moving other rows along the cheapest path."""
        self.owner[0] = row
        slack = [inf] * (self.columns + 1)
        before = [0] * (self.columns + 1)
        used = {0}
        column = self._step(0, slack, before, used)
        while self.owner[column]:
            used.add(column)
            column = self._step(column, slack, before, used)
        while column:
            self.owner[column] = self.owner[before[column]]
            column = before[column]

    def _step(self, column: int, slack: list[float], before: list[int], used: set[int]) -> int:
        row = self.owner[column]
        free = [c for c in range(1, self.columns + 1) if c not in used]
        for other in free:
            reduced = self.cost[row - 1][other - 1] - self.row_price[row] - self.column_price[other]
            if reduced < slack[other]:
                slack[other], before[other] = reduced, column
        nearest = min(free, key=lambda c: slack[c])
        self._reprice(slack[nearest], slack, used)
        return nearest

    def _reprice(self, delta: float, slack: list[float], used: set[int]) -> None:
        for column in range(self.columns + 1):
            if column in used:
                self.row_price[self.owner[column]] += delta
                self.column_price[column] -= delta
            else:
                slack[column] -= delta
