"""Things joined into groups by the mean likeness between groups (average linkage).

Source: R. Sokal, C. Michener, A statistical method for evaluating systematic relationships, 1958.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush

__all__ = ["linked"]


def linked(count: int, scores: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Group the numbers below `count`, joining the likeliest two groups first; sorted by their smallest.

    Two groups join while the mean score of their pairs is at least `least`; a pair without one counts 0.
    """
    groups = {k: [k] for k in range(count)}
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        sums[one][other] = sums[other][one] = score
    queue = [(-score, one, other) for (one, other), score in scores.items()]
    heapify(queue)
    while queue and -queue[0][0] >= least:
        _, one, other = heappop(queue)
        if one in groups and other in groups:  # else one of them has been joined since
            new = count = count + 1
            groups[new] = sorted(groups.pop(one) + groups.pop(other))
            sums[new] = _added(sums.pop(one), sums.pop(other), groups)
            for k, total in sums[new].items():
                sums[k][new] = total
                heappush(queue, (-total / (len(groups[k]) * len(groups[new])), k, new))
    return sorted(groups.values())


def _added(
    one: dict[int, float], other: dict[int, float], groups: Mapping[int, list[int]]
) -> dict[int, float]:
    return {k: one.get(k, 0.0) + other.get(k, 0.0) for k in one.keys() | other.keys() if k in groups}
